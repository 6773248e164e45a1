package dev.rolecall.lab;

import java.util.List;
import java.util.function.Consumer;

/// `/diff`: what changed since the step began.
final class DiffCommand implements Command {
    @Override
    public String name() {
        return "diff";
    }

    @Override
    public String summary() {
        return "show what changed in the cloud since the step began";
    }

    @Override
    public String details() {
        return """
        `+` came, `-` went, `~` changed. `/reset step` takes all of it back. With LocalStack, what \
        somebody changed there directly stands below it; `/adopt` takes that over.\
        """;
    }

    @Override
    public void run(LabRun run, String argument, Consumer<Event> out) {
        run.cloud().refresh();
        out.accept(
                new Event.Differs(
                        CloudDiff.between(
                                run.stepStart(), run.cloud().state(), run.cloud().iam().names())));
        List<Difference> drift = Drift.told(run.cloud().drift(run.lab().account()));
        if (!drift.isEmpty()) {
            out.accept(new Event.Drifted(drift));
        }
    }
}
