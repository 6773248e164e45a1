package dev.rolecall.lab;

import dev.rolecall.course.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// `/check`: what is met and what is not, and why.
final class CheckCommand implements Command {
    @Override
    public String name() {
        return "check";
    }

    @Override
    public String arguments() {
        return "[STEP]";
    }

    @Override
    public String summary() {
        return "say what of the step is done, and what is not and why";
    }

    @Override
    public String details() {
        return """
        Every snippet is followed by a silent check that prints what changed; `/check` prints all of \
        it. A criterion that is not met says what is expected, what was observed, because of what, \
        and where to look. `/check 2` looks at step 2, if it has begun.\
        """;
    }

    @Override
    public void run(LabRun run, String argument, Consumer<Event> out) {
        if (argument.isEmpty()) {
            run.check(run.step(), out);
            return;
        }
        Optional<Step> step = run.lab().step(argument);
        if (step.isEmpty()) {
            out.accept(
                    new Event.Rejected(
                            "there is no step `" + argument + "`", "/list shows the steps"));
        } else if (step.get().number() > run.step().number()) {
            out.accept(
                    new Event.Rejected(
                            "step "
                                    + step.get().number()
                                    + " has not begun"
                                    + (run.done().contains(step.get().number()) ? " again" : ""),
                            "/next goes on when this one is done"));
        } else {
            run.check(step.get(), out);
        }
    }

    @Override
    public List<String> candidates(LabRun run) {
        return IntStream.rangeClosed(1, run.step().number()).mapToObj(Integer::toString).toList();
    }
}
