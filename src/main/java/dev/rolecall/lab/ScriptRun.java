package dev.rolecall.lab;

import dev.rolecall.check.Criterion;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Runs a script through a lab, each line as a learner would have typed it.
public final class ScriptRun {
    private ScriptRun() {}

    /// How it ended.
    ///
    /// @param done whether every step of the lab is done
    /// @param step the number of the step at which it ended
    /// @param open the criteria of that step that are not met
    public record End(boolean done, int step, String title, List<String> open) {
        public End {
            open = List.copyOf(open);
        }
    }

    /// Runs the whole script. A refused call and a snippet that does not compile are part of
    /// learning: they do not end it; `/quit` does.
    public static End run(LabRun run, String script, Consumer<Event> out) {
        AtomicBoolean left = new AtomicBoolean();
        Consumer<Event> watched =
                event -> {
                    if (event instanceof Event.Left) {
                        left.set(true);
                    }
                    out.accept(event);
                };
        for (String unit : new ScriptReader(script, run::analyse).units()) {
            if (left.get()) {
                break;
            }
            out.accept(new Event.Typed(run.status(), unit));
            Input.run(run, unit, watched);
            out.accept(new Event.Done());
        }
        boolean done = run.done().size() == run.lab().steps().size();
        List<String> open =
                run.stepDone() ? List.of() : run.open().stream().map(Criterion::name).toList();
        return new End(done, run.step().number(), run.step().title(), open);
    }
}
