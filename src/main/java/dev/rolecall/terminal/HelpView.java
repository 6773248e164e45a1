package dev.rolecall.terminal;

import dev.rolecall.console.Tone;
import dev.rolecall.console.Width;
import dev.rolecall.console.Wrap;
import dev.rolecall.lab.Command;
import java.util.List;

/// Draws the commands.
final class HelpView {
    private static final int COLUMN = 24;

    private HelpView() {}

    static void draw(Screen screen, List<Command> commands, boolean whole) {
        if (!whole) {
            one(screen, commands.getFirst());
            return;
        }
        screen.text(0, "What you type is Java, or a command:");
        for (Command command : commands) {
            String usage = "  " + usage(command);
            int gap = COLUMN - Width.of(usage);
            String margin = " ".repeat(Math.min(COLUMN, screen.width() / 2));
            if (gap < 2 || screen.width() < 60) {
                screen.line(usage);
                Wrap.lines(command.summary(), screen.width(), "      ", "      ")
                        .forEach(screen::line);
            } else {
                Wrap.lines(command.summary(), screen.width(), usage + " ".repeat(gap), margin)
                        .forEach(screen::line);
            }
        }
        screen.text(
                0,
                "/help NAME tells more. A line that begins with // or /* is Java. Ctrl-C stops a snippet, Ctrl-D leaves.");
    }

    private static void one(Screen screen, Command command) {
        String usage = screen.paint(Tone.HEADING, usage(command));
        screen.text(2, usage + "  " + command.summary());
        MarkdownView.lines(command.details(), screen.width() - 2, screen.theme())
                .forEach(line -> screen.line(line.isEmpty() ? "" : "  " + line));
    }

    private static String usage(Command command) {
        return "/"
                + command.name()
                + (command.arguments().isEmpty() ? "" : " " + command.arguments());
    }
}
