package dev.rolecall.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.console.Theme;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TerminalScreenTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<String> above = new ArrayList<>();
    private Terminal terminal;
    private TerminalScreen screen;

    @BeforeEach
    void aScreen() throws IOException {
        terminal =
                new DumbTerminal(
                        "test",
                        "dumb",
                        new ByteArrayInputStream(new byte[0]),
                        out,
                        StandardCharsets.UTF_8);
        screen = new TerminalScreen(terminal, Theme.PLAIN);
    }

    /// Somebody types, for ever.
    private final class Typing implements Lines {
        @Override
        public String read(String prompt) {
            throw new IllegalStateException(prompt);
        }

        @Override
        public void above(String text) {
            above.add(text);
        }
    }

    private String written() {
        return out.toString(StandardCharsets.UTF_8).replace("\r", "");
    }

    @Test
    void whileNobodyTypesTextIsWrittenAsItIs() {
        screen.write("half");
        screen.line(" a line");
        assertThat(written()).isEqualTo("half a line\n");
    }

    @Test
    void whileSomebodyTypesWholeLinesGoAbove() {
        screen.typing(new Typing());
        screen.write("ha");
        assertThat(above).isEmpty();
        screen.write("lf\nsecond\nthi");
        assertThat(above).containsExactly("half\nsecond");
        screen.write("rd\n");
        assertThat(above).containsExactly("half\nsecond", "third");
        assertThat(written()).isEmpty();
    }

    @Test
    void whatIsNotALineYetWaitsUntilTheOtherWasTyped() {
        screen.typing(new Typing());
        screen.write("pending");
        screen.typed();
        screen.write(" ends\n");
        assertThat(above).isEmpty();
        assertThat(written()).isEqualTo("pending ends\n");
    }

    @Test
    void theWidthIsTheTerminalsOfThisMoment() {
        assertThat(screen.width()).isEqualTo(80);
        terminal.setSize(new Size(120, 40));
        assertThat(screen.width()).isEqualTo(120);
        terminal.setSize(new Size(10, 40));
        assertThat(screen.width()).isEqualTo(30);
    }
}
