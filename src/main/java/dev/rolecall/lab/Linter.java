package dev.rolecall.lab;

import dev.rolecall.check.Criterion;
import dev.rolecall.check.StepOutcome;
import dev.rolecall.check.Verdict;
import dev.rolecall.course.Misconception;
import dev.rolecall.course.Step;
import dev.rolecall.snippet.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Proves a lab by playing it: before each step its checks fail, each misconception fails at the
/// criterion that it names and at none before, and the reference solution passes.
public final class Linter {
    private final LabRun run;
    private final Consumer<Finding> found;
    private boolean sound = true;

    /// @param run a run at its beginning
    /// @param found is told each finding as it is made
    public Linter(LabRun run, Consumer<Finding> found) {
        this.run = run;
        this.found = found;
    }

    /// Returns whether the lab is sound.
    public boolean lint() {
        for (Step step : run.lab().steps()) {
            before(step);
            for (Misconception wrong : step.wrong()) {
                misconception(step, wrong);
                run.backTo(step.number(), event -> {});
            }
            solution(step);
            if (!run.isLast()) {
                if (!run.stepDone()) {
                    return false;
                }
                run.enterNext(event -> {});
            }
        }
        return sound;
    }

    private void before(Step step) {
        StepOutcome outcome = run.outcomeNow();
        report(
                step,
                "its checks fail before it",
                !outcome.done(),
                "every criterion is met before anything is done");
        broken(step, outcome, "before it");
    }

    private void misconception(Step step, Misconception wrong) {
        List<String> trouble = play(step, "wrong/" + wrong.name(), wrong.script().text());
        StepOutcome outcome = run.outcomeNow();
        String claim = "wrong/" + wrong.name() + " fails at " + wrong.failsAt();
        Optional<Criterion> named =
                outcome.criteria().stream().filter(c -> c.id().equals(wrong.failsAt())).findFirst();
        Optional<Criterion> first = outcome.open().stream().findFirst();
        if (named.isEmpty()) {
            report(
                    step,
                    claim,
                    false,
                    "the step has no such criterion; it has " + ids(outcome.criteria()));
        } else if (named.get().passed()) {
            report(step, claim, false, "that criterion is met" + also(trouble));
        } else {
            boolean atFirst = first.map(Criterion::id).orElse("").equals(wrong.failsAt());
            report(
                    step,
                    claim,
                    atFirst,
                    "it fails at "
                            + first.map(Criterion::id).orElse("none")
                            + " before"
                            + also(trouble));
        }
        broken(step, outcome, "after wrong/" + wrong.name());
    }

    private void solution(Step step) {
        List<String> trouble = play(step, "its solution", step.solution().text());
        StepOutcome outcome = run.outcomeNow();
        report(
                step,
                "its solution passes",
                outcome.done() && run.stepDone(),
                "open: " + ids(outcome.open()) + also(trouble));
        broken(step, outcome, "after its solution");
    }

    /// Runs a script and returns what went wrong with it as a script. One that does not compile
    /// proves nothing, whatever the checks say afterwards.
    private List<String> play(Step step, String name, String script) {
        List<String> trouble = new ArrayList<>();
        for (String unit : new ScriptReader(script, run::analyse).units()) {
            Input.run(
                    run,
                    unit,
                    event -> {
                        switch (event) {
                            case Event.Answered answered -> {
                                Optional<String> met = Trouble.of(answered);
                                met.ifPresent(trouble::add);
                                if (answered.snippet().outcome()
                                        instanceof Outcome.CompileError(var problems)) {
                                    String message = problems.getFirst().message();
                                    report(step, name + " compiles", false, first(message));
                                }
                            }
                            case Event.Rejected rejected -> trouble.add(rejected.what());
                            default -> {}
                        }
                    });
        }
        return trouble;
    }

    private void broken(Step step, StepOutcome outcome, String when) {
        for (Criterion criterion : outcome.criteria()) {
            if (criterion.verdict() instanceof Verdict.Broke(String what)) {
                report(step, "the check " + criterion.id() + " works " + when, false, what);
            }
        }
    }

    private void report(Step step, String claim, boolean holds, String otherwise) {
        sound &= holds;
        found.accept(new Finding(step.number(), claim, holds, holds ? "" : otherwise));
    }

    private static String ids(List<Criterion> criteria) {
        return criteria.stream().map(Criterion::id).collect(Collectors.joining(", "));
    }

    private static String first(String message) {
        return message.lines().findFirst().orElse("");
    }

    private static String also(List<String> trouble) {
        return trouble.isEmpty() ? "" : "; the script met: " + String.join("; ", trouble);
    }
}
