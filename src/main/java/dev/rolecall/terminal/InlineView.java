package dev.rolecall.terminal;

import dev.rolecall.console.Theme;
import dev.rolecall.console.Tone;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/// Draws what stands inside a paragraph, a heading or a cell, as one text yet to be wrapped.
final class InlineView {
    private final Theme theme;

    InlineView(Theme theme) {
        this.theme = theme;
    }

    /// The text of all that is in the node.
    String of(Node parent) {
        StringBuilder text = new StringBuilder();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            text.append(one(node));
        }
        return text.toString();
    }

    /// The same without marks and looks.
    String words(Node parent) {
        return new InlineView(Theme.PLAIN).bare(parent);
    }

    private String bare(Node parent) {
        StringBuilder text = new StringBuilder();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            text.append(
                    switch (node) {
                        case Code code -> code.getLiteral();
                        case Emphasis emphasis -> bare(emphasis);
                        case StrongEmphasis strong -> bare(strong);
                        default -> one(node);
                    });
        }
        return text.toString();
    }

    private String one(Node node) {
        return switch (node) {
            case Text text -> text.getLiteral();
            case Code code -> marked(Tone.CODE, "`", code.getLiteral());
            case Emphasis emphasis -> marked(Tone.EMPHASIS, "*", of(emphasis));
            case StrongEmphasis strong -> marked(Tone.HEADING, "**", of(strong));
            case Link link -> link(of(link), link.getDestination());
            case Image image -> link(of(image), image.getDestination());
            case SoftLineBreak _ -> " ";
            case HardLineBreak _ -> "\n";
            case HtmlInline html -> html.getLiteral();
            default -> of(node);
        };
    }

    private String marked(Tone tone, String mark, String text) {
        return theme.plain() ? mark + text + mark : theme.paint(tone, text);
    }

    // The address is a fact: it is printed, whatever else the terminal could do with it.
    private String link(String text, String address) {
        if (text.isEmpty() || text.equals(address)) {
            return theme.paint(Tone.LINK, address);
        }
        return theme.paint(Tone.LINK, text) + " (" + address + ")";
    }
}
