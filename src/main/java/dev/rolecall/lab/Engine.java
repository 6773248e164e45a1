package dev.rolecall.lab;

import dev.rolecall.check.Agreement;
import dev.rolecall.check.Checks;
import dev.rolecall.check.CloudWorld;
import dev.rolecall.check.World;
import dev.rolecall.cloud.Cloud;
import dev.rolecall.cloud.CloudSettings;
import dev.rolecall.cloud.CloudState;
import dev.rolecall.cloud.Tape;
import dev.rolecall.iam.KeyOwner;
import dev.rolecall.localstack.mirror.EntityRef;
import dev.rolecall.s3.S3State;
import dev.rolecall.snippet.Completeness;
import dev.rolecall.snippet.CredentialsValue;
import dev.rolecall.snippet.Past;
import dev.rolecall.snippet.Printed;
import dev.rolecall.snippet.Replay;
import dev.rolecall.snippet.Restored;
import dev.rolecall.snippet.Running;
import dev.rolecall.snippet.ShellSettings;
import dev.rolecall.snippet.SnippetShell;
import dev.rolecall.snippet.Surroundings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// The three machines of a run (cloud, learner's Java, checks), started side by side in the
/// background.
final class Engine implements AutoCloseable {
    /// The user that the learner is at the beginning.
    static final String ADMIN = "admin";

    private final LabSettings settings;
    private final CompletableFuture<Founded> founded;
    private final CompletableFuture<Java> java;
    private final CompletableFuture<Completeness> compiler;
    private final CompletableFuture<Checks> checks;
    private final Notices notices = new Notices();
    private volatile Consumer<Event> out = event -> {};

    /// @param first who acts at the beginning of a new run
    private record Founded(Cloud cloud, Acting first) {}

    private record Java(SnippetShell shell, Restored restored) {}

    private Engine(LabSettings settings, Optional<RunKeeper.Kept> kept) {
        this.settings = settings;
        founded = Background.start("cloud", () -> found(kept));
        java = Background.start("java", () -> java(founded.join(), kept));
        compiler = Background.start("compiler", () -> java.join().shell().analyse(""));
        // The first check comes after the first snippet, so it does not compete with that.
        checks =
                Background.start(
                        "checks",
                        () -> {
                            Background.ended(java);
                            return checksOf(settings);
                        });
    }

    static Engine start(LabSettings settings, Optional<RunKeeper.Kept> kept) {
        return new Engine(settings, kept);
    }

    private Founded found(Optional<RunKeeper.Kept> kept) {
        Cloud cloud =
                Cloud.start(
                        new CloudSettings(
                                settings.port(),
                                settings.files().resolve("bodies"),
                                settings.clock(),
                                settings.ids(),
                                settings.backing(),
                                notices::say,
                                settings.bugs()));
        Founded founded = kept.map(run -> resumed(cloud, run)).orElseGet(() -> founding(cloud));
        cloud.whenUnusable(e ->
                notices.add(
                        new Event.Rejected(
                                "LocalStack cannot be used: " + e.what(), e.whatToDo())));
        cloud.open(kept.map(run -> run.cloud().s3()).orElseGet(S3State::empty));
        return founded;
    }

    private static Founded resumed(Cloud cloud, RunKeeper.Kept kept) {
        cloud.resume(kept.cloud(), kept.mirror());
        cloud.tape().restore(kept.exchanges());
        return new Founded(cloud, kept.run().acting());
    }

    private Founded founding(Cloud cloud) {
        List<KeyOwner> admins =
                settings.lab().accounts().stream()
                        .map(account -> cloud.iam().found(account, ADMIN))
                        .toList();
        KeyOwner admin = admins.getFirst();
        CredentialsValue credentials =
                CredentialsValue.ofKey(admin.key().id(), admin.key().secret());
        return new Founded(cloud, new Acting(credentials, ADMIN, Optional.empty()));
    }

    private Java java(Founded ready, Optional<RunKeeper.Kept> kept) {
        Tape tape = ready.cloud().tape();
        ShellSettings shell =
                ShellSettings.of(
                                settings.files().resolve("learner"),
                                ready.cloud().uri(),
                                ready.first().credentials())
                        .withCache(settings.learnerCache())
                        .withJars(settings.cache().resolve("learner"));
        SnippetShell started =
                SnippetShell.start(
                        settings.spare() ? shell : shell.withoutSpare(),
                        new Surroundings(
                                this::printed,
                                new Wardrobes(ready.cloud(), settings.lab().account()),
                                new Recording(tape),
                                new Replaying(tape)));
        List<Past> past = kept.map(RunKeeper.Kept::past).orElse(List.of());
        Restored restored = past.isEmpty() ? Restored.WHOLE : started.restore(past);
        return new Java(started, restored);
    }

