package dev.rolecall.lab;

import dev.rolecall.check.StepOutcome;
import dev.rolecall.cloud.Cloud;
import dev.rolecall.cloud.CloudState;
import dev.rolecall.course.HintLadder;
import dev.rolecall.course.Lab;
import dev.rolecall.course.Step;
import dev.rolecall.policy.PrincipalNames;
import dev.rolecall.snippet.Completeness;
import dev.rolecall.snippet.Completion;
import dev.rolecall.snippet.Restored;
import dev.rolecall.snippet.SnippetShell;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// One way through a lab: the learner's snippets and commands go in, events come out.
///
/// Opening returns at once; cloud, compiler and the learner's JVM start in the background, and what
/// needs them waits. One thread at a time drives a run; only [#stop()] may come from another.
public final class LabRun implements AutoCloseable {
    private final LabSettings settings;
    private final Engine engine;
    private final Standing standing;
    private final Examination examination;
    private final RunKeeper.Loaded loaded;
    private volatile boolean stopped;

    private LabRun(
            LabSettings settings, Engine engine, Standing standing, RunKeeper.Loaded loaded) {
        this.settings = settings;
        this.engine = engine;
        this.standing = standing;
        this.loaded = loaded;
        examination = new Examination(settings.lab(), engine, standing);
    }

    /// Opens a run: where it was left if it was kept, else at its beginning.
    ///
    /// @throws dev.rolecall.fault.UserError from the first call that needs the cloud, if its port
    ///   is in use
    public static LabRun open(LabSettings settings) {
        Optional<RunKeeper> keeper =
                settings.store().map(store -> new RunKeeper(store, settings.lab()));
        RunKeeper.Loaded loaded = keeper.map(RunKeeper::load).orElseGet(RunKeeper.Fresh::new);
        Optional<RunKeeper.Kept> kept =
                loaded instanceof RunKeeper.Resumed(RunKeeper.Kept found)
                        ? Optional.of(found)
                        : Optional.empty();
        // Before the cloud is up: the first prompt tells how long a session still lasts.
        kept.ifPresent(found -> settings.clock().restore(found.cloud().clock()));
        Engine engine = Engine.start(settings, kept);
        Standing standing = new Standing(engine, keeper, kept.map(RunKeeper.Kept::run));
        return new LabRun(settings, engine, standing, loaded);
    }

    // What the screen asks.

    public Lab lab() {
        return settings.lab();
    }

    /// The current step.
    public Step step() {
        return lab().steps().get(standing.atOnce().map(RunState::step).orElse(1) - 1);
    }

    public Status status() {
        return Status.of(
                lab(),
                step().number(),
                standing.atOnce().map(RunState::acting),
                settings.clock().instant());
    }

    public boolean isLast() {
        return step().number() == lab().steps().size();
    }

    /// Whether the current step was done since it last began.
    public boolean stepDone() {
        return standing.state().passed();
    }

    /// The numbers of the steps that were ever done.
    public List<Integer> done() {
        return standing.state().done();
    }

    /// Whether the cloud takes requests by now.
    public boolean cloudIsUp() {
        return engine.cloudIsUp();
    }

    /// Waits until the cloud has its port.
    ///
    /// @throws dev.rolecall.fault.UserError if it is in use
    public void awaitEndpoint() {
        engine.cloud();
    }

    /// Waits until the cloud takes requests: some seconds, or longer, for a container.
    ///
    /// @throws dev.rolecall.fault.UserError if its port is in use, or the container cannot be had
    public void awaitCloud() {
        engine.cloud().await();
    }

