package dev.rolecall.terminal;

import dev.rolecall.console.Theme;
import dev.rolecall.course.Markdown;
import java.util.List;
import org.commonmark.node.Node;

/// Draws Markdown as lines for a terminal of a given width.
///
/// Prose and tables fit the width. Code does not break: a line that is too long is left to the
/// terminal, which wraps it where it is shown and not where it is copied. A plain theme keeps the
/// marks (`#`, `` ` ``, `*`) that a coloured one turns into looks, so neither loses a fact.
public final class MarkdownView {
    private static final int NARROWEST = 20;

    private MarkdownView() {}

    /// Draws a text.
    ///
    /// @param width columns; below 20 it is taken for 20
    public static List<String> lines(String markdown, int width, Theme theme) {
        return lines(Markdown.parse(markdown), width, theme);
    }

    /// Draws a document that is parsed already.
    public static List<String> lines(Node document, int width, Theme theme) {
        return new BlockView(new InlineView(theme), theme)
                .children(document, Math.max(NARROWEST, width), false);
    }
}
