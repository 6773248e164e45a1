package dev.rolecall.terminal;

import dev.rolecall.console.Theme;
import java.util.function.Consumer;

/// A screen that keeps what is written.
final class Page implements Screen {
    private final StringBuilder text = new StringBuilder();
    private final int width;
    private final Theme theme;

    Page(int width, Theme theme) {
        this.width = width;
        this.theme = theme;
    }

    /// What is drawn on a plain page of this width.
    static String drawn(int width, Consumer<Screen> drawing) {
        Page page = new Page(width, Theme.PLAIN);
        drawing.accept(page);
        return page.text();
    }

    /// What is drawn in colour, with the escape sequences taken away again.
    static String drawnInColour(int width, Consumer<Screen> drawing) {
        Page page = new Page(width, Theme.COLOUR);
        drawing.accept(page);
        return page.text().replaceAll("\u001b\\[[0-9;]*m", "");
    }

    String text() {
        return text.toString();
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public Theme theme() {
        return theme;
    }

    @Override
    public synchronized void write(String more) {
        text.append(more);
    }
}
