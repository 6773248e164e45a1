package dev.rolecall.terminal;

import dev.rolecall.check.Criterion;
import dev.rolecall.check.Fact;
import dev.rolecall.check.StepOutcome;
import dev.rolecall.check.Verdict;
import dev.rolecall.console.Mark;
import dev.rolecall.console.Tone;
import dev.rolecall.console.Width;
import dev.rolecall.console.Wrap;
import dev.rolecall.course.HintLadder;
import dev.rolecall.lab.Event;
import java.util.HashSet;
import java.util.Set;

/// Draws the outcome of a check: every criterion, and of each that failed expected, observed,
/// because, try, in that order.
final class CheckView {
    private static final int MARK = 7;
    private static final int INDENT = 2 + MARK;
    private static final int LABEL = 10;

    private final Screen screen;

    CheckView(Screen screen) {
        this.screen = screen;
    }

    void draw(Event.Checked checked) {
        StepOutcome outcome = checked.outcome();
        title(
                "Step " + checked.step().number() + "  " + checked.step().title(),
                outcome.met() + " of " + outcome.criteria().size());
        Set<Verdict.Failed> told = new HashSet<>();
        for (Criterion criterion : outcome.criteria()) {
            criterion(criterion, checked.hintsShown(), told);
        }
        if (checked.done() && !outcome.done()) {
            screen.text(2, "The step was done before, and stays done.");
        }
    }

    private void title(String title, String count) {
        int gap = screen.width() - Width.of(title) - Width.of(count);
        if (gap < 2) {
            screen.text(0, screen.paint(Tone.HEADING, title));
            screen.text(2, count);
        } else {
            screen.line(screen.paint(Tone.HEADING, title) + " ".repeat(gap) + count);
        }
    }

    /// @param told the failures that were told before: one cause may fail several criteria
    private void criterion(Criterion criterion, int hintsShown, Set<Verdict.Failed> told) {
        switch (criterion.verdict()) {
            case Verdict.Passed() -> mark(Mark.OK, criterion.name());
            case Verdict.Failed failed -> {
                mark(Mark.FAIL, criterion.name());
                if (told.add(failed)) {
                    failed(failed, hintsShown);
                } else {
                    labelled("observed", failed.observed() + ", as above");
                }
            }
            case Verdict.Broke(String what) -> {
                mark(Mark.ERROR, criterion.name());
                labelled("because", "the check itself failed: " + what);
            }
        }
    }

    private void mark(Mark mark, String name) {
        String margin = " ".repeat(INDENT);
        Wrap.lines(name, screen.width(), "  " + mark.drawn(screen.theme(), MARK), margin)
                .forEach(screen::line);
    }

    private void failed(Verdict.Failed failed, int hintsShown) {
        int answers = answers(failed);
        labelled("expected", beside(failed.expected(), answers));
        labelled("observed", beside(failed.observed(), answers));
        if (!failed.because().isEmpty()) {
            labelled("because", failed.because());
        }
        if (!failed.tryThis().isEmpty()) {
            labelled("try", withRung(failed.tryThis(), hintsShown));
        }
    }

    /// Says which hint would be the next.
    private static String withRung(String tryThis, int hintsShown) {
        return tryThis.endsWith("/hint") && hintsShown < HintLadder.RUNGS
                ? tryThis + " (" + (hintsShown + 1) + " of " + HintLadder.RUNGS + ")"
                : tryThis;
    }

    /// The column, after the label, where both answers stand below each other.
    private static int answers(Verdict.Failed failed) {
        return Math.max(Width.of(failed.expected().what()), Width.of(failed.observed().what())) + 2;
    }

    private static String beside(Fact fact, int column) {
        if (fact.answer().isEmpty()) {
            return fact.what();
        }
        return fact.what()
                + " ".repeat(Math.max(0, column - Width.of(fact.what())))
                + fact.answer();
    }

    private void labelled(String label, String text) {
        String first =
                " ".repeat(INDENT)
                        + screen.paint(Tone.DIM, label)
                        + " ".repeat(LABEL - label.length());
        Wrap.lines(text, screen.width(), first, " ".repeat(INDENT + LABEL)).forEach(screen::line);
    }
}
