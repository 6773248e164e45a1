package dev.rolecall.snippet;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The child that serves, and the spare that stands by. A spare has connected and warmed up, and
/// waits for its first command.
final class Children implements AutoCloseable {
    /// How long after a snippet the spare is begun.
    private static final Duration IDLE = Duration.ofSeconds(1);

    private final Supplier<ChildJvm> starter;
    private final boolean withSpare;
    private Soon<ChildJvm> serving;
    private @Nullable Soon<ChildJvm> spare;
    private CountDownLatch spareWanted = new CountDownLatch(0);
    private boolean closed;

    /// Begins to start the first child.
    Children(Supplier<ChildJvm> starter, boolean withSpare) {
        this.starter = starter;
        this.withSpare = withSpare;
        serving = inBackground();
    }

    /// The child that serves; waits for it.
    ///
    /// @throws dev.rolecall.fault.UserError if it could not be started
    ChildJvm current() {
        Soon<ChildJvm> future;
        synchronized (this) {
            future = serving;
        }
        return future.get();
    }

    /// Ends the child that serves and puts the spare, or a new one, in its place.
    ChildJvm replace() {
        Soon<ChildJvm> old;
        synchronized (this) {
            old = serving;
            spareWanted.countDown();
            serving = spare == null ? inBackground() : spare;
            spare = null;
        }
        old.then(ChildJvm::close);
        ChildJvm next = current();
        return next.alive() ? next : replace();
    }

    /// Starts a spare in the background, if there is to be one and none is there: not at once,
    /// since the learner may be waiting for what else is going on.
    synchronized void prepareSpare() {
        if (withSpare && !closed && spare == null) {
            CountDownLatch wanted = new CountDownLatch(1);
            spareWanted = wanted;
            spare =
                    Soon.begin(
                            "rolecall spare jvm",
                            () -> {
                                idle(wanted);
                                return starter.get();
                            });
        }
    }

    @Override
    public void close() {
        Soon<ChildJvm> last;
        Soon<ChildJvm> waiting;
        synchronized (this) {
            closed = true;
            spareWanted.countDown();
            last = serving;
            waiting = spare;
        }
        if (waiting != null) {
            waiting.then(ChildJvm::close);
        }
        last.then(ChildJvm::close);
    }

    /// Waits a while, or until the spare is wanted.
    private static void idle(CountDownLatch wanted) {
        try {
            var _ = wanted.await(IDLE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Soon<ChildJvm> inBackground() {
        return Soon.begin("rolecall snippet jvm", starter);
    }
}
