package dev.rolecall.terminal;

import dev.rolecall.lab.Event;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Says a word when an answer takes long: nobody waits half a second without one. All that is told
/// goes through here, so that the word never comes into the middle of something else.
final class Working {
    private static final long PATIENCE_MILLIS = 500;

    private final EventView view;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("rolecall-working").factory());

    /// Counts what was waited for; a word is meant for one of them.
    private int wait;

    private boolean waiting;

    Working(EventView view) {
        this.view = view;
    }

    /// Does the work, which somebody waits for.
    <T> T during(Supplier<T> work) {
        begin();
        try {
            return work.get();
        } finally {
            end();
        }
    }

    /// Passes on what happened. Whoever sees it waits no longer, unless it is a line that the
    /// engine types: then for that line's answer.
    synchronized void tell(Event event) {
        view.accept(event);
        if (event instanceof Event.Typed) {
            begin();
        } else {
            end();
        }
    }

    private synchronized void begin() {
        waiting = true;
        int mine = ++wait;
        var _ = timer.schedule(() -> speak(mine), PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized void end() {
        waiting = false;
    }

    private synchronized void speak(int about) {
        if (waiting && about == wait) {
            view.aside("working; Ctrl-C stops it");
            waiting = false;
        }
    }
}
