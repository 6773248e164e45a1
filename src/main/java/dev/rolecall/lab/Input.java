package dev.rolecall.lab;

import java.util.Optional;
import java.util.function.Consumer;

/// What the learner types: a command if it begins with `/`, else Java.
public final class Input {
    private Input() {}

    /// Whether the text is a command. `//` and `/*` begin Java comments.
    public static boolean isCommand(String text) {
        String line = text.stripLeading();
        return line.startsWith("/") && !line.startsWith("//") && !line.startsWith("/*");
    }

    /// Carries out one command or evaluates Java. A blank line goes on once a step is done.
    public static void run(LabRun run, String text, Consumer<Event> out) {
        if (text.isBlank()) {
            if (run.stepDone() && !run.isLast()) {
                run.enterNext(out);
            }
            return;
        }
        if (!isCommand(text)) {
            run.java(text, out);
            return;
        }
        String line = text.strip().substring(1);
        int blank = line.indexOf(' ');
        String name = blank < 0 ? line : line.substring(0, blank);
        String argument = blank < 0 ? "" : line.substring(blank + 1).strip();
        Optional<Command> command = Commands.find(name);
        if (command.isPresent()) {
            command.get().run(run, argument, out);
        } else {
            out.accept(Commands.unknown(name));
        }
    }
}
