package dev.rolecall.cloud;

import dev.rolecall.fault.ContainerErrors;
import dev.rolecall.fault.UserError;
import dev.rolecall.guard.AuditTrail;
import dev.rolecall.guard.Guard;
import dev.rolecall.guard.LabClock;
import dev.rolecall.iam.Iam;
import dev.rolecall.iam.Mirror;
import dev.rolecall.localstack.LocalStack;
import dev.rolecall.localstack.mirror.Difference;
import dev.rolecall.localstack.mirror.EntityRef;
import dev.rolecall.localstack.mirror.MirrorState;
import dev.rolecall.s3.EmbeddedS3;
import dev.rolecall.s3.ForwardedS3;
import dev.rolecall.s3.S3;
import dev.rolecall.s3.S3State;
import dev.rolecall.sts.Sts;
import dev.rolecall.wire.HttpEndpoint;
import dev.rolecall.wire.HttpIn;
import dev.rolecall.wire.HttpOut;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;

/// A place to send AWS calls: IAM, STS and S3 behind the guard, at an endpoint on this machine.
/// They are in memory, or IAM is mirrored in a LocalStack and S3 is kept there.
public final class Cloud implements AutoCloseable {
    private final LabClock clock;
    private final Optional<Behind> behind;
    private final Iam iam;
    private final Sts sts;
    private final S3 s3;
    private final Guard guard;
    private final Tape tape = new Tape();
    private final HttpEndpoint endpoint;
    private volatile Optional<CloudState> opening = Optional.empty();

    /// Requests share it; a snapshot excludes them, so that it is of one moment. A request that
    /// waits for the rest of its body does not hold it.
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private Cloud(CloudSettings settings, Optional<Behind> behind, Function<Cloud, S3> keeping) {
        this.clock = settings.clock();
        this.behind = behind;
        Optional<LocalStack> localStack = behind.map(Behind::localStack);
        iam =
                new Iam(
                        clock,
                        settings.ids(),
                        localStack.map(LocalStack::mirror).orElseGet(Mirror::none));
        sts = new Sts(iam, clock, settings.ids());
        s3 = keeping.apply(this);
        guard = new Guard(iam, sts, s3, clock, settings.bugs());
        endpoint = HttpEndpoint.start(settings.port(), this::answer);
    }

    /// Starts an empty cloud. It answers requests from [#open] on.
    ///
    /// @throws dev.rolecall.fault.UserError if the port is in use
    public static Cloud start(CloudSettings settings) {
        Optional<Behind> behind =
                Behind.of(settings.backing(), settings.ids(), settings.progress());
        try {
            return new Cloud(
                    settings,
                    behind,
                    cloud ->
                            behind.map(Behind::localStack)
                                    .map(cloud::forwarded)
                                    .orElseGet(() -> cloud.embedded(settings)));
        } catch (RuntimeException e) {
            behind.ifPresent(Behind::close);
            throw e;
        }
    }

    /// The same with an S3 of a test's choice.
    static Cloud start(CloudSettings settings, Function<Iam, S3> keeping) {
        return new Cloud(settings, Optional.empty(), cloud -> keeping.apply(cloud.iam));
    }

    private S3 forwarded(LocalStack localStack) {
        return new ForwardedS3(
                iam.names(), () -> iam.state().accounts().keySet(), localStack.forward(), clock);
    }

    private S3 embedded(CloudSettings settings) {
        return new EmbeddedS3(iam.names(), clock, settings.bodies());
    }

    /// From now on requests are answered: what IAM has at the beginning is there. With a LocalStack
    /// they wait until it has that too.
    ///
    /// @param kept what S3 had when the run was left, if it was
    public void open(S3State kept) {
        behind.ifPresent(b ->
                b.open(
                        iam,
                        s3,
                        kept,
                        guard.trail().requests(),
                        () -> opening = Optional.of(now(s3.state()))));
    }

    /// What it was when what is behind it had come up, before the first request; empty until then,
    /// and where nothing is behind it.
    public Optional<CloudState> opening() {
        return opening;
    }

    private HttpOut answer(HttpIn in) {
        try {
            behind.ifPresent(Behind::await);
        } catch (UserError e) {
            return guard.refuse(in, ContainerErrors.unusable(e.what(), e.whatToDo()));
        }
        Lock shared = lock.readLock();
        shared.lock();
        try {
            return tape.through(in.withBody(new UnhurriedBody(in.body(), shared)), guard);
        } finally {
            shared.unlock();
        }
    }

