package dev.rolecall.terminal;

import java.io.IOException;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;

/// Lines from a terminal that cannot move its cursor, or from a pipe. Nothing that was printed is
/// drawn again; editing is what the terminal itself offers.
final class PlainLines implements Lines {
    private final Terminal terminal;
    private final boolean echo;
    private String first = "";
    private Optional<String> ahead = Optional.empty();
    private volatile String prompt = "";
    private volatile boolean reading;
    private volatile boolean dropped;

    /// @param echo whether to print what is read, which a pipe does not do by itself
    PlainLines(Terminal terminal, boolean echo) {
        this.terminal = terminal;
        this.echo = echo;
    }

    @Override
    public String read(String with) {
        if (ahead.isPresent()) {
            String line = ahead.get();
            ahead = Optional.empty();
            return line;
        }
        begin(with);
        SignalHandler before = terminal.handle(Signal.INT, signal -> drop());
        try {
            return taken(line());
        } catch (IOException e) {
            throw new EndOfFileException(e);
        } finally {
            reading = false;
            terminal.handle(Signal.INT, before);
        }
    }

    private void begin(String with) {
        if (!with.equals(Prompts.MORE)) {
            first = with;
        }
        prompt = with;
        dropped = false;
        reading = true;
        print(with);
    }

    /// Ctrl-C: the terminal forgets what was typed of the line, and the read goes on waiting, for
    /// it cannot be broken off. So the prompt is drawn here.
    private void drop() {
        dropped = true;
        prompt = first;
        print("\n" + first);
    }

    /// Where the lines before this one were dropped, it is the first of what comes next.
    private String taken(String line) {
        if (echo) {
            print(line + "\n");
        }
        if (dropped) {
            ahead = Optional.of(line);
            throw new UserInterruptException("");
        }
        return line;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        int c = terminal.reader().read();
        while (c >= 0 && c != '\n') {
            if (c != '\r') {
                line.append((char) c);
            }
            c = terminal.reader().read();
        }
        if (c < 0 && line.isEmpty()) {
            print("\n");
            throw new EndOfFileException();
        }
        return line.toString();
    }

    @Override
    public void above(String text) {
        print(reading ? "\n" + text + "\n" + prompt : text + "\n");
    }

    private void print(String text) {
        terminal.writer().print(text);
        terminal.writer().flush();
    }
}
