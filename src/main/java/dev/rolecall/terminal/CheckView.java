package dev.rolecall.terminal;

import dev.rolecall.check.Criterion;
import dev.rolecall.check.Fact;
import dev.rolecall.check.StepOutcome;
import dev.rolecall.check.Verdict;
import dev.rolecall.console.Mark;
import dev.rolecall.console.Tone;
import dev.rolecall.console.Width;
import dev.rolecall.console.Wrap;
import dev.rolecall.lab.Event;

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
        String title = "Step " + checked.step().number() + "  " + checked.step().title();
        String count = outcome.met() + " of " + outcome.criteria().size();
        int gap = screen.width() - Width.of(title) - Width.of(count);
        screen.line(screen.paint(Tone.HEADING, title) + " ".repeat(Math.max(2, gap)) + count);
        outcome.criteria().forEach(this::criterion);
        if (checked.done() && !outcome.done()) {
            screen.text(2, "The step was done before, and stays done.");
        }
    }

    private void criterion(Criterion criterion) {
        switch (criterion.verdict()) {
            case Verdict.Passed() -> mark(Mark.OK, criterion.name());
            case Verdict.Failed failed -> {
                mark(Mark.FAIL, criterion.name());
                failed(failed);
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

    private void failed(Verdict.Failed failed) {
        int answers = answers(failed);
        labelled("expected", beside(failed.expected(), answers));
        labelled("observed", beside(failed.observed(), answers));
        if (!failed.because().isEmpty()) {
            labelled("because", failed.because());
        }
        if (!failed.tryThis().isEmpty()) {
            labelled("try", failed.tryThis());
        }
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
