package dev.rolecall.lab;

import dev.rolecall.check.StepOutcome;
import java.util.function.Consumer;

/// `/next`: on to the next step, if this one is done.
final class NextCommand implements Command {
    @Override
    public String name() {
        return "next";
    }

    @Override
    public String summary() {
        return "go on to the next step, when this one is done";
    }

    @Override
    public String details() {
        return "An empty line does the same once a step is done. `/goto` and `/solve` get you past a step that is not.";
    }

    @Override
    public void run(LabRun run, String argument, Consumer<Event> out) {
        run.look(out);
        if (!run.stepDone()) {
            StepOutcome outcome = run.outcomeNow();
            out.accept(
                    new Event.Rejected(
                            "step "
                                    + run.step().number()
                                    + " is not done: "
                                    + outcome.met()
                                    + " of "
                                    + outcome.criteria().size()
                                    + " criteria are met",
                            "/check says what is open, /hint helps, /solve does it for you"));
        } else if (run.isLast()) {
            out.accept(
                    new Event.Said(
                            "That was the last step. /goto STEP goes back to one, /reset lab begins anew."));
        } else {
            run.enterNext(out);
        }
    }
}
