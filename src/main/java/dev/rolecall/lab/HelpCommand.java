package dev.rolecall.lab;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// `/help`: the commands, or one of them in full.
final class HelpCommand implements Command {
    @Override
    public String name() {
        return "help";
    }

    @Override
    public String arguments() {
        return "[COMMAND]";
    }

    @Override
    public String summary() {
        return "list the commands, or explain one";
    }

    @Override
    public String details() {
        return "`/help why` explains /why.";
    }

    @Override
    public void run(LabRun run, String argument, Consumer<Event> out) {
        if (argument.isEmpty()) {
            out.accept(new Event.Help(Commands.ALL, true));
            return;
        }
        String name = argument.startsWith("/") ? argument.substring(1) : argument;
        Optional<Command> command = Commands.find(name);
        if (command.isPresent()) {
            out.accept(new Event.Help(List.of(command.get()), false));
        } else {
            out.accept(Commands.unknown(name));
        }
    }

    @Override
    public List<String> candidates(LabRun run) {
        return Commands.ALL.stream().map(Command::name).toList();
    }
}
