package dev.rolecall.localstack.container;

import com.github.dockerjava.api.exception.DockerException;
import dev.rolecall.fault.UserError;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/// The way from an image's name to a LocalStack that answers: find the engine, remove leftovers,
/// bring the image, start the container, wait.
final class ContainerStart {
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration RYUK = Duration.ofSeconds(10);

    private final String image;
    private final Map<String, String> environment;
    private final Consumer<String> progress;
    private final Stop stop;
    private final Processes processes = Processes.here();

    ContainerStart(
            String image, Map<String, String> environment, Consumer<String> progress, Stop stop) {
        this.image = image;
        this.environment = environment;
        this.progress = progress;
        this.stop = stop;
    }

    /// @throws UserError if it cannot be started; then nothing is left behind
    /// @throws CancellationException if it was stopped; then nothing is left behind
    Running run() {
        long began = System.nanoTime();
        DockerImageName name = name();
        Engine engine = Engine.find(environment);
        sweep(engine);
        boolean pulled = bring(engine, name);
        if (!Boolean.parseBoolean(environment.get("TESTCONTAINERS_RYUK_DISABLED"))) {
            watch(engine, pulled);
        }
        stop.check();
        progress.accept("starting LocalStack");
        Running running = start(engine, name);
        long seconds = Math.round((System.nanoTime() - began) / 1e9);
        progress.accept("LocalStack is ready after " + seconds + " s");
        return running;
    }

    private DockerImageName name() {
        try {
            DockerImageName name = DockerImageName.parse(image);
            name.assertValid();
            return name;
        } catch (IllegalArgumentException e) {
            throw Trouble.noImageName(image);
        }
    }

    /// What cannot be removed now will be at another start.
    private void sweep(Engine engine) {
        try {
            int left = Patience.atMost(ANSWER, new Leftovers(engine, processes)::sweep);
            if (left > 0) {
                progress.accept("removed what a killed shell had left: containers, " + left);
            }
        } catch (TimeoutException | DockerException e) {
            return;
        }
    }

    /// Whether the image had to be pulled.
    private boolean bring(Engine engine, DockerImageName name) {
        DockerImageName substitute = ImageNameSubstitutor.instance().apply(name);
        stop.check();
        if (ask(() -> engine.hasImage(substitute.asCanonicalNameString()))) {
            return false;
        }
        new ImagePull(image, progress, System::nanoTime).run(engine.client(), substitute, stop);
        return true;
    }

    /// Ryuk's image is pulled only when LocalStack's just was: where LocalStack's was loaded from a
    /// file nobody should wait for a registry.
    private void watch(Engine engine, boolean network) {
        DockerImageName name =
                ImageNameSubstitutor.instance().apply(DockerImageName.parse(Reaper.IMAGE));
        try {
            if (!ask(() -> engine.hasImage(name.asCanonicalNameString()))) {
                if (!network) {
                    return;
                }
                new ImagePull(Reaper.IMAGE, _ -> {}, System::nanoTime)
                        .run(engine.client(), name, stop);
            }
            Patience.atMost(
                    RYUK,
                    () -> {
                        Reaper.ryuk();
                        return true;
                    });
        } catch (TimeoutException e) {
            Reaper.nobody();
        } catch (UserError e) {
            // The sweep at the next start is there for this.
            return;
        }
    }

    private Running start(Engine engine, DockerImageName name) {
        ContainerReady ready = new ContainerReady(progress, stop, System::nanoTime);
        ContainerBox box = new ContainerBox(name, processes.own().labels(), ready, stop);
        boolean started = false;
        try {
            Running running = Patience.asLongAs(engine::answers, ANSWER, () -> box.launch(engine));
            started = true;
            return running;
        } catch (TimeoutException e) {
            throw Trouble.silentEngine("", ANSWER.toSeconds());
        } catch (RuntimeException e) {
            stop.check();
            throw trouble(e, box.lastWords());
        } finally {
            if (!started) {
                // Also for a thread that was left behind and goes on some day.
                stop.now();
                box.id().ifPresent(id -> Running.remove(engine, id));
            }
        }
    }

    private UserError trouble(RuntimeException why, LastWords words) {
        boolean notReady =
                Stream.iterate((Throwable) why, each -> each != null, Throwable::getCause)
                        .anyMatch(ContainerReady.NotReady.class::isInstance);
        return notReady
                ? Trouble.notReady(image, ContainerReady.LIMIT.toSeconds(), words)
                : Trouble.notStarted(image, why, words);
    }

    private static <T> T ask(Callable<T> question) {
        try {
            return Patience.atMost(ANSWER, question);
        } catch (TimeoutException e) {
            throw Trouble.silentEngine("", ANSWER.toSeconds());
        } catch (DockerException e) {
            throw Trouble.noEngine("any more (" + e.getMessage() + ")");
        }
    }
}
