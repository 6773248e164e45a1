package dev.rolecall.terminal;

import dev.rolecall.console.Width;
import dev.rolecall.snippet.Outcome;

/// A line of Java and the carets below what is wrong in it. Of a line wider than the screen only
/// the part around the place is shown, for the terminal would break both lines and part them.
///
/// @param text one line, no wider than the screen
/// @param marks what stands below it
record Caret(String text, String marks) {
    private static final String CUT = "...";

    static Caret of(Outcome.Problem problem, int width) {
        String line = problem.text().replace('\t', ' ');
        int from = Math.clamp(problem.column() - 1, 0, line.length());
        int to = Math.clamp((long) from + problem.length(), from, line.length());
        int start = 0;
        if (Width.of(line) > width) {
            // A third of the screen before the place, and what fits after it.
            start = Math.max(0, from - width / 3);
        }
        String lead = start > 0 ? CUT : "";
        String text = cut(lead + line.substring(start), width);
        String before = lead + line.substring(start, from);
        int wide = Math.max(1, Width.of(line.substring(from, to)));
        int room = Math.max(1, width - Width.of(before));
        return new Caret(text, " ".repeat(Width.of(before)) + "^".repeat(Math.min(wide, room)));
    }

    private static String cut(String text, int width) {
        if (Width.of(text) <= width) {
            return text;
        }
        int end = text.length();
        while (Width.of(text.substring(0, end)) > width - CUT.length()) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end) + CUT;
    }
}
