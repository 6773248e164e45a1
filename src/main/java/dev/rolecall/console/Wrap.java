package dev.rolecall.console;

import java.util.ArrayList;
import java.util.List;

/// Breaks text into lines that fit a width, between words where it can. Escape sequences take no
/// room; a style that is open where a line breaks is closed there and opened again on the next
/// line, so that indentation and prompts are never painted.
public final class Wrap {
    private static final String RESET = "\u001b[0m";

    private final int width;
    private final String rest;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private final StringBuilder open = new StringBuilder();
    private int columns;
    private boolean empty = true;

    private Wrap(int width, String first, String rest) {
        // A column at least beside the indentation, or nothing would ever fit.
        this.width = Math.max(width, Math.max(Width.of(first), Width.of(rest)) + 1);
        this.rest = rest;
        line.append(first);
        columns = Width.of(first);
    }

    /// Wraps a text without indentation. Line breaks in it stay.
    public static List<String> lines(String text, int width) {
        return lines(text, width, "", "");
    }

    /// Wraps a text.
    ///
    /// @param width columns, the indentation included
    /// @param first what stands before the first line: ` 1. `
    /// @param rest what stands before every other line
    public static List<String> lines(String text, int width, String first, String rest) {
        Wrap wrap = new Wrap(width, first, rest);
        String[] paragraphs = text.split("\n", -1);
        for (int i = 0; i < paragraphs.length; i++) {
            if (i > 0) {
                wrap.breakLine();
            }
            wrap.words(paragraphs[i]);
        }
        wrap.breakLine();
        return wrap.lines;
    }

    private void words(String text) {
        int at = 0;
        while (at < text.length()) {
            int start = at;
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
            int spaces = at - start;
            int end = at;
            while (end < text.length() && text.charAt(end) != ' ') {
                end = Width.end(text, end);
            }
            word(spaces, text.substring(at, end));
            at = end;
        }
    }

    private void word(int spaces, String word) {
        int needed = Width.of(word);
        if (needed == 0) {
            append(word, 0);
            return;
        }
        if (!empty && columns + spaces + needed > width) {
            breakLine();
        } else {
            // Spaces at the start of a text are its own indentation, as far as it leaves room for
            // a character; those at a break are not.
            int room = Math.max(0, width - columns - Math.min(needed, 2));
            int kept = empty ? Math.min(spaces, room) : spaces;
            line.append(" ".repeat(kept));
            columns += kept;
        }
        cut(word);
    }

    // A word longer than a line is broken where the line ends; wide characters are never halved.
    private void cut(String word) {
        for (int at = 0; at < word.length(); ) {
            int end = Width.end(word, at);
            int needed = Width.of(word, at, end);
            if (columns + needed > width && !empty) {
                breakLine();
            }
            append(word.substring(at, end), needed);
            at = end;
        }
    }

    private void append(String unit, int needed) {
        line.append(unit);
        columns += needed;
        empty &= needed == 0;
        for (int at = 0; at < unit.length(); at = Width.end(unit, at)) {
            if (Width.escape(unit, at)) {
                style(unit.substring(at, Width.end(unit, at)));
            }
        }
    }

    private void style(String escape) {
        if (escape.equals(RESET) || escape.equals("\u001b[m")) {
            open.setLength(0);
        } else if (escape.endsWith("m")) {
            open.append(escape);
        }
    }

    private void breakLine() {
        lines.add(line.toString().stripTrailing() + (open.isEmpty() ? "" : RESET));
        line.setLength(0);
        line.append(rest).append(open);
        columns = Width.of(rest);
        empty = true;
    }
}
