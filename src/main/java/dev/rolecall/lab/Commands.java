package dev.rolecall.lab;

import dev.rolecall.console.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The commands there are.
public final class Commands {
    /// In the order in which `/help` lists them.
    public static final List<Command> ALL =
            List.of(
                    new TaskCommand(),
                    new CheckCommand(),
                    new HintCommand(),
                    new WhyCommand(),
                    new DiffCommand(),
                    new AdoptCommand(),
                    new AsCommand(),
                    new ClockCommand(),
                    new NextCommand(),
                    new GotoCommand(),
                    new SolveCommand(),
                    new ResetCommand(),
                    new ListCommand(),
                    new HelpCommand(),
                    new QuitCommand());

    private Commands() {}

    /// The command of that name, or of the only name that begins so.
    public static Optional<Command> find(String name) {
        Optional<Command> exact = ALL.stream().filter(c -> c.name().equals(name)).findFirst();
        if (exact.isPresent() || name.isEmpty()) {
            return exact;
        }
        List<Command> begun = ALL.stream().filter(c -> c.name().startsWith(name)).toList();
        return begun.size() == 1 ? Optional.of(begun.getFirst()) : Optional.empty();
    }

    static Event.Rejected unknown(String name) {
        List<String> begun =
                names().filter(each -> each.startsWith(name) && !name.isEmpty()).toList();
        // JShell's word for it, and every shell's.
        String meant = name.equals("exit") ? "quit" : name;
        String whatToDo =
                begun.isEmpty()
                        ? Nearest.to(meant, names().toList())
                                .map(near -> "did you mean /" + near + "?")
                                .orElse("/help lists the commands")
                        : "did you mean /" + String.join(" or /", begun) + "?";
        return new Event.Rejected("there is no command /" + name, whatToDo);
    }

    private static Stream<String> names() {
        return ALL.stream().map(Command::name);
    }
}
