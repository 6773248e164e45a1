package dev.rolecall.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/// Writes XML: on one line, as S3 does, or indented by two spaces, as STS and IAM do.
final class XmlText {
    private final StringBuilder out = new StringBuilder(512);
    private final Deque<String> open = new ArrayDeque<>();
    private final boolean indented;
    private boolean afterEnd;

    private XmlText(boolean indented) {
        this.indented = indented;
    }

    /// STS and IAM: no declaration, two spaces a level, a newline at the end.
    static XmlText indented() {
        return new XmlText(true);
    }

    /// S3: declaration, newline, then one line.
    static XmlText declared() {
        XmlText xml = new XmlText(false);
        xml.out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        return xml;
    }

    /// One line without a declaration.
    static XmlText undeclared() {
        return new XmlText(false);
    }

    XmlText start(String name, Map<String, String> attributes) {
        newLine();
        out.append('<').append(name);
        attributes.forEach((attribute, value) -> {
            out.append(' ').append(attribute).append("=\"");
            escape(value);
            out.append('"');
        });
        out.append('>');
        open.push(name);
        afterEnd = false;
        return this;
    }

    XmlText start(String name) {
        return start(name, Map.of());
    }

    XmlText end() {
        String name = open.pop();
        if (afterEnd) {
            newLine();
        }
        out.append("</").append(name).append('>');
        afterEnd = true;
        return this;
    }

    XmlText text(String text) {
        escape(text);
        return this;
    }

    XmlText element(String name, String text) {
        return start(name).text(text).end();
    }

    /// An element without content: `<name/>`.
    XmlText empty(String name) {
        newLine();
        out.append('<').append(name).append("/>");
        afterEnd = true;
        return this;
    }

    byte[] bytes() {
        if (indented) {
            out.append('\n');
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void newLine() {
        if (indented && !out.isEmpty()) {
            out.append('\n').repeat("  ", open.size());
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\t', '\n' -> out.append(c);
                default -> {
                    if (c < 0x20) {
                        // XML 1.0 has no place for it; S3 writes it so all the same.
                        out.append("&#x").append(Integer.toHexString(c)).append(';');
                    } else {
                        out.append(c);
                    }
                }
            }
        }
    }
}
