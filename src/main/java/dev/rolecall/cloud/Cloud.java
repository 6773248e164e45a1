package dev.rolecall.cloud;

import dev.rolecall.guard.AuditTrail;
import dev.rolecall.guard.Guard;
import dev.rolecall.guard.LabClock;
import dev.rolecall.iam.Iam;
import dev.rolecall.iam.Ids;
import dev.rolecall.s3.EmbeddedS3;
import dev.rolecall.s3.S3;
import dev.rolecall.sts.Sts;
import dev.rolecall.wire.HttpEndpoint;
import dev.rolecall.wire.HttpIn;
import dev.rolecall.wire.HttpOut;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;

/// A place to send AWS calls: IAM, STS and S3 in memory, behind the guard, at an endpoint on this
/// machine.
public final class Cloud implements AutoCloseable {
    private final LabClock clock;
    private final Iam iam;
    private final Sts sts;
    private final S3 s3;
    private final Guard guard;
    private final Tape tape = new Tape();
    private final HttpEndpoint endpoint;

    /// Requests share it; a snapshot excludes them, so that it is of one moment. A request that
    /// waits for the rest of its body does not hold it.
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private Cloud(
            int port,
            Function<Iam, S3> s3,
            LabClock clock,
            Ids ids,
            Consumer<RuntimeException> bugs) {
        this.clock = clock;
        iam = new Iam(clock, ids);
        sts = new Sts(iam, clock, ids);
        this.s3 = s3.apply(iam);
        guard = new Guard(iam, sts, this.s3, clock, bugs);
        endpoint = HttpEndpoint.start(port, this::answer);
    }

    /// Starts an empty cloud.
    ///
    /// @param port the port on 127.0.0.1; 0 for any that is free
    /// @param bodies the folder for the bytes of objects
    /// @param bugs is told what should not have happened
    /// @throws dev.rolecall.fault.UserError if the port is in use
    public static Cloud start(
            int port, Path bodies, LabClock clock, Ids ids, Consumer<RuntimeException> bugs) {
        return start(port, iam -> new EmbeddedS3(iam.names(), clock, bodies), clock, ids, bugs);
    }

    /// Starts an empty cloud whose S3 may be another's.
    ///
    /// @param s3 makes it, given who the principals are
    /// @throws dev.rolecall.fault.UserError if the port is in use
    public static Cloud start(
            int port,
            Function<Iam, S3> s3,
            LabClock clock,
            Ids ids,
            Consumer<RuntimeException> bugs) {
        return new Cloud(port, s3, clock, ids, bugs);
    }

    private HttpOut answer(HttpIn in) {
        Lock shared = lock.readLock();
        shared.lock();
        try {
            return tape.through(in.withBody(new UnhurriedBody(in.body(), shared)), guard);
        } finally {
            shared.unlock();
        }
    }

    /// Where clients send their calls.
    public URI uri() {
        return endpoint.uri();
    }

    /// What this moment's cloud is.
    public CloudState state() {
        lock.writeLock().lock();
        try {
            return new CloudState(
                    iam.state(), sts.state(), s3.state(), clock.moves(), guard.trail().requests());
        } finally {
            lock.writeLock().unlock();
        }
    }

    /// Makes the cloud what it was.
    public void restore(CloudState state) {
        lock.writeLock().lock();
        try {
            iam.restore(state.iam());
            sts.restore(state.sts());
            s3.restore(state.s3());
            clock.restore(state.clock());
            guard.trail().restore(state.requests());
        } finally {
            lock.writeLock().unlock();
        }
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
    }
}
