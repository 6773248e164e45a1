package dev.rolecall.localstack;

import dev.rolecall.fault.UserError;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Something that is being opened on a thread of its own, and that several may wait for.
final class Opening<T> {
    private final CompletableFuture<T> result = new CompletableFuture<>();

    private Opening() {}

    static <T> Opening<T> begin(Supplier<T> work) {
        Opening<T> opening = new Opening<>();
        Thread.ofPlatform().daemon().name("localstack-opening").start(() -> opening.run(work));
        return opening;
    }

    private void run(Supplier<T> work) {
        try {
            result.complete(work.get());
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        }
    }

    /// Waits for it.
    ///
    /// @throws UserError why it could not be opened, each time that it is asked
    T get() {
        try {
            return result.join();
        } catch (CompletionException e) {
            throw switch (e.getCause()) {
                case UserError told -> new UserError(told.what(), told.whatToDo());
                case RuntimeException bug -> bug;
                case null, default -> e;
            };
        }
    }

    /// Uses it now if it is there, and once it is there otherwise; never if it could not be opened.
    void ifThere(Consumer<T> use) {
        var _ = result.thenAccept(use);
    }
}
