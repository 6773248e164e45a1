package dev.rolecall.terminal;

import dev.rolecall.console.Mark;
import dev.rolecall.console.Tone;
import dev.rolecall.course.HintLadder;
import dev.rolecall.course.Step;
import dev.rolecall.lab.Command;
import dev.rolecall.lab.Difference;
import dev.rolecall.lab.Event;
import dev.rolecall.policy.PrincipalNames;
import dev.rolecall.snippet.Printed;
import dev.rolecall.snippet.Restored;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Draws what a run tells. Words carry every fact; colour repeats them. Events may come from two
/// threads: what a snippet left behind may print while its learner types.
public final class EventView implements Consumer<Event> {
    private final Screen screen;
    private final SnippetView snippets;
    private final CheckView checks;
    private final WhyView why;
    private final LabView labs;
    private boolean midLine;
    private boolean spoke;

    /// @param names turns unique ids in quoted policies into ARNs; asked for only when needed
    public EventView(Screen screen, Supplier<PrincipalNames> names) {
        this.screen = screen;
        this.snippets = new SnippetView(screen);
        this.checks = new CheckView(screen);
        this.why = new WhyView(screen, names);
        this.labs = new LabView(screen);
    }

    @Override
    public synchronized void accept(Event event) {
        spoke |= !silent(event);
        if (event instanceof Event.Output(Printed printed)) {
            output(printed);
            return;
        }
        endLine();
        draw(event);
    }

    private static boolean silent(Event event) {
        return event instanceof Event.Left
                || event instanceof Event.Typed
                || event instanceof Event.Done;
    }

    /// Ends an answer: an empty line stands between it and the next prompt.
    public synchronized void endAnswer() {
        endLine();
        if (spoke) {
            screen.gap();
        }
        spoke = false;
    }

    /// Ends a line that the learner's code began to print.
    synchronized void endLine() {
        if (midLine) {
            screen.gap();
            midLine = false;
        }
    }

    /// Says something that the run did not tell.
    synchronized void aside(String text) {
        endLine();
        screen.text(2, text);
    }

    private void output(Printed printed) {
        screen.write(printed.text());
        midLine = !printed.text().isEmpty() && !printed.text().endsWith("\n");
    }

    private void draw(Event event) {
        switch (event) {
            case Event.Output _ -> throw new IllegalStateException("written above");
            case Event.Answered answered -> snippets.draw(answered);
            case Event.Ticked ticked -> ticked(ticked);
            case Event.StepDone done -> stepDone(done.step(), done.last());
            case Event.Checked checked -> checks.draw(checked);
            case Event.Opened opened -> labs.opened(opened.lab(), opened.resumed());
            case Event.SetAside(Path where, String why) ->
                    screen.text(
                            0,
                            "The run kept here cannot be gone on with: "
                                    + why
                                    + ". It lies in "
                                    + where
                                    + " now, and you begin anew.");
            case Event.NotKept(String what, String whatToDo) ->
                    screen.text(2, what + ", so what you do is kept in memory only; " + whatToDo);
            case Event.Lost(Restored restored) ->
                    screen.text(2, SnippetView.lost(restored).strip());
            case Event.Task task -> labs.task(task.lab(), task.step());
            case Event.Hinted(int rung, HintLadder.Hint hint) -> hint(rung, hint);
            case Event.Explained explained -> why.draw(explained);
            case Event.Differs(List<Difference> differences) -> differences(differences);
            case Event.Drifted(List<Difference> differences) -> {
                screen.text(
                        2, "Drift: somebody changed LocalStack directly. /adopt takes it over.");
                listed(differences);
            }
            case Event.ClockMoved moved -> ClockView.draw(screen, moved);
            case Event.ActsNow now ->
                    screen.text(2, "iam, sts and s3 act as " + now.acting().label() + ".");
            case Event.Listed listed -> labs.listed(listed);
            case Event.Help(List<Command> commands, boolean whole) ->
                    HelpView.draw(screen, commands, whole);
            case Event.Typed typed -> typed(typed);
            case Event.Said(String text) -> screen.text(2, text);
            case Event.Rejected rejected -> rejected(rejected);
            case Event.Done _ -> endAnswer();
            case Event.Left _ -> {}
        }
    }

    private void ticked(Event.Ticked ticked) {
        Mark mark = ticked.met() ? Mark.OK : Mark.FAIL;
        String undone = ticked.met() ? "" : "no longer holds: ";
        String text = ticked.number() + " of " + ticked.of() + ": " + undone + ticked.name();
        screen.line("  " + mark.drawn(screen.theme(), mark.word().length() + 1) + text);
    }

    private void stepDone(Step step, boolean last) {
        String next =
                last
                        ? "That was the last step: the lab is done. Stay and look around, or /quit."
                        : "Enter goes on, or stay and look around: /diff, /why, /help.";
        screen.text(0, screen.paint(Tone.OK, "Step " + step.number() + " is done.") + " " + next);
    }

    private void hint(int rung, HintLadder.Hint hint) {
        screen.line(
                "  "
                        + screen.paint(Tone.HEADING, "Hint " + rung + " of " + HintLadder.RUNGS)
                        + "  "
                        + hint.title());
        MarkdownView.lines(hint.text(), screen.width() - 4, screen.theme())
                .forEach(line -> screen.line(line.isEmpty() ? "" : "    " + line));
    }

    private void differences(List<Difference> differences) {
        if (differences.isEmpty()) {
            screen.text(2, "Nothing has changed since the step began.");
        }
        listed(differences);
    }

    private void listed(List<Difference> differences) {
        for (Difference difference : differences) {
            screen.text(2, difference.sign().symbol() + " " + difference.what());
            difference.detail().lines().forEach(line -> screen.line("      " + line));
        }
    }

    private void typed(Event.Typed typed) {
        String prompt = typed.status().prompt();
        List<String> lines = typed.line().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            screen.line((i == 0 ? screen.paint(Tone.PROMPT, prompt) : Prompts.MORE) + lines.get(i));
        }
    }

    private void rejected(Event.Rejected rejected) {
        String whatToDo = rejected.whatToDo().isEmpty() ? "" : "; " + rejected.whatToDo();
        screen.text(2, rejected.what() + whatToDo);
    }
}
