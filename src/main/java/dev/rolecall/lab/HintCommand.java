package dev.rolecall.lab;

import dev.rolecall.course.HintLadder;
import java.util.List;
import java.util.function.Consumer;

/// `/hint`: the next rung of the step's ladder.
final class HintCommand implements Command {
    @Override
    public String name() {
        return "hint";
    }

    @Override
    public String arguments() {
        return "[1-3]";
    }

    @Override
    public String summary() {
        return "give the next of the step's three hints";
    }

    @Override
    public String details() {
        return """
        The first hint names the idea, the second says where to look, the third shows the shape of \
        the answer. `/hint 1` shows the first again. `/solve` does the step for you.\
        """;
    }

    @Override
    public void run(LabRun run, String argument, Consumer<Event> out) {
        int shown = run.hintsShown();
        if (argument.isEmpty() && shown == HintLadder.RUNGS) {
            out.accept(
                    new Event.Rejected(
                            "all three hints were given",
                            "/hint 1 to /hint 3 show them again, /solve does the step"));
            return;
        }
        int rung = argument.isEmpty() ? shown + 1 : number(argument);
        if (rung < 1 || rung > HintLadder.RUNGS) {
            out.accept(
                    new Event.Rejected(
                            "there is no hint `" + argument + "`", "a step has hints 1, 2 and 3"));
            return;
        }
        out.accept(new Event.Hinted(rung, run.hint(rung, out)));
    }

    private static int number(String argument) {
        return argument.matches("[1-3]") ? argument.charAt(0) - '0' : 0;
    }

    @Override
    public List<String> candidates(LabRun run) {
        return List.of("1", "2", "3");
    }
}
