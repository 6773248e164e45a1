package dev.rolecall.lab;

import dev.rolecall.check.Checks;
import dev.rolecall.check.Criterion;
import dev.rolecall.check.StepOutcome;
import dev.rolecall.cloud.Cloud;
import dev.rolecall.cloud.CloudState;
import dev.rolecall.cloud.Exchange;
import dev.rolecall.course.HintLadder;
import dev.rolecall.course.Lab;
import dev.rolecall.course.Step;
import dev.rolecall.policy.PrincipalNames;
import dev.rolecall.snippet.Completeness;
import dev.rolecall.snippet.Completion;
import dev.rolecall.snippet.CredentialsValue;
import dev.rolecall.snippet.Evaluated;
import dev.rolecall.snippet.Outcome;
import dev.rolecall.snippet.Past;
import dev.rolecall.snippet.Restored;
import dev.rolecall.snippet.SnippetShell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// One way through a lab: the learner's snippets and commands go in, events come out.
///
/// Opening returns at once; cloud, compiler and the learner's JVM start in the background, and what
/// needs them waits. One thread at a time drives a run; only [#stop()] may come from another.
public final class LabRun implements AutoCloseable {
    private final LabSettings settings;
    private final RunKeeper keeper;
    private final Engine engine;
    private final boolean resumed;
    private RunState state;
    private int checkedRequests = -1;

    private LabRun(
            LabSettings settings,
            RunKeeper keeper,
            Engine engine,
            RunState state,
            boolean resumed) {
        this.settings = settings;
        this.resumed = resumed;
        this.keeper = keeper;
        this.engine = engine;
        this.state = state;
    }

    /// Opens a run: where it was left if it was kept, else at its beginning.
    ///
    /// @throws dev.rolecall.fault.UserError from the first call that needs the cloud, if its port
    ///   is in use
    public static LabRun open(LabSettings settings) {
        RunKeeper keeper = new RunKeeper(settings.store());
        Optional<RunKeeper.Kept> kept = keeper.load();
        Engine engine = Engine.start(settings, kept);
        RunState state = kept.map(RunKeeper.Kept::run).orElseGet(engine::beginning);
        return new LabRun(settings, keeper, engine, state, kept.isPresent());
    }

    // What the screen asks.

    public Lab lab() {
        return settings.lab();
    }

    /// Whether the run goes on where it was left.
    public boolean resumed() {
        return resumed;
    }

    /// The current step.
    public Step step() {
        return lab().steps().get(state.step() - 1);
    }

    public Status status() {
        return Status.of(
                lab().id(),
                state.step(),
                lab().steps().size(),
                state.acting(),
                settings.clock().instant());
    }

    /// Whether the current step is done.
    public boolean stepDone() {
        return state.isDone();
    }

    /// The numbers of the steps that are done.
    public List<Integer> done() {
        return state.done();
    }

    public int hintsShown() {
        return state.hintsShown();
    }

    /// Says whether a text is complete Java.
    public Completeness analyse(String text) {
        return engine.java().analyse(text);
    }

    /// Proposes what could stand at the cursor.
    public Completion complete(String text, int cursor) {
        return engine.java().complete(text, cursor);
    }

    /// Unique ids and ARNs, for quoted policies.
    public PrincipalNames names() {
        return cloud().iam().names();
    }

    // What commands use.

    LabSettings settings() {
        return settings;
    }

    Cloud cloud() {
        return engine.cloud();
    }

    Wardrobes wardrobe() {
        return engine.wardrobe();
    }

    SnippetShell javaShell() {
        return engine.java();
    }

    Acting acting() {
        return state.acting();
    }

    CloudState stepStart() {
        return state.start().cloud();
    }

    // What the learner does.

    /// Evaluates Java, and looks whether anything is done by it.
    public void java(String text, Consumer<Event> out) {
        engine.output(out);
        for (Evaluated snippet : engine.java().evaluate(text)) {
            boolean refused =
                    snippet.outcome()
                                    instanceof
                                    Outcome.AwsRefused(_, String code, int status, _, _, _)
                            && (status == 403 || code.equals("ExpiredToken"));
            out.accept(new Event.Answered(snippet, refused));
        }
        look(out);
        save();
    }

    /// Stops the snippet that runs.
    public void stop() {
        engine.java().stop();
    }

