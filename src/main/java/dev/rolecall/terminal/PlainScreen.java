package dev.rolecall.terminal;

import dev.rolecall.console.Theme;
import java.io.PrintStream;

/// Lines to a stream: a pipe, a file, a terminal that is only written to.
public record PlainScreen(PrintStream out, int width, Theme theme) implements Screen {
    @Override
    public void write(String text) {
        out.print(text);
        out.flush();
    }
}
