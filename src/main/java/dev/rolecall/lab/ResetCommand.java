package dev.rolecall.lab;

import java.util.List;
import java.util.function.Consumer;

/// `/reset`: cloud and Java as they were at the beginning of the step or of the lab.
final class ResetCommand implements Command {
    @Override
    public String name() {
        return "reset";
    }

    @Override
    public String arguments() {
        return "step|lab";
    }

    @Override
    public String summary() {
        return "begin the step or the lab again";
    }

    @Override
    public String details() {
        return """
        `/reset step` takes back what you did since the step began, in the cloud and in Java; \
        `/reset lab` everything. Which steps were done and which hints were shown is kept. (JShell's \
        own /reset, which forgets variables, is part of both.)\
        """;
    }

    @Override
    public void run(LabRun run, String argument, Consumer<Event> out) {
        switch (argument) {
            case "step" -> reset(run, run.step().number(), out);
            case "lab" -> reset(run, 1, out);
            default ->
                    out.accept(
                            new Event.Rejected(
                                    argument.isEmpty()
                                            ? "/reset needs to know what"
                                            : "cannot reset `" + argument + "`",
                                    "write /reset step or /reset lab"));
        }
    }

    private static void reset(LabRun run, int number, Consumer<Event> out) {
        run.backTo(number, out);
        run.task(out);
    }

    @Override
    public List<String> candidates(LabRun run) {
        return List.of("step", "lab");
    }
}