    /// Checks the current step and tells what changed; says nothing if nothing did.
    void look(Consumer<Event> out) {
        int requests = cloud().trail().size();
        if (state.isDone() || requests == checkedRequests) {
            return;
        }
        checkedRequests = requests;
        StepOutcome outcome = outcome();
        Set<String> before = Set.copyOf(state.met());
        List<Criterion> criteria = outcome.criteria();
        for (int i = 0; i < criteria.size(); i++) {
            Criterion criterion = criteria.get(i);
            if (criterion.passed() != before.contains(criterion.id())) {
                out.accept(
                        new Event.Ticked(
                                i + 1, criteria.size(), criterion.name(), criterion.passed()));
            }
        }
        take(outcome, out);
    }

    private void take(StepOutcome outcome, Consumer<Event> out) {
        state =
                state.met(
                        outcome.criteria().stream()
                                .filter(Criterion::passed)
                                .map(Criterion::id)
                                .collect(Collectors.toList()));
        if (outcome.done() && !state.isDone()) {
            state = state.finished();
            out.accept(new Event.StepDone(step(), isLast()));
        }
    }

    private StepOutcome outcome() {
        return outcome(step());
    }

    private StepOutcome outcome(Step step) {
        Checks checks = engine.checks();
        return checks.run(step, engine.world(state.start().cloud().requests().size()));
    }

    /// Checks the current step, or another that has begun, and tells everything.
    void check(Step step, Consumer<Event> out) {
        StepOutcome outcome = outcome(step);
        boolean current = step.number() == state.step();
        boolean done = state.done().contains(step.number());
        out.accept(new Event.Checked(step, outcome, done, state.hintsShown()));
        if (current && !done) {
            take(outcome, out);
            save();
        }
    }

    /// The criteria of the current step that are not met.
    List<Criterion> open() {
        return outcome().open();
    }

    /// How the current step's criteria stand, without telling anybody.
    StepOutcome outcomeNow() {
        return outcome();
    }

    int criteriaCount() {
        return outcome().criteria().size();
    }

    public boolean isLast() {
        return state.step() == lab().steps().size();
    }

    /// Shows the current step's task.
    public void task(Consumer<Event> out) {
        out.accept(new Event.Task(lab(), step()));
    }

    /// Goes on to the next step.
    void enterNext(Consumer<Event> out) {
        state = state.entered(cloud().state(), engine.java().history().size());
        checkedRequests = -1;
        save();
        task(out);
        look(out);
    }

    /// Goes back to how everything was when a step began.
    ///
    /// @param number of a step that has begun
    void backTo(int number, Consumer<Event> out) {
        RunState earlier = state.backTo(number);
        RunState.StepStart start = earlier.start();
        Restored restored = engine.backTo(start.cloud(), start.snippets(), start.acting());
        state = earlier;
        checkedRequests = -1;
        saveAnew();
        tellLost(restored, out);
    }

    /// How far the run has come: the number of the newest step that has begun.
    int begun() {
        return state.starts().size();
    }

    static void tellLost(Restored restored, Consumer<Event> out) {
        if (!restored.lost().isEmpty()) {
            out.accept(new Event.Said("Not restored: " + String.join(", ", restored.lost()) + "."));
        }
    }

    /// Marks the current step as done by its reference solution.
    void markSkipped() {
        state = state.skippedStep();
    }

    void become(Acting acting) {
        engine.java().become(acting.credentials());
        state = state.acting(acting);
        save();
    }

    Optional<CredentialsValue> credentialsOf(String variable) {
        return engine.java().credentialsOf(variable);
    }

    HintLadder.Hint hint(int rung) {
        state = state.hintShown(rung);
        save();
        return step().hints().rungs().get(rung - 1);
    }

    /// Something that is not a request may have changed what is done: the clock, who acts.
    void lookAgain(Consumer<Event> out) {
        checkedRequests = -1;
        look(out);
        save();
    }

    /// What could not be had back when the run was resumed; waits until everything is ready.
    public Restored awaitReady() {
        return engine.restored();
    }

    // Keeping.

    private RunKeeper.Kept kept() {
        List<Past> past = engine.java().history();
        Set<String> ids = past.stream().map(Past::id).collect(Collectors.toSet());
        List<Exchange> exchanges = new ArrayList<>(cloud().tape().exchanges());
        exchanges.removeIf(exchange -> !ids.contains(exchange.snippet()));
        return new RunKeeper.Kept(state, cloud().state(), past, exchanges);
    }

    private void save() {
        if (settings.store().isPresent()) {
            keeper.save(kept());
        }
    }

    private void saveAnew() {
        if (settings.store().isPresent()) {
            keeper.saveAnew(kept());
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
