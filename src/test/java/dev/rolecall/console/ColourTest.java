package dev.rolecall.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ColourTest {
    private static final Map<String, String> XTERM = Map.of("TERM", "xterm-256color");

    @Test
    void aTerminalGetsColour() {
        assertThat(Colour.theme(XTERM, false, true)).isSameAs(Theme.COLOUR);
    }

    @Test
    void aPipeGetsNone() {
        assertThat(Colour.theme(XTERM, false, false)).isSameAs(Theme.PLAIN);
    }

    @Test
    void theOptionPlainWins() {
        assertThat(Colour.theme(XTERM, true, true)).isSameAs(Theme.PLAIN);
    }

    @Test
    void noColorCountsWhateverItsValueButNotEmpty() {
        assertThat(Colour.theme(Map.of("NO_COLOR", "0"), false, true)).isSameAs(Theme.PLAIN);
        assertThat(Colour.theme(Map.of("NO_COLOR", ""), false, true)).isSameAs(Theme.COLOUR);
    }

    @Test
    void aDumbTerminalGetsNone() {
        assertThat(Colour.theme(Map.of("TERM", "dumb"), false, true)).isSameAs(Theme.PLAIN);
        assertThat(Colour.dumb(Map.of("TERM", "dumb"))).isTrue();
    }
}
