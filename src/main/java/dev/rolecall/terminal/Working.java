package dev.rolecall.terminal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// Says a word when an answer takes long: nobody waits half a second without one.
final class Working {
    private static final long PATIENCE_MILLIS = 500;

    private final Screen screen;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("rolecall-working").factory());
    private volatile boolean silent;

    Working(Screen screen) {
        this.screen = screen;
    }

    void during(Runnable work) {
        silent = true;
        ScheduledFuture<?> word =
                timer.schedule(this::speak, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        try {
            work.run();
        } finally {
            word.cancel(false);
        }
    }

    /// Something was said: that will do.
    void said() {
        silent = false;
    }

    private void speak() {
        if (silent) {
            screen.line("  working; Ctrl-C stops it");
        }
    }
}
