package dev.rolecall.lab;

import dev.rolecall.check.Criterion;
import dev.rolecall.check.StepOutcome;
import dev.rolecall.course.Lab;
import dev.rolecall.course.Step;
import dev.rolecall.fault.ContainerErrors;
import dev.rolecall.fault.UserError;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Checks steps against the cloud, and writes down what that brings.
final class Examination {
    private static final int NEVER = -1;

    private final Lab lab;
    private final Engine engine;
    private final Standing standing;
    private int requestsSeen = NEVER;

    /// How many requests there were when the learner was told that nothing can be checked.
    private int requestsUnseen = NEVER;

    Examination(Lab lab, Engine engine, Standing standing) {
        this.lab = lab;
        this.engine = engine;
        this.standing = standing;
    }

    private Step current() {
        return lab.steps().get(standing.state().step() - 1);
    }

    /// How the current step's criteria stand, without telling anybody.
    StepOutcome outcome() {
        return outcome(current());
    }

    private StepOutcome outcome(Step step) {
        engine.cloud().refresh();
        return refreshed(step);
    }

    private StepOutcome refreshed(Step step) {
        int before = standing.state().start().cloud().requests().size();
        return engine.checks().run(step, engine.world(before), engine.agreement());
    }

    /// Makes the next look a real one, though no request was made since the last.
    void forget() {
        requestsSeen = NEVER;
    }

    /// Checks the current step and tells what changed; says nothing if nothing did. Where what is
    /// behind the cloud does not answer, nothing is known to have changed.
    void look(Consumer<Event> out) {
        int requests = engine.cloud().trail().size();
        if (standing.state().passed() || requests == requestsSeen) {
            return;
        }
        try {
            engine.cloud().refresh();
        } catch (UserError e) {
            unseen(requests, e, out);
            return;
        }
        requestsSeen = requests;
        StepOutcome outcome = refreshed(current());
        Set<String> before = Set.copyOf(standing.state().met());
        List<Criterion> criteria = outcome.criteria();
        for (int i = 0; i < criteria.size(); i++) {
            Criterion now = criteria.get(i);
            if (now.passed() != before.contains(now.id())) {
                out.accept(new Event.Ticked(i + 1, criteria.size(), now.name(), now.passed()));
            }
        }
        take(outcome, out);
    }

    /// Once for each request, unless its own answer said so.
    private void unseen(int requests, UserError why, Consumer<Event> out) {
        boolean told =
                requests > 0
                        && engine.cloud()
                                .trail()
                                .requests()
                                .getLast()
                                .errorCode()
                                .equals(ContainerErrors.CODE);
        boolean again = requests == requestsUnseen;
        requestsUnseen = requests;
        if (!told && !again) {
            out.accept(new Event.Rejected(why.what() + ", so nothing is checked", why.whatToDo()));
        }
    }

    /// Checks the current step, or another that has begun, and tells everything.
    void whole(Step step, Consumer<Event> out) {
        StepOutcome outcome = outcome(step);
        RunState state = standing.state();
        boolean done = state.done().contains(step.number());
        out.accept(new Event.Checked(step, outcome, done, state.hintsShown()));
        if (step.number() == state.step() && !state.passed()) {
            take(outcome, out);
        }
    }

    private void take(StepOutcome outcome, Consumer<Event> out) {
        List<String> met =
                outcome.criteria().stream().filter(Criterion::passed).map(Criterion::id).toList();
        standing.change(state -> state.met(met));
        if (outcome.done()) {
            standing.change(RunState::finished);
            Step step = current();
            out.accept(new Event.StepDone(step, step.number() == lab.steps().size()));
        }
    }
}
