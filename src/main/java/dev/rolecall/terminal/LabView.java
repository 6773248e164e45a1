package dev.rolecall.terminal;

import dev.rolecall.console.Tone;
import dev.rolecall.console.Width;
import dev.rolecall.course.Lab;
import dev.rolecall.course.Step;
import dev.rolecall.lab.Event;

/// Draws a lab's title, its steps and their tasks.
final class LabView {
    private static final int COLUMN = 30;

    private final Screen screen;

    LabView(Screen screen) {
        this.screen = screen;
    }

    void opened(Lab lab, boolean resumed) {
        String right = lab.steps().size() + " steps, about " + lab.minutes() + " minutes";
        String left = "Lab  " + lab.title();
        screen.gap();
        beside(left, right, COLUMN);
        screen.text(
                0,
                resumed
                        ? "You go on where you left: the cloud, your variables and the clock are as they were."
                        : "You are the administrator of account "
                                + lab.account()
                                + ". Nothing here can reach the real AWS. What you type is Java; the clients"
                                + " iam, sts and s3 are ready.");
    }

    /// A heading and a remark, on one line if it fits.
    private void beside(String heading, String remark, int column) {
        int gap = Math.max(2, column - Width.of(heading));
        boolean fits = Width.of(heading) + gap + Width.of(remark) <= screen.width();
        if (fits) {
            screen.line(screen.paint(Tone.HEADING, heading) + " ".repeat(gap) + remark);
        } else {
            screen.text(0, screen.paint(Tone.HEADING, heading));
            screen.text(2, remark);
        }
    }

    void task(Lab lab, Step step) {
        screen.gap();
        screen.text(
                0,
                screen.paint(
                        Tone.HEADING,
                        "Step "
                                + step.number()
                                + " of "
                                + lab.steps().size()
                                + "  "
                                + step.title()));
        MarkdownView.lines(step.task(), screen.width() - 2, screen.theme())
                .forEach(line -> screen.line(line.isEmpty() ? "" : "  " + line));
        screen.text(2, "/hint offers help in three steps, /check says where you are.");
    }

    void listed(Event.Listed listed) {
        screen.line(screen.paint(Tone.HEADING, "Labs"));
        listed.labs()
                .forEach(id ->
                        screen.text(2, id + (id.equals(listed.lab().id()) ? "  (this one)" : "")));
        screen.line(screen.paint(Tone.HEADING, "Steps of " + listed.lab().id()));
        for (Step step : listed.lab().steps()) {
            boolean done = listed.done().contains(step.number());
            boolean here = step.number() == listed.current();
            String mark = done ? "[done]" : here ? "[here]" : "[    ]";
            String also = done && here ? "  (you are here)" : "";
            screen.text(2, mark + " " + step.number() + "  " + step.title() + also);
        }
    }
}
