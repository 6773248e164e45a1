package dev.rolecall.terminal;

import dev.rolecall.console.Theme;
import org.jline.terminal.Terminal;

/// Lines to a terminal, which may change its width at any time.
final class TerminalScreen implements Screen {
    private static final int USUAL = 80;
    private static final int NARROWEST = 30;

    private final Terminal terminal;
    private final Theme theme;

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

    @Override
    public void write(String text) {
        terminal.writer().print(text);
        terminal.writer().flush();
    }
}
