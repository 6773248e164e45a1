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
        String[] words = line.split("\\s+", 2);
        String name = words[0];
        String argument = words.length == 1 ? "" : words[1].strip();
        Optional<Command> command = Commands.find(name);
        if (command.isEmpty()) {
            out.accept(Commands.unknown(name));
        } else if (command.get().arguments().isEmpty() && !argument.isEmpty()) {
            out.accept(
                    new Event.Rejected(
                            "/" + command.get().name() + " takes nothing after it",
                            "/help " + command.get().name() + " explains it"));
        } else {
            command.get().run(run, argument, out);
        }
    }
}
