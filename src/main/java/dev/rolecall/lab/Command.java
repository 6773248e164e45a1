package dev.rolecall.lab;

import java.util.List;
import java.util.function.Consumer;

/// Something that a line beginning with `/` asks for. One class for each.
public interface Command {
    /// The word after the slash.
    String name();

    /// What may follow it, as `/help` shows it; empty for nothing.
    default String arguments() {
        return "";
    }

    /// One line for the list of commands: what it does, lower case, no final period.
    String summary();

    /// More about it, with an example: what `/help NAME` adds to the summary.
    String details();

    /// Carries it out.
    ///
    /// @param argument the rest of the line, without blanks around it
    void run(LabRun run, String argument, Consumer<Event> out);

    /// What could stand as its argument.
    default List<String> candidates(LabRun run) {
        return List.of();
    }
}
