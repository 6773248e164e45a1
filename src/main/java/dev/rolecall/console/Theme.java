package dev.rolecall.console;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jline.jansi.Ansi;
import org.jline.jansi.Ansi.Attribute;
import org.jline.jansi.Ansi.Color;

/// How each [Tone] looks, as data: [#COLOUR] for a terminal that has it, [#PLAIN] for all others.
/// What is painted is escape sequences around the unchanged text, so a theme can take no fact away.
public final class Theme {

    /// The look of one tone.
    ///
    /// @param attributes such as bold; may be empty
    record Look(Color colour, List<Attribute> attributes) {
        Look {
            attributes = List.copyOf(attributes);
        }

        static Look of(Color colour, Attribute... attributes) {
            return new Look(colour, List.of(attributes));
        }
    }

    /// Nothing but the text.
    public static final Theme PLAIN = new Theme(Map.of());

    /// The sixteen basic colours, which every terminal maps to ones its owner can read.
    public static final Theme COLOUR =
            new Theme(
                    Map.of(
                            Tone.OK, Look.of(Color.GREEN),
                            Tone.FAIL, Look.of(Color.RED, Attribute.INTENSITY_BOLD),
                            Tone.ERROR, Look.of(Color.MAGENTA, Attribute.INTENSITY_BOLD),
                            Tone.PROMPT, Look.of(Color.CYAN),
                            Tone.HEADING, Look.of(Color.DEFAULT, Attribute.INTENSITY_BOLD),
                            Tone.EMPHASIS, Look.of(Color.DEFAULT, Attribute.ITALIC),
                            Tone.CODE, Look.of(Color.CYAN),
                            Tone.LINK, Look.of(Color.DEFAULT, Attribute.UNDERLINE),
                            Tone.DIM, Look.of(Color.DEFAULT, Attribute.INTENSITY_FAINT)));

    private final Map<Tone, Look> looks;

    private Theme(Map<Tone, Look> looks) {
        this.looks = looks.isEmpty() ? Map.of() : new EnumMap<>(looks);
    }

    /// Returns the text as this theme draws the tone.
    public String paint(Tone tone, String text) {
        Look look = looks.get(tone);
        if (look == null || text.isEmpty()) {
            return text;
        }
        // Not Ansi.ansi(): that one looks at system properties, and would decide a second time.
        Ansi ansi = new Ansi();
        look.attributes().forEach(ansi::a);
        if (look.colour() != Color.DEFAULT) {
            ansi.fg(look.colour());
        }
        return ansi.a(text).reset().toString();
    }

    /// Whether this theme draws nothing but the text: no colour, no boxes.
    public boolean plain() {
        return looks.isEmpty();
    }
}
