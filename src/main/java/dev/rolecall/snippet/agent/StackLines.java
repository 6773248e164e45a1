package dev.rolecall.snippet.agent;

import java.util.List;
import java.util.stream.Stream;

/// Keeps of a stack trace what the learner wrote: the lines whose file is a snippet, such as `#3`.
public final class StackLines {
    private StackLines() {}

    /// Innermost first: `greet (#3:2)`, or `(#4:1)` for a snippet's own line.
    public static List<String> learners(StackTraceElement[] trace) {
        return Stream.of(trace)
                .filter(e -> String.valueOf(e.getFileName()).startsWith("#"))
                .map(StackLines::line)
                .distinct()
                .toList();
    }

    private static String line(StackTraceElement element) {
        String place = "(%s:%d)".formatted(element.getFileName(), element.getLineNumber());
        String method = element.getMethodName();
        // a lambda's generated name says nothing that the place does not
        return method.isEmpty() || method.startsWith("lambda$") || method.startsWith("do_it$")
                ? place
                : method + " " + place;
    }
}
