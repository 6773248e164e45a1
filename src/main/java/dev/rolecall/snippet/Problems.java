package dev.rolecall.snippet;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.Diag;

/// Turns the compiler's diagnostics into problems with line, column and caret.
final class Problems {
    private static final Pattern NOWHERE = Pattern.compile("(?m)^ *location: class *$\\R?");

    private Problems() {}

    static List<Outcome.Problem> in(Stream<Diag> diagnostics, String source) {
        return diagnostics.filter(Diag::isError).map(diag -> problem(diag, source)).toList();
    }

    private static Outcome.Problem problem(Diag diag, String source) {
        int length = source.length();
        int start = Math.clamp(diag.getStartPosition(), 0, length);
        int caret = Math.clamp(diag.getPosition(), start, length);
        int end = Math.clamp(diag.getEndPosition(), caret, length);
        int lineStart = source.lastIndexOf('\n', Math.max(0, caret - 1)) + 1;
        if (caret == 0) {
            lineStart = 0;
        }
        int lineEnd = source.indexOf('\n', caret);
        lineEnd = lineEnd < 0 ? length : lineEnd;
        int from = Math.max(start, lineStart);
        return new Outcome.Problem(
                message(diag),
                1 + (int) source.substring(0, lineStart).chars().filter(c -> c == '\n').count(),
                1 + from - lineStart,
                Math.max(1, Math.min(end, lineEnd) - from),
                source.substring(lineStart, lineEnd));
    }

    /// Types as the learner would write them, and without the class in which JShell wraps a
    /// snippet, whose name it leaves blank.
    private static String message(Diag diag) {
        String told = Outcomes.asWritten(diag.getMessage(Locale.ENGLISH));
        return NOWHERE.matcher(told).replaceAll("").strip();
    }
}
