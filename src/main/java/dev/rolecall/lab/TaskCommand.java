package dev.rolecall.lab;

import java.util.function.Consumer;

/// `/task`: the current step's task, again.
final class TaskCommand implements Command {
    @Override
    public String name() {
        return "task";
    }

    @Override
    public String summary() {
        return "show the current step's task again";
    }

    @Override
    public String details() {
        return "Nothing that scrolled away is lost: `/task` brings the task back as often as you like.";
    }

    @Override
    public void run(LabRun run, String argument, Consumer<Event> out) {
        run.task(out);
    }
}
