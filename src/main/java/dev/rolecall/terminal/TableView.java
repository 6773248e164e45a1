package dev.rolecall.terminal;

import dev.rolecall.console.Theme;
import dev.rolecall.console.Tone;
import dev.rolecall.console.Width;
import dev.rolecall.console.Wrap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.node.Node;

/// Draws a table without boxes: columns two spaces apart, a rule under the head. A table too wide
/// has its widest columns wrapped; where even that would leave slivers, each row becomes a list of
/// `head: cell`.
final class TableView {
    private static final String GAP = "  ";
    private static final int SLIVER = 8;

    private final InlineView inline;
    private final Theme theme;

    TableView(InlineView inline, Theme theme) {
        this.inline = inline;
        this.theme = theme;
    }

    /// One row.
    private record Row(boolean head, List<String> cells, List<TableCell.Alignment> alignments) {}

    List<String> lines(TableBlock table, int width) {
        List<Row> rows = rows(table);
        int[] widths = natural(rows);
        int room = width - GAP.length() * (widths.length - 1);
        if (!shrink(widths, room)) {
            return asList(rows, width);
        }
        List<String> lines = new ArrayList<>();
        for (Row row : rows) {
            lines.addAll(drawn(row, widths));
            if (row.head()) {
                lines.add(theme.paint(Tone.DIM, rule(widths)));
            }
        }
        return lines;
    }

    private List<Row> rows(TableBlock table) {
        List<Row> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                rows.add(row(row, part instanceof TableHead));
            }
        }
        return rows;
    }

    private Row row(Node row, boolean head) {
        List<String> cells = new ArrayList<>();
        List<TableCell.Alignment> alignments = new ArrayList<>();
        for (Node node = row.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof TableCell cell) {
                cells.add(head ? theme.paint(Tone.HEADING, inline.words(cell)) : inline.of(cell));
                TableCell.Alignment alignment = cell.getAlignment();
                alignments.add(alignment == null ? TableCell.Alignment.LEFT : alignment);
            }
        }
        return new Row(head, cells, alignments);
    }

    private static int[] natural(List<Row> rows) {
        int columns = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(1);
        int[] widths = new int[columns];
        for (Row row : rows) {
            for (int i = 0; i < row.cells().size(); i++) {
                widths[i] = Math.max(widths[i], Width.of(row.cells().get(i)));
            }
        }
        return widths;
    }

    // Takes a column at a time from the widest, so that narrow columns stay whole.
    private static boolean shrink(int[] widths, int room) {
        int needed = Arrays.stream(widths).sum();
        while (needed > room) {
            int widest = 0;
            for (int i = 1; i < widths.length; i++) {
                widest = widths[i] > widths[widest] ? i : widest;
            }
            if (widths[widest] <= SLIVER) {
                return false;
            }
            widths[widest]--;
            needed--;
        }
        return true;
    }

    private static List<String> drawn(Row row, int[] widths) {
        List<List<String>> cells = new ArrayList<>();
        int height = 1;
        for (int i = 0; i < row.cells().size(); i++) {
            List<String> lines = Wrap.lines(row.cells().get(i), Math.max(1, widths[i]));
            cells.add(lines);
            height = Math.max(height, lines.size());
        }
        List<String> lines = new ArrayList<>();
        for (int y = 0; y < height; y++) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < cells.size(); i++) {
                String text = y < cells.get(i).size() ? cells.get(i).get(y) : "";
                line.append(i == 0 ? "" : GAP)
                        .append(padded(text, widths[i], row.alignments().get(i)));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static String padded(String text, int width, TableCell.Alignment alignment) {
        int spare = Math.max(0, width - Width.of(text));
        int left =
                switch (alignment) {
                    case LEFT -> 0;
                    case CENTER -> spare / 2;
                    case RIGHT -> spare;
                };
        return " ".repeat(left) + text + " ".repeat(spare - left);
    }

    private static String rule(int[] widths) {
        List<String> rules = new ArrayList<>();
        for (int width : widths) {
            rules.add("-".repeat(width));
        }
        return String.join(GAP, rules);
    }

    private List<String> asList(List<Row> rows, int width) {
        List<String> lines = new ArrayList<>();
        Row head = rows.getFirst();
        for (Row row : rows.subList(1, rows.size())) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            for (int i = 0; i < row.cells().size(); i++) {
                String name = i < head.cells().size() ? head.cells().get(i) + ": " : "";
                lines.addAll(Wrap.lines(name + row.cells().get(i), width, "", GAP));
            }
        }
        return rows.size() == 1 ? Wrap.lines(String.join(GAP, head.cells()), width) : lines;
    }
}
