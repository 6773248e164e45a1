package dev.rolecall.localstack.container;

import dev.rolecall.fault.UserError;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// A container of ours: being started, running, or over.
final class StartedContainer implements Container {
    /// How long a start may take to notice that it is not wanted any more.
    private static final long STOP_SECONDS = 5;

    private final Stop stop = new Stop();
    private final CompletableFuture<Running> ready = new CompletableFuture<>();
    private final Thread hook = new Thread(this::end, "localstack-end");
    private final Consumer<String> progress;

    private StartedContainer(Consumer<String> progress) {
        this.progress = progress;
    }

    static Container start(String image, Consumer<String> progress) {
        StartedContainer container = new StartedContainer(progress);
        Runtime.getRuntime().addShutdownHook(container.hook);
        Thread.ofPlatform().daemon().name("localstack-start").start(() -> container.run(image));
        return container;
    }

    private void run(String image) {
        try {
            ready.complete(new ContainerStart(image, System.getenv(), progress, stop).run());
        } catch (RuntimeException | Error e) {
            ready.completeExceptionally(e);
        }
    }

    @Override
    public URI endpoint() {
        try {
            return ready.get().endpoint();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("LocalStack is still starting", "wait a moment and try again");
        } catch (CancellationException e) {
            throw new UserError("LocalStack was ended before it was ready", "start it again");
        } catch (ExecutionException e) {
            throw again(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    /// Several may wait, so each gets an exception of its own.
    private static RuntimeException again(Throwable cause) {
        return cause instanceof UserError e
                ? new UserError(e.what(), e.whatToDo())
                : new IllegalStateException("starting LocalStack failed", cause);
    }

    @Override
    public State state() {
        if (stop.isWanted() || ready.isCompletedExceptionally()) {
            return State.GONE;
        }
        return ready.isDone() ? ready.join().state() : State.UNKNOWN;
    }

    @Override
    public boolean ours() {
        return true;
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending: the hook runs, and finds nothing more to do.
        }
    }

    /// Also on a thread that was interrupted: what is left behind now stays for long.
    private synchronized void end() {
        if (stop.isWanted() && ready.isDone()) {
            return;
        }
        stop.now();
        boolean interrupted = Thread.interrupted();
        remove();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void remove() {
        try {
            Running running = ready.get(STOP_SECONDS, TimeUnit.SECONDS);
            if (!running.remove()) {
                progress.accept(
                        "the Docker engine did not remove LocalStack: docker rm -f "
                                + running.id().substring(0, 12));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | CancellationException | TimeoutException e) {
            // It did not start, and whoever started it has removed what there was.
        }
    }
}
