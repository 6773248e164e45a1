package dev.rolecall.snippet.agent;

import java.util.List;

/// Tells in a line or two what ended a thread of the learner's, where the JVM would print a stack
/// trace through classes that the learner has never seen.
final class Uncaught implements Thread.UncaughtExceptionHandler {
    private final Places places;

    Uncaught(Places places) {
        this.places = places;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        // Ctrl-C ended it with the snippet: that is said elsewhere
        if (!(thrown instanceof StopSignal.Stop)) {
            System.err.println(text(thread, thrown));
        }
    }

    private String text(Thread thread, Throwable thrown) {
        String name = thread.getName().isEmpty() ? "a thread" : thread.getName();
        List<String> at = places.in(thrown);
        return "In %s: %s%s"
                .formatted(
                        name,
                        Told.of(thrown),
                        at.isEmpty()
                                ? ""
                                : System.lineSeparator() + "  at " + String.join(", ", at));
    }
}
