package dev.rolecall.snippet.agent;

import java.util.List;
import java.util.Locale;

/// What was thrown in one line, in the words in which the shell tells it.
final class Told {
    private Told() {}

    static String of(Throwable thrown) {
        return Refusal.in(thrown).map(Told::refused).orElseGet(() -> threw(thrown));
    }

    private static String refused(Frame refusal) {
        List<String> texts = refusal.texts();
        String service = texts.get(0).toUpperCase(Locale.ROOT);
        return "%s  %s (%s): %s".formatted(service, texts.get(1), texts.get(2), texts.get(3));
    }

    private static String threw(Throwable thrown) {
        String name = thrown.getClass().getName();
        String simple = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
        String message = thrown.getMessage();
        return message == null || message.isEmpty()
                ? simple
                : simple + ": " + Places.withoutWrappers(message);
    }
}
