package dev.rolecall.terminal;

import dev.rolecall.console.Theme;
import java.util.Optional;
import org.jline.terminal.Terminal;

/// Lines to a terminal, which may change its width at any time. While somebody types, what is
/// written goes above the typed line, and only whole lines do.
final class TerminalScreen implements Screen {
    private static final int USUAL = 80;
    private static final int NARROWEST = 30;

    private final Terminal terminal;
    private final Theme theme;
    private final StringBuilder unfinished = new StringBuilder();
    private Optional<Lines> typing = Optional.empty();

    TerminalScreen(Terminal terminal, Theme theme) {
        this.terminal = terminal;
        this.theme = theme;
    }

    @Override
    public int width() {
        int width = terminal.getWidth();
        return width <= 0 ? USUAL : Math.max(NARROWEST, width);
    }

    @Override
    public Theme theme() {
        return theme;
    }

    /// Somebody begins to type.
    synchronized void typing(Lines lines) {
        typing = Optional.of(lines);
    }

    /// The line was typed. What was held back is written now.
    synchronized void typed() {
        typing = Optional.empty();
        print(unfinished.toString());
        unfinished.setLength(0);
    }

    @Override
    public synchronized void write(String text) {
        if (typing.isEmpty()) {
            print(text);
            return;
        }
        unfinished.append(text);
        int end = unfinished.lastIndexOf("\n");
        if (end >= 0) {
            typing.get().above(unfinished.substring(0, end));
            unfinished.delete(0, end + 1);
        }
    }

    private void print(String text) {
        terminal.writer().print(text);
        terminal.writer().flush();
    }
}
