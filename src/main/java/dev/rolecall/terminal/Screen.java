package dev.rolecall.terminal;

import dev.rolecall.console.Theme;
import dev.rolecall.console.Tone;
import dev.rolecall.console.Wrap;

/// Where lines go: a terminal, a pipe, a test. Append-only.
public interface Screen {
    /// Columns.
    int width();

    Theme theme();

    /// Writes a text as it is, with no line end added.
    void write(String text);

    /// Writes a line as it is.
    default void line(String text) {
        write(text + "\n");
    }

    /// Writes an empty line.
    default void gap() {
        line("");
    }

    /// Writes a text over as many lines as it needs.
    ///
    /// @param indent columns in front of each
    default void text(int indent, String text) {
        String margin = " ".repeat(indent);
        Wrap.lines(text, width(), margin, margin).forEach(this::line);
    }

    default String paint(Tone tone, String text) {
        return theme().paint(tone, text);
    }
}
