package dev.rolecall.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineHistoryTest {
    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void aFile() {
        file = folder.resolve("history");
    }

    private LineHistory history() throws IOException {
        LineHistory history = new LineHistory(file);
        Terminal terminal =
                new DumbTerminal(
                        "test",
                        "dumb",
                        new ByteArrayInputStream(new byte[0]),
                        new ByteArrayOutputStream(),
                        StandardCharsets.UTF_8);
        LineReader reader =
                LineReaderBuilder.builder()
                        .terminal(terminal)
                        .history(history)
                        .variable(LineReader.HISTORY_FILE, file)
                        .build();
        history.attach(reader);
        return history;
    }

    private static List<String> lines(LineHistory history) {
        return StreamSupport.stream(history.spliterator(), false).map(History.Entry::line).toList();
    }

    @Test
    void whatWasTypedComesBackWithItsLineBreaks() throws IOException {
        history().add("int f() {\n    return 1; }");
        history().add("f() + 1 // C:\\x");
        LineHistory again = history();
        assertThat(again.aside()).isEmpty();
        assertThat(lines(again)).containsExactly("int f() {\n    return 1; }", "f() + 1 // C:\\x");
    }

    @Test
    void aFileThatIsNotAHistoryIsMovedAndNeverDeleted() throws IOException {
        for (byte[] bad :
                List.of(
                        new byte[] {'1', ':', (byte) 0xff},
                        "no number\n".getBytes(StandardCharsets.UTF_8),
                        "99999999999999999999:x\n".getBytes(StandardCharsets.UTF_8))) {
            Files.write(file, bad);
            LineHistory history = history();
            Path aside = history.aside().orElseThrow();
            assertThat(aside).hasBinaryContent(bad);
            assertThat(lines(history)).isEmpty();
            history.add("1 + 1");
            assertThat(lines(history())).containsExactly("1 + 1");
            Files.delete(file);
        }
    }

    @Test
    void aFolderInItsPlaceIsMovedToo() throws IOException {
        Files.createDirectory(file);
        assertThat(history().aside()).isPresent();
        assertThat(file).doesNotExist();
    }

    @Test
    void aHistoryThatCannotBeWrittenStillBringsBackThisShellsLines() throws IOException {
        LineHistory history = history();
        Files.createDirectory(file);
        history.add("1 + 1");
        assertThat(lines(history)).containsExactly("1 + 1");
    }
}
