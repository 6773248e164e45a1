package dev.rolecall.lab;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Work that is begun before it is needed.
final class Background {
    private Background() {}

    /// Starts work on a daemon thread of its own: a pool would cost its start-up.
    static <T> CompletableFuture<T> start(String name, Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread.ofPlatform()
                .daemon()
                .name("rolecall-" + name)
                .start(() -> {
                    try {
                        result.complete(work.get());
                    } catch (RuntimeException | Error e) {
                        result.completeExceptionally(e);
                    }
                });
        return result;
    }

    /// Uses the result if it is there; work that has not ended or failed has nothing to close.
    static <T> void ifDone(CompletableFuture<T> work, Consumer<T> use) {
        if (work.isDone() && !work.isCompletedExceptionally()) {
            use.accept(work.join());
        }
    }

    /// Waits until the work has ended, in whatever way.
    static void ended(CompletableFuture<?> work) {
        try {
            work.join();
        } catch (CompletionException | CancellationException e) {
            // Whoever needs the result is told.
            return;
        }
    }

    /// Waits for the result. What the work threw is thrown here as it was.
    static <T> T await(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
