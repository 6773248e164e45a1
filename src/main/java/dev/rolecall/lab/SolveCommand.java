package dev.rolecall.lab;

import java.util.function.Consumer;

/// `/solve`: does the step, showing how.
final class SolveCommand implements Command {
    @Override
    public String name() {
        return "solve";
    }

    @Override
    public String summary() {
        return "do the step for you, showing how";
    }

    @Override
    public String details() {
        return "Types the reference solution for you, comments included, so that you see each call and its answer.";
    }

    @Override
    public void run(LabRun run, String argument, Consumer<Event> out) {
        if (run.stepDone()) {
            out.accept(
                    new Event.Said(
                            "Step " + run.step().number() + " is done already. /next goes on."));
            return;
        }
        // Before anybody sees that there is something to stop.
        run.forgetStop();
        out.accept(new Event.Said("The reference solution, line by line:"));
        out.accept(new Event.Done());
        switch (Solving.solve(run, out)) {
            case DONE -> {}
            case STOPPED ->
                    out.accept(
                            new Event.Said(
                                    "Stopped. /reset step takes back what was done so far."));
            case OPEN -> out.accept(Solving.stillOpen(run));
        }
    }
}
