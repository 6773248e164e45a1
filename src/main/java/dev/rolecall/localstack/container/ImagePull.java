package dev.rolecall.localstack.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.PullResponseItem;
import dev.rolecall.fault.UserError;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.testcontainers.utility.DockerImageName;

/// The pull of one image. It may take minutes, but not be silent for long.
final class ImagePull implements ResultCallback<PullResponseItem> {
    /// Until the registry has answered at all.
    private static final Duration FIRST = Duration.ofSeconds(9);

    /// Between two signs of life.
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private static final Duration LINE = Duration.ofSeconds(1);
    private static final long LOOK_MILLIS = 100;

    private final String image;
    private final Consumer<String> progress;
    private final LongSupplier nanos;
    private final PullProgress percent = new PullProgress();

    private Closeable stream = () -> {};
    private Optional<String> failure = Optional.empty();
    private boolean complete;
    private boolean answered;
    private long heard;
    private long nextLine;

    /// @param nanos the time, as [System#nanoTime()] tells it
    ImagePull(String image, Consumer<String> progress, LongSupplier nanos) {
        this.image = image;
        this.progress = progress;
        this.nanos = nanos;
        heard = nanos.getAsLong();
        nextLine = heard;
    }

    /// Pulls, and returns when the image is here.
    ///
    /// @throws UserError if it cannot be pulled
    /// @throws CancellationException if it was stopped
    void run(DockerClient client, DockerImageName name, Stop stop) {
        try {
            client.pullImageCmd(name.getUnversionedPart())
                    .withTag(name.getVersionPart())
                    .exec(this);
            await(stop);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } finally {
            close();
        }
    }

    private synchronized void await(Stop stop) throws InterruptedException {
        while (!complete && failure.isEmpty()) {
            wait(LOOK_MILLIS);
            stop.check();
            Duration limit = answered ? SILENCE : FIRST;
            if (nanos.getAsLong() - heard > limit.toNanos()) {
                throw Trouble.silentRegistry(image, limit.toSeconds());
            }
        }
        failure.ifPresent(why -> {
            throw Trouble.notPulled(image, why);
        });
    }

    @Override
    public synchronized void onStart(Closeable opened) {
        stream = opened;
    }

    @Override
    public synchronized void onNext(PullResponseItem item) {
        heard = nanos.getAsLong();
        answered = true;
        if (item.getErrorDetail() != null) {
            fail(String.valueOf(item.getErrorDetail().getMessage()));
            return;
        }
        percent.take(item).ifPresent(this::tell);
    }

    private void tell(int percentage) {
        if (heard - nextLine >= 0) {
            progress.accept("pulling " + image + ", " + percentage + " %");
            nextLine = heard + LINE.toNanos();
        }
    }

    @Override
    public synchronized void onError(Throwable why) {
        fail(String.valueOf(why.getMessage()));
    }

    private void fail(String why) {
        if (failure.isEmpty()) {
            failure = Optional.of(why);
        }
        notifyAll();
    }

    @Override
    public synchronized void onComplete() {
        complete = true;
        notifyAll();
    }

    @Override
    public synchronized void close() {
        try {
            stream.close();
        } catch (IOException e) {
            // The pull is over either way.
        }
    }
}
