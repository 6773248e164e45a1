package dev.rolecall.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;

/// Reads from a stream; Ctrl-C comes where the stream says so.
class PlainLinesTest {
    private static final char CTRL_C = '\u0003';

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private PlainLines lines(String typed, boolean echo) throws IOException {
        Terminal terminal =
                new DumbTerminal(
                        "test",
                        "dumb",
                        new ByteArrayInputStream(new byte[0]),
                        out,
                        StandardCharsets.UTF_8);
        byte[] bytes = typed.getBytes(StandardCharsets.UTF_8);
        InputStream keys =
                new InputStream() {
                    private int at;

                    @Override
                    public int read() {
                        if (at < bytes.length && bytes[at] == CTRL_C) {
                            at++;
                            terminal.raise(Signal.INT);
                        }
                        return at < bytes.length ? bytes[at++] & 0xff : -1;
                    }

                    // A line at a time, as a terminal gives it.
                    @Override
                    public int read(byte[] into, int from, int length) {
                        int count = 0;
                        int c = read();
                        while (c >= 0) {
                            into[from + count++] = (byte) c;
                            if (c == '\n' || count == length) {
                                return count;
                            }
                            c = read();
                        }
                        return count == 0 ? -1 : count;
                    }
                };
        return new PlainLines(terminal, keys, echo);
    }

    private String written() {
        return out.toString(StandardCharsets.UTF_8).replace("\r", "");
    }

    @Test
    void linesAreReadAfterTheirPrompt() throws IOException {
        PlainLines lines = lines("1 + 1\r\nÄ\n", false);
        assertThat(lines.read("a> ")).isEqualTo("1 + 1");
        assertThat(lines.read("a> ")).isEqualTo("Ä");
        assertThat(written()).isEqualTo("a> a> ");
    }

    @Test
    void aLastLineWithoutItsEndCountsAndThenItIsOver() throws IOException {
        PlainLines lines = lines("last", false);
        assertThat(lines.read("a> ")).isEqualTo("last");
        assertThatThrownBy(() -> lines.read("a> ")).isInstanceOf(EndOfFileException.class);
    }

    @Test
    void whatComesFromAPipeIsPrintedAsIfTyped() throws IOException {
        lines("1 + 1\n", true).read("a> ");
        assertThat(written()).isEqualTo("a> 1 + 1\n");
    }

    @Test
    void ctrlCInTheMiddleOfASnippetDropsItAndTheNextLineIsANewFirstOne() throws IOException {
        PlainLines lines = lines("class A {\n" + CTRL_C + "1 + 1\n", false);
        assertThat(lines.read("a> ")).isEqualTo("class A {");
        assertThatThrownBy(() -> lines.read(Prompts.MORE))
                .isInstanceOf(UserInterruptException.class);
        assertThat(lines.read("a> ")).isEqualTo("1 + 1");
        assertThat(written()).isEqualTo("a> " + Prompts.MORE + "\na> ");
    }

    @Test
    void whatIsSaidMeanwhileStandsOnLinesOfItsOwn() throws IOException {
        lines("", false).above("late");
        assertThat(written()).isEqualTo("late\n");
    }
}
