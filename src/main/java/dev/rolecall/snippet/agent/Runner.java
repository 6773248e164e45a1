package dev.rolecall.snippet.agent;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import jdk.jshell.spi.ExecutionControl.StoppedException;
import org.jspecify.annotations.Nullable;

/// Runs the learner's code, one run at a time, on a virtual thread: there an interrupt also ends a
/// wait for the network, which it does not on a thread of the platform's.
final class Runner {
    private static final long INTERRUPT_AGAIN_MILLIS = 20;

    private final Object lock = new Object();
    private Run announced = new Run(0, false);
    private long stopped = -1;
    private @Nullable Thread thread;

    /// Says which run comes next. A stop names the run that it means, and may come before the run
    /// has begun.
    void announce(Run run) {
        synchronized (lock) {
            announced = run;
        }
    }

    /// Runs it to its end.
    ///
    /// @throws StoppedException if it was stopped
    /// @throws Exception what the code threw
    <T> T run(Callable<T> code) throws Exception {
        FutureTask<T> task;
        synchronized (lock) {
            Run run = announced;
            task =
                    new FutureTask<>(() -> {
                        run.begin();
                        return code.call();
                    });
            if (stopped >= run.number()) {
                throw new StoppedException();
            }
            StopSignal.lower();
            thread = Thread.ofVirtual().name("snippet").start(task);
        }
        try {
            return result(task);
        } finally {
            synchronized (lock) {
                thread = null;
                StopSignal.lower();
            }
        }
    }

    /// Stops a run, now or, if it has not begun, when it begins.
    void stop(long run) {
        synchronized (lock) {
            stopped = Math.max(stopped, run);
            Thread meant = thread;
            if (run == announced.number() && meant != null) {
                StopSignal.raise();
                Thread.ofVirtual().start(() -> interruptUntilItEnds(meant));
            }
        }
    }

    private <T> T result(FutureTask<T> task) throws Exception {
        while (true) {
            try {
                return task.get();
            } catch (InterruptedException e) {
                // this thread serves the shell: nobody but the learner's code could mean it
            } catch (ExecutionException | CancellationException e) {
                synchronized (lock) {
                    // whatever a stopped snippet threw on its way out is not its own doing
                    if (stopped >= announced.number()) {
                        throw new StoppedException();
                    }
                }
                throw thrown(e.getCause());
            }
        }
    }

    private static Exception thrown(@Nullable Throwable cause) {
        return switch (cause) {
            case Exception exception -> exception;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(cause);
        };
    }

    /// Again and again: code may swallow an interrupt and wait anew.
    private static void interruptUntilItEnds(Thread meant) {
        try {
            do {
                meant.interrupt();
            } while (!meant.join(Duration.ofMillis(INTERRUPT_AGAIN_MILLIS)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
