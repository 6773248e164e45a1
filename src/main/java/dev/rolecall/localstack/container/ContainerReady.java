package dev.rolecall.localstack.container;

import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import dev.rolecall.localstack.container.Container.State;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/// Waits until LocalStack answers, as long as its container runs. Testcontainers itself reads the
/// log for a word, and goes on reading when the container has ended.
final class ContainerReady extends AbstractWaitStrategy {
    /// More than a busy classroom laptop needs for the first start of a freshly pulled image.
    static final Duration LIMIT = Duration.ofSeconds(60);

    private static final int PORT = 4566;
    private static final Duration ANSWER = Duration.ofSeconds(1);
    private static final long LOOK_MILLIS = 50;
    private static final int INSPECT_EACH = 5;
    private static final long TELL_SECONDS = 5;

    private final Consumer<String> progress;
    private final Stop stop;
    private final LongSupplier nanos;

    /// @param nanos the time, as [System#nanoTime()] tells it
    ContainerReady(Consumer<String> progress, Stop stop, LongSupplier nanos) {
        this.progress = progress;
        this.stop = stop;
        this.nanos = nanos;
    }

    @Override
    protected void waitUntilReady() {
        URI endpoint =
                URI.create(
                        "http://"
                                + waitStrategyTarget.getHost()
                                + ":"
                                + waitStrategyTarget.getMappedPort(PORT));
        long began = nanos.getAsLong();
        long told = 0;
        for (int look = 0; GivenContainer.look(endpoint, ANSWER) != State.RUNNING; look++) {
            stop.check();
            Duration waited = Duration.ofNanos(nanos.getAsLong() - began);
            if (waited.compareTo(LIMIT) > 0) {
                throw new NotReady();
            }
            if (look % INSPECT_EACH == 0 && !runs()) {
                throw new IllegalStateException("the container ended");
            }
            if (waited.toSeconds() >= told + TELL_SECONDS) {
                told = waited.toSeconds();
                progress.accept("LocalStack is still starting, after " + told + " s");
            }
            pause();
        }
    }

    private boolean runs() {
        ContainerState state = waitStrategyTarget.getCurrentContainerInfo().getState();
        return Boolean.TRUE.equals(state.getRunning());
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    /// It runs and does not answer.
    static final class NotReady extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
