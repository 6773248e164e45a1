package dev.rolecall.lab;

import dev.rolecall.check.Criterion;
import dev.rolecall.course.Step;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Runs a script through a lab, each line as a learner would have typed it.
public final class ScriptRun {
    private ScriptRun() {}

    /// How it ended.
    ///
    /// @param done whether every step of the lab is done
    /// @param step the first step that is not done; the last one if all are
    /// @param begun whether the script came that far: `/next` begins a step
    /// @param open the names of that step's criteria that are not met, if it has begun
    public record End(boolean done, Step step, boolean begun, List<String> open) {
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
        return end(run);
    }

    private static End end(LabRun run) {
        if (!run.stepDone()) {
            List<String> open = run.outcomeNow().open().stream().map(Criterion::name).toList();
            return new End(false, run.step(), true, open);
        }
        return run.isLast()
                ? new End(true, run.step(), true, List.of())
                : new End(false, run.lab().steps().get(run.step().number()), false, List.of());
    }
}
