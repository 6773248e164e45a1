package dev.rolecall;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// The end of a command that goes on until somebody asks for it, by Ctrl-C or a signal. The JVM
/// would end beside the command, wherever that is; here it is held until the command has closed
/// what it opened and has said its own exit status.
final class Ending implements AutoCloseable {
    /// How long an end may take. To remove a container from an engine that does not answer takes
    /// less.
    private static final long LIMIT_MILLIS = 20_000;

    private final CompletableFuture<Void> asked = new CompletableFuture<>();
    private final Thread command = Thread.currentThread();
    private final Thread hook = new Thread(this::ask, "rolecall-end");

    private Ending() {}

    /// From now on the end of the JVM is that of the calling thread's command, which ends the JVM
    /// itself when it has returned.
    static Ending watched() {
        Ending ending = new Ending();
        Runtime.getRuntime().addShutdownHook(ending.hook);
        return ending;
    }

    private void ask() {
        asked.complete(null);
        try {
            command.join(LIMIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Does something that takes its time, unless the end is asked for meanwhile; then it is left
    /// to itself.
    ///
    /// @return whether it was done
    /// @throws RuntimeException what the work threw
    boolean isAfter(Runnable work) {
        CompletableFuture<Void> done =
                CompletableFuture.runAsync(work, task -> Thread.ofVirtual().start(task));
        try {
            CompletableFuture.anyOf(done, asked).join();
        } catch (CompletionException e) {
            if (!asked.isDone()) {
                throw e.getCause() instanceof RuntimeException thrown ? thrown : e;
            }
        }
        return !asked.isDone();
    }

    /// Waits until it is asked for.
    void await() {
        asked.join();
    }

    /// The command has come to its end. If that was asked for, the JVM is still held for its
    /// status.
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending: the hook waits for the command's thread.
        }
    }
}
