package dev.rolecall.course;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/// Parses the course's Markdown: CommonMark and the tables of GitHub Flavored Markdown.
public final class Markdown {
    private Markdown() {}

    /// Returns the document's node. Every text is a document: this never fails.
    public static Node parse(String markdown) {
        return Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .build()
                .parse(markdown);
    }
}
