package dev.rolecall.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.snippet.Evaluated;
import dev.rolecall.snippet.Outcome;
import dev.rolecall.snippet.Restored;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JavaLineTest {
    private static final Outcome FINE = new Outcome.Done();
    private static final Outcome BAD = new Outcome.Threw("E", "", List.of(), List.of());
    private static final Event REST = new Event.Said("The rest of what you typed did not run.");

    private static List<Event> told(String text, Evaluated... snippets) {
        List<Event> events = new ArrayList<>();
        new JavaLine(text).tell(List.of(snippets), String::isBlank, events::add);
        return events;
    }

    private static Evaluated snippet(String id, String source, Outcome outcome) {
        return new Evaluated(id, source, outcome);
    }

    @Test
    void whatRanWellIsToldAndNothingMore() {
        Evaluated a = snippet("1", "a();", FINE);
        Evaluated b = snippet("2", "b()", FINE);
        assertThat(told("a(); b()", a, b))
                .containsExactly(new Event.Answered(a, false), new Event.Answered(b, false));
    }

    @Test
    void whatStandsBehindAFailureDidNotRun() {
        assertThat(
                        told(
                                "a(); bad(); c();",
                                snippet("1", "a();", FINE),
                                snippet("2", "bad();", BAD)))
                .last()
                .isEqualTo(REST);
        assertThat(told("a(); bad();\n\n", snippet("1", "a();", FINE), snippet("2", "bad();", BAD)))
                .doesNotContain(REST);
    }

    @Test
    void theSameSourceTwiceIsFoundWhereItIs() {
        assertThat(told("a(); a();", snippet("1", "a();", FINE), snippet("2", "a();", BAD)))
                .doesNotContain(REST);
        assertThat(told("a(); a();", snippet("1", "a();", BAD))).contains(REST);
    }

    @Test
    void oneSnippetWithTwoOutcomesIsOneSnippet() {
        assertThat(
                        told(
                                "int a = 1, b = f();",
                                snippet("1", "int a = 1, b = f();", FINE),
                                snippet("1", "int a = 1, b = f();", BAD)))
                .doesNotContain(REST);
    }

    @Test
    void aJvmThatDiedBeforeCostsTheWholeLine() {
        Outcome died = new Outcome.JvmDied(new Outcome.Death.Exit(1), "7", new Restored(List.of()));
        assertThat(told("1 + 1", snippet("", "", died))).contains(REST);
    }

    @Test
    void refusalsThatTheGuardCanExplainAreMarked() {
        assertThat(explainable("AccessDenied", 403)).isTrue();
        assertThat(explainable("ExpiredToken", 400)).isTrue();
        assertThat(explainable("NoSuchEntity", 404)).isFalse();
    }

    private static boolean explainable(String code, int status) {
        Outcome refused = new Outcome.AwsRefused("S3", code, status, "", "", List.of());
        return told("x", snippet("1", "x", refused)).getFirst()
                        instanceof Event.Answered(Evaluated _, boolean explainable)
                && explainable;
    }
}