    /// Whether a request is answered at once.
    public boolean isOpen() {
        return behind.map(Behind::isOpen).orElse(true);
    }

    /// Tells why requests never will be answered, should that be so, for those who do not
    /// [#await()] it.
    ///
    /// @param told may be called from another thread, and not any more once this is closed
    public void whenUnusable(Consumer<UserError> told) {
        behind.ifPresent(b -> b.whenUnusable(told));
    }

    /// Waits until requests are answered.
    ///
    /// @throws UserError if they never will be
    public void await() {
        behind.ifPresent(Behind::await);
    }

    /// Where clients send their calls.
    public URI uri() {
        return endpoint.uri();
    }

    /// What this moment's cloud is.
    public CloudState state() {
        lock.writeLock().lock();
        try {
            return now(s3State());
        } finally {
            lock.writeLock().unlock();
        }
    }

    private CloudState now(S3State objects) {
        return new CloudState(
                iam.state(), sts.state(), objects, clock.moves(), guard.trail().requests());
    }

    /// Nothing is asked of a LocalStack that is not there yet.
    private S3State s3State() {
        return behind.filter(b -> !b.isOpen()).isPresent() ? S3State.empty() : s3.state();
    }

    /// Makes the cloud what it was when a run was left, before it is opened.
    public void resume(CloudState state, Optional<MirrorState> mirror) {
        behind.ifPresent(b -> mirror.ifPresent(b::restore));
        put(state);
    }

    /// Makes the cloud what it was.
    ///
    /// @return what could not be taken back, a line each
    /// @throws UserError if what is behind the cloud does not answer; then nothing was taken back
    ///   here
    public List<String> restore(CloudState state) {
        lock.writeLock().lock();
        try {
            List<String> left =
                    behind.map(b ->
                                    b.rewind(
                                            state,
                                            iam,
                                            s3,
                                            guard.trail().requestsAfter(state.requests().size())))
                            .orElse(List.of());
            put(state);
            return left;
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void put(CloudState state) {
        iam.restore(state.iam());
        sts.restore(state.sts());
        s3.restore(state.s3());
        clock.restore(state.clock());
        guard.trail().restore(state.requests());
    }

    /// Looks anew at what others may have changed behind the cloud.
    ///
    /// @throws UserError if what is behind it does not answer
    public void refresh() {
        behind.ifPresent(Behind::expectAnswers);
        s3.refresh();
    }

    /// Whether somebody else may change what is behind the cloud.
    public boolean mayDrift() {
        return behind.isPresent();
    }

    /// What is behind the cloud otherwise than in it.
    ///
    /// @param account 12 digits
    /// @throws UserError if it does not answer
    public List<Difference> drift(String account) {
        return behind.map(b -> b.drift(account)).orElse(List.of());
    }

    /// The same, of these entities only.
    public List<Difference> drift(String account, Set<EntityRef> entities) {
        return behind.map(b -> b.drift(account, entities)).orElse(List.of());
    }

    /// Takes over what is otherwise behind the cloud.
    ///
    /// @return what a person should know of it, a line each
    /// @throws UserError if it does not answer
    public List<String> adopt(String account) {
        List<String> told = new ArrayList<>(behind.map(b -> b.adopt(account)).orElse(List.of()));
        s3.refresh();
        told.addAll(s3.problems());
        return List.copyOf(told);
    }

    /// What is to be kept of the mirror beside the cloud's state, if there is one.
    public Optional<MirrorState> mirrorState() {
        return behind.map(Behind::mirrorState);
    }

    /// Deletes the bytes of objects that neither this moment's cloud nor any of these has.
    public void sweep(Collection<CloudState> wanted) {
        s3.sweep(wanted.stream().map(CloudState::s3).toList());
    }

    public LabClock clock() {
        return clock;
    }

    public Iam iam() {
        return iam;
    }

    public Sts sts() {
        return sts;
    }

    public S3 s3() {
        return s3;
    }

    public Guard guard() {
        return guard;
    }

    public AuditTrail trail() {
        return guard.trail();
    }

    public Tape tape() {
        return tape;
    }

    @Override
    public void close() {
        endpoint.close();
        behind.ifPresent(Behind::close);
    }
}