    private static Checks checksOf(LabSettings settings) {
        return Checks.open(
                settings.lab().checks(), settings.cache().resolve("checks"), settings.engine());
    }

    private void printed(Printed printed) {
        out.accept(new Event.Output(printed));
    }

    /// Where the learner's output goes from now on.
    void output(Consumer<Event> events) {
        out = events;
    }

    /// The state of a new run; waits for the cloud, whose keys are in it.
    RunState beginning() {
        return RunState.beginning(cloud().state(), Background.await(founded).first());
    }

    boolean cloudIsUp() {
        return founded.isDone()
                && !founded.isCompletedExceptionally()
                && founded.join().cloud().isOpen();
    }

    boolean compilerIsUp() {
        return compiler.isDone();
    }

    /// Stops the snippet that runs; while the learner's JVM is still being started none does.
    void stop() {
        Background.ifDone(java, started -> started.shell().stop());
    }

    Cloud cloud() {
        return Background.await(founded).cloud();
    }

    SnippetShell java() {
        return Background.await(java).shell();
    }

    /// What happens in the background, from now on and so far.
    void notices(Consumer<Event> events) {
        notices.listen(events);
    }

    /// Should the learner's JVM not start, whoever needs it next is told, and this is not.
    void whenRestored(Consumer<Restored> then) {
        var _ = java.thenAccept(started -> then.accept(started.restored()));
    }

    Checks checks() {
        return Background.await(checks);
    }

    Wardrobes wardrobe() {
        return new Wardrobes(cloud(), settings.lab().account());
    }

    /// @param requestsBefore how many requests there were when the step began
    World world(int requestsBefore) {
        Cloud cloud = cloud();
        return new CloudWorld(
                settings.lab().account(),
                cloud.clock(),
                cloud.iam(),
                cloud.sts(),
                cloud.s3(),
                cloud.trail()::requests,
                requestsBefore,
                question ->
                        cloud.guard()
                                .decider()
                                .ask(
                                        question.principal(),
                                        question.action(),
                                        question.resource(),
                                        question.extra(),
                                        question.accountAllowsAll()));
    }

    /// Whether what a criterion read is the same behind the cloud.
    Agreement agreement() {
        Cloud cloud = cloud();
        return cloud.mayDrift() ? read -> differences(cloud, read) : Agreement.always();
    }

    private List<String> differences(Cloud cloud, Set<EntityRef> read) {
        return cloud.drift(settings.lab().account(), read).stream()
                .map(dev.rolecall.localstack.mirror.Difference::words)
                .toList();
    }

    /// What came of going back.
    ///
    /// @param left what could not be taken back in the cloud, a line each
    record Back(Restored restored, List<String> left) {}

    /// Makes cloud and JShell state what they were.
    Back backTo(CloudState state, int snippets, Acting acting) {
        List<String> left = cloud().restore(state);
        SnippetShell shell = java();
        List<Past> past = shell.history();
        List<Past> kept = List.copyOf(past.subList(0, Math.min(snippets, past.size())));
        List<String> ids = kept.stream().map(Past::id).toList();
        cloud().tape().restore(cloud().tape().exchangesOf(ids));
        Restored restored = kept.size() == past.size() ? Restored.WHOLE : shell.restore(kept);
        shell.become(acting.credentials());
        return new Back(restored, left);
    }

    /// Requests are recorded against the snippet that runs.
    private record Recording(Tape tape) implements Running {
        @Override
        public void begin(String snippetId) {
            tape.record(snippetId);
        }

        @Override
        public void end(String snippetId) {
            tape.idle();
        }
    }

    /// Requests of a snippet that runs again are answered from the tape.
    private record Replaying(Tape tape) implements Replay {
        @Override
        public void begin(String snippetId) {
            tape.play(snippetId);
        }

        @Override
        public void end(String snippetId) {
            tape.idle();
        }
    }

    @Override
    public void close() {
        Background.ifDone(java, started -> started.shell().close());
        Background.ifDone(founded, ready -> ready.cloud().close());
    }
}
