package dev.rolecall.snippet;

import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Ctrl-C: stops the run that is under way, first by asking and then by force.
final class StopButton {
    /// How long a snippet may take to stop before its JVM is taken from under it.
    private static final Duration GRACE = Duration.ofMillis(1_500);

    private long runs;
    private boolean pressed;
    private @Nullable ChildJvm running;

    /// A new line begins: what was pressed before does not count.
    synchronized void release() {
        pressed = false;
    }

    synchronized boolean pressed() {
        return pressed;
    }

    /// Code is about to run.
    ///
    /// @return the number of the run; none if it is not to begin at all
    synchronized OptionalLong begin(ChildJvm child) {
        if (pressed) {
            return OptionalLong.empty();
        }
        running = child;
        child.announce(++runs);
        return OptionalLong.of(runs);
    }

    synchronized void end() {
        running = null;
    }

    synchronized void press() {
        pressed = true;
        ChildJvm child = running;
        if (child != null) {
            long run = runs;
            child.stop(run);
            Thread.ofVirtual().start(() -> killUnlessStopped(child, run));
        }
    }

    private void killUnlessStopped(ChildJvm child, long run) {
        try {
            Thread.sleep(GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            if (running == child && runs == run) {
                child.kill();
            }
        }
    }
}
