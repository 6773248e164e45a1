package dev.rolecall.localstack.container;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// Asks something that may never answer. The engine's client knows no time-outs, and a thread that
/// reads from a dead socket cannot be interrupted: it is left behind.
final class Patience {
    private Patience() {}

    /// @throws TimeoutException if no answer came in time, or whoever waits was interrupted
    static <T> T atMost(Duration limit, Callable<T> question) throws TimeoutException {
        return asLongAs(() -> false, limit, question);
    }

    /// Waits on for as long as there is hope.
    ///
    /// @param hope asked each time that the limit has passed
    /// @throws TimeoutException if there is none, or whoever waits was interrupted
    static <T> T asLongAs(BooleanSupplier hope, Duration limit, Callable<T> question)
            throws TimeoutException {
        FutureTask<T> asked = new FutureTask<>(question);
        Thread.ofPlatform().daemon().name("localstack-ask").start(asked);
        while (true) {
            try {
                return asked.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                asked.cancel(true);
                Thread.currentThread().interrupt();
                throw new TimeoutException("interrupted");
            } catch (TimeoutException e) {
                if (!hope.getAsBoolean()) {
                    asked.cancel(true);
                    throw e;
                }
            } catch (ExecutionException e) {
                throw unchecked(Objects.requireNonNullElse(e.getCause(), e));
            }
        }
    }

    private static RuntimeException unchecked(Throwable cause) {
        return switch (cause) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            default -> new IllegalStateException(cause);
        };
    }
}
