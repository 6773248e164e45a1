package dev.rolecall.lab;

import dev.rolecall.course.Course;
import java.util.function.Consumer;

/// `/list`: the labs, and the steps of this one.
final class ListCommand implements Command {
    @Override
    public String name() {
        return "list";
    }

    @Override
    public String summary() {
        return "list the labs and this lab's steps";
    }

    @Override
    public String details() {
        return "JShell's own /list, which prints snippets, is not here: the up arrow brings them back.";
    }

    @Override
    public void run(LabRun run, String argument, Consumer<Event> out) {
        out.accept(
                new Event.Listed(
                        Course.open(run.lab().folder().resolveSibling("")).ids(),
                        run.lab(),
                        run.step().number(),
                        run.done()));
    }
}
