package dev.rolecall.lab;

import java.util.function.Consumer;

/// Does a step by its reference solution, in the learner's own cloud and Java.
final class Solving {
    private Solving() {}

    /// What came of it.
    enum Result {
        DONE,
        /// The learner stopped it.
        STOPPED,
        /// It ran to its end, and the step is not done.
        OPEN
    }

    /// Goes on until somebody stops it; whoever calls this has forgotten earlier stops.
    ///
    /// Tells each line as if the learner had typed it, and what came of it.
    static Result solve(LabRun run, Consumer<Event> out) {
        for (String unit : new ScriptReader(run.step().solution().text(), run::analyse).units()) {
            out.accept(new Event.Typed(run.status(), unit));
            Input.run(run, unit, out);
            out.accept(new Event.Done());
            if (run.wasStopped()) {
                return Result.STOPPED;
            }
        }
        if (!run.stepDone()) {
            return Result.OPEN;
        }
        run.markSkipped(out);
        return Result.DONE;
    }

    static Event.Rejected stillOpen(LabRun run) {
        return new Event.Rejected(
                "the reference solution of step "
                        + run.step().number()
                        + " did not do it from where you are",
                "/reset step takes back what you did in it, then try again");
    }
}
