package dev.rolecall.snippet;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A value that is being made on a thread of its own.
final class Soon<T> {
    private final CompletableFuture<T> future = new CompletableFuture<>();

    private Soon() {}

    static <T> Soon<T> begin(String threadName, Supplier<T> work) {
        Soon<T> soon = new Soon<>();
        Thread.ofPlatform().daemon().name(threadName).start(() -> soon.make(work));
        return soon;
    }

    private void make(Supplier<T> work) {
        try {
            future.complete(work.get());
        } catch (RuntimeException | Error e) {
            future.completeExceptionally(e);
        }
    }

    /// The value; waits for it.
    ///
    /// @throws RuntimeException what making it threw
    T get() {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /// Does something with the value: now if it is there, once it is if not, never if it failed.
    void then(Consumer<T> action) {
        var _ =
                future.whenComplete((value, failure) -> {
                    if (failure == null) {
                        action.accept(value);
                    }
                });
    }
}
