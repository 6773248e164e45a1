package dev.rolecall.terminal;

import dev.rolecall.lab.Event;
import dev.rolecall.snippet.Outcome;
import dev.rolecall.snippet.Restored;
import java.util.List;
import java.util.Locale;

/// Draws what became of a snippet.
final class SnippetView {
    private static final int MOST_PROBLEMS = 3;

    /// Words only: whoever types that means no Java.
    private static final String SENTENCE = "\\p{L}+(?:,?\\s+[\\p{L}'-]+)+\\s*[.?!]?";

    private final Screen screen;

    SnippetView(Screen screen) {
        this.screen = screen;
    }

    void draw(Event.Answered answered) {
        switch (answered.snippet().outcome()) {
            case Outcome.Value(String name, _, String text) -> screen.line(name + " ==> " + text);
            case Outcome.Declared declared -> declared(declared);
            case Outcome.Done() -> {}
            case Outcome.CompileError(List<Outcome.Problem> problems) -> {
                problems(problems);
                if (answered.snippet().source().matches(SENTENCE)) {
                    screen.text(
                            2,
                            "What you type here is Java. /task shows what to do, /help the commands.");
                }
            }
            case Outcome.AwsRefused refused -> refused(refused, answered.refused());
            case Outcome.Threw threw -> threw(threw);
            case Outcome.Stopped() -> screen.text(2, "Stopped. Your variables are still there.");
            case Outcome.JvmDied died -> died(died);
        }
    }

    private void declared(Outcome.Declared declared) {
        String what = declared.what().name().toLowerCase(Locale.ROOT);
        if (declared.what() == Outcome.Declared.What.IMPORT) {
            return;
        }
        String until =
                declared.waitingFor().isEmpty()
                        ? ""
                        : ", usable once there is " + String.join(", ", declared.waitingFor());
        screen.text(2, what + " " + declared.name() + until);
    }

    /// One mistake makes the compiler see others behind it.
    private void problems(List<Outcome.Problem> problems) {
        problems.stream().limit(MOST_PROBLEMS).forEach(this::problem);
        int more = problems.size() - MOST_PROBLEMS;
        if (more > 0) {
            screen.text(2, "and " + more + (more == 1 ? " error more" : " errors more"));
        }
    }

    private void problem(Outcome.Problem problem) {
        Caret caret = Caret.of(problem, screen.width() - 2);
        screen.line("  " + caret.text());
        screen.line("  " + caret.marks());
        problem.message().lines().forEach(line -> screen.text(2, line));
    }

    private void refused(Outcome.AwsRefused refused, boolean explained) {
        String service = refused.service().toUpperCase(Locale.ROOT);
        // The answer to a HEAD has no body, and so no code.
        String what =
                refused.code().isEmpty()
                        ? refused.status() + " " + refused.message()
                        : refused.code() + " (" + refused.status() + "): " + refused.message();
        screen.text(2, service + "  " + what.strip());
        frames(refused.at());
        if (explained) {
            screen.text(2, "/why explains the decision");
        }
    }

    /// Where it happened, unless that is the one line that was typed.
    private void frames(List<String> at) {
        if (at.size() > 1 || at.stream().anyMatch(line -> !line.startsWith("("))) {
            at.forEach(line -> screen.text(4, "at " + line));
        }
    }

    private void threw(Outcome.Threw threw) {
        String message = threw.message().isEmpty() ? "" : ": " + threw.message();
        screen.text(2, threw.exception() + message);
        frames(threw.at());
        threw.cause().forEach(line -> screen.text(4, "caused by " + line));
    }

    private void died(Outcome.JvmDied died) {
        String how =
                switch (died.death()) {
                    case Outcome.Death.Exit(int code) ->
                            "The snippet ended its JVM with System.exit(" + code + ")";
                    case Outcome.Death.OutOfMemory() -> "The snippet filled the memory of its JVM";
                    case Outcome.Death.Killed() ->
                            "The snippet could not be stopped, so its JVM was ended";
                    case Outcome.Death.Crash(int status) ->
                            "The snippet's JVM ended (status " + status + ")";
                };
        screen.text(2, how + "; a new one has your variables." + lost(died.restored()));
    }

    /// A sentence for each thing that is not as it was, each behind a blank.
    static String lost(Restored restored) {
        return sentence(" Not restored: ", restored.lost(), ".")
                + sentence(
                        " Perhaps older: ",
                        restored.older(),
                        ", for a snippet that was stopped does not run again.")
                + sentence(" Another value than before: ", restored.others(), ".");
    }

    private static String sentence(String before, List<String> names, String after) {
        return names.isEmpty() ? "" : before + String.join(", ", names) + after;
    }
}
