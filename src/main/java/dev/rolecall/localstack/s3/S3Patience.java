package dev.rolecall.localstack.s3;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Ends uploads of which the container takes nothing more: a write to a socket knows no time limit.
final class S3Patience implements AutoCloseable {
    private static final long LOOK_MILLIS = 250;

    private final Duration limit;
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("s3-uploads").factory());

    S3Patience(Duration limit) {
        this.limit = limit;
    }

    /// Watches an upload that the calling thread sends until this is closed.
    Watched watch(S3Upload upload) {
        return new Watched(Thread.currentThread(), upload);
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    /// One upload under way. A virtual thread that is interrupted leaves its socket at once.
    final class Watched implements AutoCloseable {
        private final Thread sender;
        private final S3Upload upload;
        private final Future<?> looking;
        private boolean over;
        private boolean ended;

        private Watched(Thread sender, S3Upload upload) {
            this.sender = sender;
            this.upload = upload;
            looking =
                    watch.scheduleWithFixedDelay(
                            this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }

        private synchronized void look() {
            if (!over && upload.stalled() > limit.toNanos()) {
                over = true;
                ended = true;
                sender.interrupt();
            }
        }

        /// Whether patience ran out.
        synchronized boolean ended() {
            return ended;
        }

        @Override
        public synchronized void close() {
            over = true;
            looking.cancel(false);
            if (ended) {
                Thread.interrupted();
            }
        }
    }
}
