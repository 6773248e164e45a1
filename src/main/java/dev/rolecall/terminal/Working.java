package dev.rolecall.terminal;

import dev.rolecall.lab.Event;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Says a word when an answer takes long: nobody waits half a second without one. All that is told
/// goes through here, so that the word never comes into the middle of something else.
final class Working {
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final EventView view;
    private final Duration patience;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("rolecall-working").factory());

    /// Counts what was waited for; a word is meant for one of them.
    private int wait;

    private boolean waiting;

    /// Whether somebody waits for work that goes on.
    private boolean busy;

    Working(EventView view) {
        this(view, PATIENCE);
    }

    Working(EventView view, Duration patience) {
        this.view = view;
        this.patience = patience;
    }

    /// Does the work, which somebody waits for.
    <T> T during(Supplier<T> work) {
        busy(true);
        try {
            return work.get();
        } finally {
            busy(false);
        }
    }

    /// Passes on what happened. Whoever sees it waits no longer, unless it is a line that the
    /// engine types, or a snippet's answer: then for what comes of that line, or of the next
    /// snippet.
    synchronized void tell(Event event) {
        view.accept(event);
        if (busy && (event instanceof Event.Typed || event instanceof Event.Answered)) {
            begin();
        } else {
            waiting = false;
        }
    }

    private synchronized void busy(boolean now) {
        busy = now;
        if (now) {
            begin();
        } else {
            waiting = false;
        }
    }

    private void begin() {
        waiting = true;
        int mine = ++wait;
        var _ = timer.schedule(() -> speak(mine), patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// @param about which wait the word is meant for, counted from 1
    synchronized void speak(int about) {
        if (waiting && about == wait) {
            view.aside("working; Ctrl-C stops it");
            waiting = false;
        }
    }
}