    /// Whether [#analyse(String)] answers at once by now.
    public boolean compilerIsUp() {
        return engine.compilerIsUp();
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

    /// Tells what happens in the background: how the cloud comes up, and what could not be had back
    /// when the run was resumed.
    ///
    /// @param out may be called from a thread of the run's
    public void tellBackground(Consumer<Event> out) {
        engine.notices(out);
        engine.whenRestored(restored -> lost(restored, out));
    }

    private static void lost(Restored restored, Consumer<Event> out) {
        if (!restored.equals(Restored.WHOLE)) {
            out.accept(new Event.Lost(restored));
        }
    }

    // What the learner does.

    /// Tells how the run begins: anew, where it was left, or beside one that could not be read.
    public void opening(Consumer<Event> out) {
        if (loaded instanceof RunKeeper.SetAside(var where, String why)) {
            out.accept(new Event.SetAside(where, why));
        }
        out.accept(new Event.Opened(lab(), loaded instanceof RunKeeper.Resumed));
        task(out);
    }

    /// Shows the current step's task.
    public void task(Consumer<Event> out) {
        out.accept(new Event.Task(lab(), step()));
    }

    /// Evaluates Java, and looks whether anything is done by it.
    void java(String text, Consumer<Event> out) {
        engine.output(out);
        settings.clock().settle();
        String rest =
                engine.java().evaluate(text, snippet -> out.accept(new Event.Answered(snippet)));
        if (!rest.isEmpty()) {
            out.accept(new Event.Said("The rest of what you typed did not run."));
        }
        examination.look(out);
        standing.save(out);
    }

    /// Stops the snippet that runs, and whatever types snippets by itself.
    public void stop() {
        stopped = true;
        engine.stop();
    }

    /// Whether [#stop()] was called since [#forgetStop()].
    boolean wasStopped() {
        return stopped;
    }

    /// What was stopped before does not matter to what begins now.
    void forgetStop() {
        stopped = false;
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
        return standing.state().acting();
    }

    CloudState stepStart() {
        return standing.state().start().cloud();
    }

    int hintsShown() {
        return standing.state().hintsShown();
    }

    /// Checks the current step and tells what changed; says nothing if nothing did.
    void look(Consumer<Event> out) {
        examination.look(out);
        standing.save(out);
    }

    /// The same where something that is not a request may have changed what is done: the clock.
    void lookAgain(Consumer<Event> out) {
        examination.forget();
        look(out);
    }

    /// Checks a step that has begun and tells everything.
    void check(Step step, Consumer<Event> out) {
        examination.whole(step, out);
        standing.save(out);
    }

    /// How the current step's criteria stand, without telling anybody.
    StepOutcome outcomeNow() {
        return examination.outcome();
    }

    /// Goes on to the next step.
    void enterNext(Consumer<Event> out) {
        CloudState now = cloud().state();
        int snippets = engine.java().history().size();
        standing.change(state -> state.entered(now, snippets));
        examination.forget();
        task(out);
        look(out);
    }

    /// Goes back to how everything was when a step began.
    ///
    /// @param number of a step that has begun
    void backTo(int number, Consumer<Event> out) {
        RunState earlier = standing.state().backTo(number);
        RunState.StepStart start = earlier.start();
        Engine.Back back = engine.backTo(start.cloud(), start.snippets(), start.acting());
        standing.change(state -> earlier);
        examination.forget();
        lost(back.restored(), out);
        out.accept(
                new Event.Said(
                        "Cloud and Java are as they were when step "
                                + number
                                + " began"
                                + (back.left().isEmpty() ? "." : ", but for what follows.")));
        back.left().forEach(line -> out.accept(new Event.Said("- " + line)));
        standing.save(out);
        cloud().sweep(earlier.starts().stream().map(RunState.StepStart::cloud).toList());
    }

    /// Marks the current step as done by its reference solution.
    void markSkipped(Consumer<Event> out) {
        standing.change(RunState::skippedStep);
        standing.save(out);
    }

    void become(Acting acting, Consumer<Event> out) {
        engine.java().become(acting.credentials());
        standing.change(state -> state.acting(acting));
        standing.save(out);
    }

    HintLadder.Hint hint(int rung, Consumer<Event> out) {
        standing.change(state -> state.hintShown(rung));
        standing.save(out);
        return step().hints().rungs().get(rung - 1);
    }

    @Override
    public void close() {
        engine.close();
    }
}
