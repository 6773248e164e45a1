package dev.rolecall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A part of a page that a command writes: between `<!-- generated: NAME, by COMMAND -->` and `<!--
/// end of NAME -->`.
///
/// @param page the file, relative to the project
/// @param name what stands in the marks
public record DocRegion(Path page, String name) {

    /// What stands there now.
    public String shown() throws IOException {
        String text = Files.readString(page);
        return text.substring(from(text), to(text));
    }

    /// Puts something else there.
    public void write(String content) throws IOException {
        String text = Files.readString(page);
        Files.writeString(page, text.substring(0, from(text)) + content + text.substring(to(text)));
    }

    private int from(String text) {
        int mark = text.indexOf("<!-- generated: " + name + ", by ");
        return found(mark < 0 ? mark : text.indexOf('\n', mark)) + 1;
    }

    private int to(String text) {
        return found(text.indexOf("<!-- end of " + name + " -->"));
    }

    private int found(int at) {
        if (at < 0) {
            throw new IllegalStateException(page + " has no region `" + name + "`");
        }
        return at;
    }

    /// A table of Markdown, with an empty line before and after it.
    public static String table(List<String> head, Collection<List<String>> rows) {
        String rule = "|" + "---|".repeat(head.size());
        return Stream.concat(Stream.of(line(head), rule), rows.stream().map(DocRegion::line))
                .collect(Collectors.joining("\n", "\n", "\n\n"));
    }

    private static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
