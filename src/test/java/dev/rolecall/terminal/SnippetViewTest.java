package dev.rolecall.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.lab.Event;
import dev.rolecall.snippet.Evaluated;
import dev.rolecall.snippet.Outcome;
import dev.rolecall.snippet.Restored;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnippetViewTest {
    private static String drawn(Outcome outcome) {
        return drawn(80, outcome);
    }

    private static String drawn(int width, Outcome outcome) {
        Event.Answered answered = new Event.Answered(new Evaluated("1", "source", outcome));
        return Page.drawn(width, screen -> new SnippetView(screen).draw(answered));
    }

    @Test
    void aValueStandsBehindItsName() {
        assertThat(drawn(new Outcome.Value("test", "User", "User(UserName=Test)")))
                .isEqualTo("test ==> User(UserName=Test)\n");
    }

    @Test
    void aRefusalIsAwssOwnWordsAndTheWayToTheReasons() {
        Outcome refused =
                new Outcome.AwsRefused(
                        "S3",
                        "AccessDenied",
                        403,
                        "User: arn:aws:iam::111122223333:user/Test is not authorized to perform:"
                                + " s3:ListAllMyBuckets because no identity-based policy allows the"
                                + " s3:ListAllMyBuckets action",
                        "ABC",
                        List.of());
        assertThat(drawn(refused))
                .isEqualTo(
                        """
                          S3  AccessDenied (403): User: arn:aws:iam::111122223333:user/Test is not
                          authorized to perform: s3:ListAllMyBuckets because no identity-based policy
                          allows the s3:ListAllMyBuckets action
                          /why explains the decision
                        """);
    }

    @Test
    void anAnswerWithoutACodeIsItsStatus() {
        assertThat(drawn(new Outcome.AwsRefused("S3", "", 403, "Forbidden", "", List.of())))
                .startsWith("  S3  403 Forbidden\n");
        assertThat(drawn(new Outcome.AwsRefused("S3", "", 304, "", "", List.of())))
                .startsWith("  S3  304\n");
    }

    @Test
    void onlyARefusalThatTheGuardCanExplainSaysSo() {
        assertThat(drawn(refused("ExpiredToken", 400))).contains("/why");
        assertThat(drawn(refused("NoSuchEntity", 404))).doesNotContain("/why");
    }

    private static Outcome refused(String code, int status) {
        return new Outcome.AwsRefused("Iam", code, status, "No.", "ABC", List.of());
    }

    @Test
    void anExceptionSaysWhereInTheLearnersOwnLines() {
        assertThat(
                        drawn(
                                new Outcome.Threw(
                                        "IllegalStateException",
                                        "",
                                        List.of("greet (#3:2)", "(#4:1)"),
                                        List.of("IOException: gone"))))
                .isEqualTo(
                        """
                          IllegalStateException
                            at greet (#3:2)
                            at (#4:1)
                            caused by IOException: gone
                        """);
        assertThat(
                        drawn(
                                new Outcome.Threw(
                                        "RuntimeException", "boo", List.of("(#4:1)"), List.of())))
                .isEqualTo("  RuntimeException: boo\n");
    }

    @Test
    void aCaretStandsBelowWhatDoesNotCompile() {
        assertThat(drawn(compileError("int x = \"abc\";", 9, 5)))
                .isEqualTo(
                        """
                          int x = "abc";
                                  ^^^^^
                          incompatible types
                          second line
                        """);
    }

    @Test
    void ofALineWiderThanTheScreenThePartAroundTheCaretIsShown() {
        String line = "a(".repeat(30) + "WRONG" + ")".repeat(30);
        String drawn = drawn(40, compileError(line, 61, 5));
        List<String> lines = drawn.lines().toList();
        assertThat(lines.get(0)).hasSizeLessThanOrEqualTo(40).contains("WRONG");
        assertThat(lines.get(1).indexOf("^^^^^")).isEqualTo(lines.get(0).indexOf("WRONG"));
    }

    @Test
    void aTabAndAWideCharacterDoNotMoveTheCaret() {
        assertThat(drawn(compileError("\tvar 日 = x;", 10, 1)))
                .startsWith("   var 日 = x;\n" + " ".repeat(12) + "^\n");
    }

    private static Outcome compileError(String line, int column, int length) {
        return new Outcome.CompileError(
                List.of(
                        new Outcome.Problem(
                                "incompatible types\nsecond line", 1, column, length, line)));
    }

    @Test
    void threeErrorsAreToldAndTheRestCounted() {
        Outcome.Problem one = new Outcome.Problem("';' expected", 1, 1, 1, "a b");
        assertThat(drawn(new Outcome.CompileError(List.of(one, one, one, one, one))))
                .containsPattern("(?s)(';' expected.*){3}and 2 errors more");
        assertThat(drawn(new Outcome.CompileError(List.of(one, one, one)))).doesNotContain("more");
    }

    @Test
    void whoTypesEnglishIsToldThatJavaIsMeant() {
        assertThat(typed("how do I create a user?")).contains("What you type here is Java.");
        assertThat(typed("create user Test")).contains("What you type here is Java.");
        assertThat(typed("int x = \"a\";")).doesNotContain("What you type here is Java.");
        assertThat(typed("foo")).doesNotContain("What you type here is Java.");
    }

    private static String typed(String source) {
        Outcome wrong =
                new Outcome.CompileError(List.of(new Outcome.Problem("wrong", 1, 1, 1, source)));
        Event.Answered answered = new Event.Answered(new Evaluated("1", source, wrong));
        return Page.drawn(80, screen -> new SnippetView(screen).draw(answered));
    }

    @Test
    void declarationsAreNamedAndImportsAreQuiet() {
        assertThat(drawn(declared(Outcome.Declared.What.METHOD, "twice(int)", List.of())))
                .isEqualTo("  method twice(int)\n");
        assertThat(drawn(declared(Outcome.Declared.What.CLASS, "A", List.of("method y()"))))
                .isEqualTo("  class A, usable once there is method y()\n");
        assertThat(drawn(declared(Outcome.Declared.What.IMPORT, "java.io.*", List.of()))).isEmpty();
        assertThat(drawn(new Outcome.Done())).isEmpty();
    }

    private static Outcome declared(Outcome.Declared.What what, String name, List<String> waiting) {
        return new Outcome.Declared(what, name, waiting);
    }

    @Test
    void whatALostJvmCostIsOneSentence() {
        assertThat(drawn(died(new Outcome.Death.Exit(3))))
                .isEqualTo(
                        """
                          The snippet ended its JVM with System.exit(3); a new one has your variables.
                        """);
        assertThat(drawn(died(new Outcome.Death.OutOfMemory(), "x", "y")))
                .contains("filled the memory", "Not\n  restored: x, y.");
        assertThat(drawn(died(new Outcome.Death.Killed()))).contains("could not be stopped");
        assertThat(drawn(died(new Outcome.Death.Crash(134)))).contains("(status 134)");
        assertThat(drawn(new Outcome.Stopped()))
                .isEqualTo("  Stopped. Your variables are still there.\n");
    }

    private static Outcome died(Outcome.Death death, String... lost) {
        return new Outcome.JvmDied(death, "1", new Restored(List.of(lost), List.of(), List.of()));
    }

    @Test
    void whatAStoppedSnippetHadChangedMayBeOlder() {
        Restored restored = new Restored(List.of("x"), List.of("total", "seen"), List.of("random"));
        assertThat(drawn(new Outcome.JvmDied(new Outcome.Death.Exit(0), "1", restored)))
                .isEqualTo(
                        """
                          The snippet ended its JVM with System.exit(0); a new one has your variables.
                          Not restored: x. Perhaps older: total, seen, for a snippet that was stopped
                          does not run again. Another value than before: random.
                        """);
    }
}
