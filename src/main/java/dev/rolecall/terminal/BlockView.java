package dev.rolecall.terminal;

import dev.rolecall.console.Theme;
import dev.rolecall.console.Tone;
import dev.rolecall.console.Width;
import dev.rolecall.console.Wrap;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/// Draws blocks, one below the other, each for the width that its surroundings leave it.
final class BlockView {
    private static final String CODE_INDENT = "  ";
    private static final int RULE = 40;

    private final InlineView inline;
    private final Theme theme;

    BlockView(InlineView inline, Theme theme) {
        this.inline = inline;
        this.theme = theme;
    }

    /// The lines of all blocks in a node.
    ///
    /// @param tight whether no empty line is put between them
    List<String> children(Node parent, int width, boolean tight) {
        List<String> lines = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            List<String> block = block(node, width);
            if (!block.isEmpty() && !lines.isEmpty() && !tight) {
                lines.add("");
            }
            lines.addAll(block);
        }
        return lines;
    }

    private List<String> block(Node node, int width) {
        return switch (node) {
            case Paragraph paragraph -> Wrap.lines(inline.of(paragraph), width);
            case Heading heading -> heading(heading, width);
            case BulletList list -> list(list, width, 1);
            case OrderedList list -> list(list, width, start(list));
            case FencedCodeBlock code -> code(code.getLiteral());
            case IndentedCodeBlock code -> code(code.getLiteral());
            case BlockQuote quote -> quote(quote, width);
            case TableBlock table -> new TableView(inline, theme).lines(table, width);
            case ThematicBreak _ ->
                    List.of(theme.paint(Tone.DIM, "-".repeat(Math.min(RULE, width))));
            case HtmlBlock html -> Wrap.lines(html.getLiteral(), width);
            case LinkReferenceDefinition _ -> List.of();
            default -> children(node, width, false);
        };
    }

    private List<String> heading(Heading heading, int width) {
        if (theme.plain()) {
            String marks = "#".repeat(heading.getLevel()) + " ";
            return Wrap.lines(inline.of(heading), width, marks, " ".repeat(marks.length()));
        }
        return Wrap.lines(theme.paint(Tone.HEADING, inline.words(heading)), width);
    }

    private List<String> code(String literal) {
        return literal.stripTrailing()
                .lines()
                .map(line -> line.isEmpty() ? "" : CODE_INDENT + theme.paint(Tone.CODE, line))
                .toList();
    }

    private List<String> quote(BlockQuote quote, int width) {
        String bar = theme.paint(Tone.DIM, theme.plain() ? ">" : "│") + " ";
        return children(quote, width - 2, false).stream()
                .map(line -> (bar + line).stripTrailing())
                .toList();
    }

    private List<String> list(ListBlock list, int width, int from) {
        List<String> lines = new ArrayList<>();
        int number = from;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (!lines.isEmpty() && !list.isTight()) {
                lines.add("");
            }
            String marker = list instanceof OrderedList ? number + ". " : "- ";
            lines.addAll(item((ListItem) item, marker, width, list.isTight()));
            number++;
        }
        return lines;
    }

    private List<String> item(ListItem item, String marker, int width, boolean tight) {
        int indent = Width.of(marker);
        List<String> lines = new ArrayList<>();
        for (String line : children(item, width - indent, tight)) {
            String before = lines.isEmpty() ? marker : " ".repeat(indent);
            lines.add(line.isEmpty() ? before.stripTrailing() : before + line);
        }
        return lines.isEmpty() ? List.of(marker.stripTrailing()) : lines;
    }

    private static int start(OrderedList list) {
        Integer start = list.getMarkerStartNumber();
        return start == null ? 1 : start;
    }
}
