package dev.rolecall.snippet.agent;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// What [StopChecks] puts in the place of a few calls of the learner's. They do what the originals
/// do, and one thing more.
public final class Substitutes {
    private static volatile String exitedBy = "";

    private Substitutes() {}

    /// `System.exit`, and remembers which run's code called it, be it in a thread left behind.
    public static void exit(int status) {
        exitedBy = Run.current();
        System.exit(status);
    }

    /// `Runtime.exit`, likewise.
    public static void exit(Runtime runtime, int status) {
        exitedBy = Run.current();
        runtime.exit(status);
    }

    /// `CompletableFuture.join`, which a thread cannot be interrupted in, made stoppable.
    public static <T> @Nullable T join(CompletableFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            StopSignal.check();
            // somebody else's interrupt: wait on, as the original does
            return future.join();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw new CompletionException(cause == null ? e : cause);
        }
    }

    /// The run whose code ended this JVM; empty text if that is not known.
    static String exitedBy() {
        return exitedBy;
    }
}
