package dev.rolecall.terminal;

import dev.rolecall.console.Tone;
import dev.rolecall.console.Wrap;
import dev.rolecall.guard.Recorded;
import dev.rolecall.lab.Event;
import dev.rolecall.policy.Evaluation;
import dev.rolecall.policy.Explanation;
import dev.rolecall.policy.PolicyDocument;
import dev.rolecall.policy.PrincipalNames;
import java.util.List;
import java.util.function.Supplier;

/// Draws why a request was answered as it was.
final class WhyView {
    private static final int LABEL = 15;

    private final Screen screen;
    private final Supplier<PrincipalNames> names;

    WhyView(Screen screen, Supplier<PrincipalNames> names) {
        this.screen = screen;
        this.names = names;
    }

    void draw(Event.Explained explained) {
        Recorded request = explained.request();
        List<Evaluation> evaluations = explained.evaluations();
        if (evaluations.isEmpty()) {
            unasked(request);
            return;
        }
        // The one that refused, or the last of those that all said yes.
        Evaluation told =
                evaluations.stream()
                        .filter(e -> !e.allowed())
                        .findFirst()
                        .orElse(evaluations.getLast());
        evaluation(Explanation.of(told, names.get()));
        if (told.allowed() && !request.succeeded()) {
            labelled(
                    "but",
                    "the policies said yes, and "
                            + request.service().toUpperCase(java.util.Locale.ROOT)
                            + " answered "
                            + request.errorCode()
                            + ": "
                            + request.errorMessage());
        }
    }

    /// The policies were never asked, or it was too long ago.
    private void unasked(Recorded request) {
        String what = request.service() + ":" + request.operation();
        labelled(NamesOf.principal(request.principal()) + " asked", what);
        labelled(
                "and got",
                request.errorCode().isEmpty()
                        ? "an answer"
                        : request.errorCode() + ": " + request.errorMessage());
        if (request.asked().isEmpty()) {
            String advice = Advice.on(request).map(text -> " " + text).orElse("");
            screen.text(2, "No policy was looked at." + advice);
        } else {
            screen.text(
                    2,
                    "That was in an earlier shell, or many requests ago: its reasons are not kept. Ask again to see them.");
        }
    }

    private void evaluation(Explanation explanation) {
        labelled(explanation.who() + " asked", explanation.what() + " on " + explanation.on());
        labelled("and got", explanation.headline());
        screen.line("  layer by layer");
        int name =
                explanation.layers().stream().mapToInt(t -> t.name().length()).max().orElse(0) + 4;
        int voice =
                explanation.layers().stream().mapToInt(t -> t.voice().length()).max().orElse(0) + 3;
        for (Explanation.Told told : explanation.layers()) {
            layer(told, Math.max(name, 21), voice);
        }
        if (!explanation.allowed()) {
            screen.text(2, "What would make it a yes: " + explanation.advice());
        }
    }

    private void layer(Explanation.Told told, int name, int voice) {
        String first = "    " + pad(told.name(), name) + pad(told.voice(), voice);
        String margin = " ".repeat(4 + name + voice);
        boolean narrow = screen.width() < 70;
        Wrap.lines(told.sentence(), screen.width(), first, narrow ? "      " : margin)
                .forEach(screen::line);
        for (PolicyDocument.Line line : told.quotes()) {
            screen.line(
                    screen.paint(
                            Tone.CODE,
                            " ".repeat(7 - digits(line.number()))
                                    + line.number()
                                    + " | "
                                    + line.text()));
        }
    }

    private static int digits(int number) {
        return Integer.toString(number).length();
    }

    private void labelled(String label, String text) {
        String first = "  " + pad(label, LABEL);
        Wrap.lines(text, screen.width(), first, " ".repeat(2 + LABEL)).forEach(screen::line);
    }

    private static String pad(String text, int columns) {
        return text + " ".repeat(Math.max(1, columns - text.length()));
    }
}
