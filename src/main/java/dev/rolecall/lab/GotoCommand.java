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
        Ahead: the steps in between that are not done are done by their reference solutions, in your \
        cloud and your Java. Back: cloud and Java are as they were when that step began.\
        """;
    }

    @Override
    public void run(LabRun run, String argument, Consumer<Event> out) {
        Optional<Step> target = run.lab().step(argument);
        if (target.isEmpty()) {
            out.accept(
                    new Event.Rejected(
                            argument.isEmpty()
                                    ? "/goto needs to know where to"
                                    : "there is no step `" + argument + "`",
                            "write /goto and a number from 1 to " + run.lab().steps().size()));
            return;
        }
        int number = target.get().number();
        int here = run.step().number();
        if (number == here) {
            out.accept(
                    new Event.Rejected("you are at step " + number, "/reset step begins it again"));
        } else if (number < here) {
            run.backTo(number, out);
            run.task(out);
        } else {
            ahead(run, number, out);
        }
    }

    private static void ahead(LabRun run, int number, Consumer<Event> out) {
        run.forgetStop();
        int from = run.step().number();
        int toDo = run.stepDone() ? from + 1 : from;
        while (run.step().number() < number) {
            Solving.Result result =
                    run.stepDone() ? Solving.Result.DONE : Solving.solve(run, quiet(out));
            int here = run.step().number();
            if (result != Solving.Result.DONE) {
                tellDone(toDo, here, out);
                out.accept(stuck(run, result));
                if (here > from) {
                    run.task(out);
                }
                return;
            }
            boolean arriving = here == number - 1;
            if (arriving) {
                tellDone(toDo, number, out);
            }
            run.enterNext(arriving ? out : quiet(out));
        }
    }

    /// Nobody needs to see it done; but that something cannot be kept is news.
    private static Consumer<Event> quiet(Consumer<Event> out) {
        return event -> {
            if (event instanceof Event.NotKept) {
                out.accept(event);
            }
        };
    }

    private static Event stuck(LabRun run, Solving.Result result) {
        return result == Solving.Result.OPEN
                ? Solving.stillOpen(run)
                : new Event.Said(
                        "Stopped at step "
                                + run.step().number()
                                + ". /reset step takes back what was done in it.");
    }

    /// @param to the first step that was not done for the learner
    private static void tellDone(int from, int to, Consumer<Event> out) {
        if (from == to - 1) {
            out.accept(new Event.Said("Step " + from + " was done for you."));
        } else if (from < to) {
            out.accept(new Event.Said("Steps " + from + " to " + (to - 1) + " were done for you."));
        }
    }

    @Override
    public List<String> candidates(LabRun run) {
        return run.lab().steps().stream().map(step -> Integer.toString(step.number())).toList();
    }
}
