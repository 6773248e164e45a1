package dev.rolecall.lab;

import java.util.function.Consumer;

/// `/quit`: leaves. Everything is kept already.
final class QuitCommand implements Command {
    @Override
    public String name() {
        return "quit";
    }

    @Override
    public String summary() {
        return "leave; the next start goes on here";
    }

    @Override
    public String details() {
        return "Ctrl-D does the same.";
    }

    @Override
    public void run(LabRun run, String argument, Consumer<Event> out) {
        out.accept(new Event.Left());
    }
}
