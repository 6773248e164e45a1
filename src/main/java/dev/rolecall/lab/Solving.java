package dev.rolecall.lab;

import java.util.function.Consumer;

/// Does a step by its reference solution, in the learner's own cloud and Java.
final class Solving {
    private Solving() {}

    static void quietly(LabRun run) {
        new ScriptReader(run.step().solution().text(), run::analyse)
                .units()
                .forEach(unit -> Input.run(run, unit, event -> {}));
    }

    /// Shows each line as if the learner had typed it, and what came of it.
    static void aloud(LabRun run, Consumer<Event> out) {
        for (String unit : new ScriptReader(run.step().solution().text(), run::analyse).units()) {
            out.accept(new Event.Typed(run.status(), unit));
            Input.run(run, unit, out);
            out.accept(new Event.Done());
        }
    }
}
