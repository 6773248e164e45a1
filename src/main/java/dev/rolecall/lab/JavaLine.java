package dev.rolecall.lab;

import dev.rolecall.snippet.Evaluated;
import dev.rolecall.snippet.Outcome;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// What came of Java that was typed or pasted: one snippet or several.
///
/// @param text as typed
record JavaLine(String text) {

    /// Tells the outcomes, and that the rest did not run if the last one went wrong.
    ///
    /// @param blank whether a text holds nothing to run
    void tell(List<Evaluated> snippets, Predicate<String> blank, Consumer<Event> out) {
        for (Evaluated snippet : snippets) {
            out.accept(new Event.Answered(snippet, explainable(snippet.outcome())));
        }
        boolean stopped = !snippets.isEmpty() && wentWrong(snippets.getLast().outcome());
        if (stopped && !blank.test(after(snippets))) {
            out.accept(new Event.Said("The rest of what you typed did not run."));
        }
    }

    /// The text behind the snippets, which stand in it in this order. `int a = 1, b = 2;` is one
    /// snippet with two outcomes.
    private String after(List<Evaluated> snippets) {
        int end = 0;
        String last = "";
        for (Evaluated snippet : snippets) {
            if (!snippet.id().equals(last)) {
                int start = text.indexOf(snippet.source(), end);
                end = start < 0 ? text.length() : start + snippet.source().length();
            }
            last = snippet.id();
        }
        return text.substring(end);
    }

    private static boolean explainable(Outcome outcome) {
        return outcome instanceof Outcome.AwsRefused(_, String code, int status, _, _, _)
                && (status == 403 || code.equals("ExpiredToken"));
    }

    private static boolean wentWrong(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Value _, Outcome.Declared _, Outcome.Done _ -> false;
            case Outcome.CompileError _,
                    Outcome.AwsRefused _,
                    Outcome.Threw _,
                    Outcome.Stopped _,
                    Outcome.JvmDied _ ->
                    true;
        };
    }
}
