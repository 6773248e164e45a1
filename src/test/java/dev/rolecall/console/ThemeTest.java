package dev.rolecall.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThemeTest {

    @ParameterizedTest
    @EnumSource(Tone.class)
    void everyToneHasALookAndChangesNoWord(Tone tone) {
        assertThat(Theme.COLOUR.paint(tone, "words")).contains("words").isNotEqualTo("words");
        assertThat(Theme.PLAIN.paint(tone, "words")).isEqualTo("words");
        assertThat(Width.of(Theme.COLOUR.paint(tone, "words"))).isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource(Mark.class)
    void aMarkIsAWordInEveryTheme(Mark mark) {
        assertThat(mark.drawn(Theme.PLAIN, 7)).isEqualTo((mark.word() + "      ").substring(0, 7));
        assertThat(mark.drawn(Theme.COLOUR, 7)).contains(mark.word());
        assertThat(Width.of(mark.drawn(Theme.COLOUR, 7))).isEqualTo(7);
    }
}
