package dev.rolecall.lab;

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
        return "`+` came, `-` went, `~` changed. `/reset step` takes all of it back.";
    }

    @Override
    public void run(LabRun run, String argument, Consumer<Event> out) {
        out.accept(
                new Event.Differs(
                        CloudDiff.between(
                                run.stepStart(), run.cloud().state(), run.cloud().iam().names())));
    }
}
