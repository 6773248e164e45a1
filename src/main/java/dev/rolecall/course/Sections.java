package dev.rolecall.course;

import java.util.ArrayList;
import java.util.List;

/// Cuts Markdown at its headings of the second level. It looks at lines, not at a parse: the first
/// prompt must not wait for a parser. Code blocks are left alone.
final class Sections {
    private static final String HEADING = "## ";
    private static final String FENCE = "```";

    private Sections() {}

    static List<HintLadder.Hint> of(String markdown) {
        List<HintLadder.Hint> sections = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        String title = "";
        boolean code = false;
        for (String line : markdown.lines().toList()) {
            code ^= line.stripLeading().startsWith(FENCE);
            if (code || !line.startsWith(HEADING)) {
                text.append(line).append('\n');
                continue;
            }
            close(sections, title, text);
            title = line.substring(HEADING.length()).strip();
        }
        close(sections, title, text);
        return sections;
    }

    // What stands before the first heading belongs to no section.
    private static void close(List<HintLadder.Hint> sections, String title, StringBuilder text) {
        if (!title.isEmpty()) {
            sections.add(new HintLadder.Hint(title, text.toString().strip()));
        }
        text.setLength(0);
    }
}
