package dev.rolecall.lab;

import dev.rolecall.course.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// `/goto`: to another step; those in between are done by their reference solutions.
final class GotoCommand implements Command {
    @Override
    public String name() {
        return "goto";
    }

    @Override
    public String arguments() {
        return "STEP";
    }

    @Override
    public String summary() {
        return "jump to a step, back or ahead";
    }

    @Override
    public String details() {
        return """
        Ahead: the steps in between are done by their reference solutions, in your cloud and your \
        Java, and count as skipped. Back: cloud and Java are as they were when that step began.\
        """;
    }

    @Override
    public void run(LabRun run, String argument, Consumer<Event> out) {
        Optional<Step> target = run.lab().step(argument);
        if (target.isEmpty()) {
            out.accept(
                    new Event.Rejected(
                            "there is no step `" + argument + "`",
                            "write /goto and a number from 1 to " + run.lab().steps().size()));
            return;
        }
        int number = target.get().number();
        if (number <= run.begun()) {
            run.backTo(number, out);
            run.task(out);
            return;
        }
        ahead(run, number, out);
    }

    private static void ahead(LabRun run, int number, Consumer<Event> out) {
        int from = run.step().number();
        while (run.step().number() < number) {
            if (!run.stepDone()) {
                Solving.quietly(run);
                if (!run.stepDone()) {
                    out.accept(
                            new Event.Rejected(
                                    "the reference solution of step "
                                            + run.step().number()
                                            + " did not do it from where you are",
                                    "/reset step takes back what you did in it, then try again"));
                    return;
                }
                run.markSkipped();
            }
            boolean arriving = run.step().number() == number - 1;
            if (arriving) {
                out.accept(
                        new Event.Said(
                                from == number - 1
                                        ? "Step " + from + " was done for you."
                                        : "Steps "
                                                + from
                                                + " to "
                                                + (number - 1)
                                                + " were done for you."));
            }
            run.enterNext(arriving ? out : event -> {});
        }
    }

    @Override
    public List<String> candidates(LabRun run) {
        return run.lab().steps().stream().map(step -> Integer.toString(step.number())).toList();
    }
}
