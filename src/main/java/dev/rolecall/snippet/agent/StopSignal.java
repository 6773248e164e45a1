package dev.rolecall.snippet.agent;

/// Woven into the learner's classes by [StopChecks]: the place where a loop that would never end
/// learns that it must.
public final class StopSignal {
    private static volatile boolean raised;

    private StopSignal() {}

    /// Called at the start of every method of the learner's, and before every jump backwards.
    public static void check() {
        if (raised) {
            throw new Stop();
        }
    }

    static void raise() {
        raised = true;
    }

    static void lower() {
        raised = false;
    }

    /// Unwinds the learner's stack. Code that catches it meets the next check.
    static final class Stop extends Error {
        private static final long serialVersionUID = 1L;

        private Stop() {
            super("stopped", null, false, false);
        }
    }
}
