package dev.rolecall.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolecall.course.HintLadder;
import dev.rolecall.course.Script;
import dev.rolecall.course.Step;
import dev.rolecall.fault.UserError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksTest {
    private static final String HEAD =
            """
            import dev.rolecall.check.*;
            import org.junit.jupiter.api.*;
            import static org.junit.jupiter.api.Assertions.*;

            @LabChecks
            class SampleChecks {
                @Nested
                class OneStep {
            """;

    @TempDir Path folder;

    @Test
    void everyVerdictIsToldApart() {
        StepOutcome outcome =
                run(
                        """
                        @Test @Order(1) @DisplayName("it is met") void met(World world) {
                            assertEquals("111122223333", world.account());
                        }
                        @Test @Order(2) void unmet() {
                            throw Unmet.expected("a").observed("b").because("c").tryThis("d");
                        }
                        @Test @Order(3) void equal() { assertEquals("x", "y"); }
                        @Test @Order(4) void plain() { fail("not there"); }
                        @Test @Order(5) void broken() { throw new IllegalStateException("oh\\nno"); }
                        @Test @Order(6) @Disabled("later") void skipped() {}
                        """);
        assertThat(outcome.criteria())
                .containsExactly(
                        new Criterion("met", "it is met", new Verdict.Passed()),
                        new Criterion(
                                "unmet",
                                "unmet()",
                                new Verdict.Failed(Fact.of("a"), Fact.of("b"), "c", "d")),
                        new Criterion(
                                "equal",
                                "equal()",
                                new Verdict.Failed(Fact.of("x"), Fact.of("y"), "", "")),
                        new Criterion(
                                "plain",
                                "plain()",
                                new Verdict.Failed(
                                        Fact.of("the criterion"), Fact.of("not there"), "", "")),
                        new Criterion(
                                "broken",
                                "broken()",
                                new Verdict.Broke(
                                        "IllegalStateException: oh (SampleChecks.java:17)")),
                        new Criterion(
                                "skipped",
                                "skipped()",
                                new Verdict.Broke("the check was skipped: later")));
        assertThat(outcome.met()).isEqualTo(1);
        assertThat(outcome.open()).hasSize(5);
        assertThat(outcome.done()).isFalse();
    }

    @Test
    void theOrderIsTheLabsOwn() {
        assertThat(
                        run("""
                        @Test @Order(2) void a() {}
                        @Test @Order(3) void b() {}
                        @Test @Order(1) void c() {}
                        """)
                                .criteria())
                .extracting(Criterion::id)
                .containsExactly("c", "a", "b");
    }

    @Test
    void aCheckThatDoesNotAnswerIsBrokenOff() {
        StepOutcome outcome = run("@Test void hangs() throws Exception { Thread.sleep(60_000); }");
        assertThat(outcome.criteria().getFirst().verdict())
                .isInstanceOfSatisfying(
                        Verdict.Broke.class,
                        broke -> assertThat(broke.what()).contains("timed out"));
    }

    @Test
    void aStepWhoseClassFailsIsBrokenAsAWhole() {
        StepOutcome outcome =
                run("OneStep() { throw new IllegalStateException(\"no\"); } @Test void a() {}");
        assertThat(outcome.criteria())
                .containsExactly(
                        new Criterion(
                                "a",
                                "a()",
                                new Verdict.Broke(
                                        "IllegalStateException: no (SampleChecks.java:9)")));
    }

    @Test
    void aStepWithoutCriteriaIsNotDone() {
        assertThat(run("void helper() {}").done()).isFalse();
    }

    @Test
    void whatAChecksPrintsIsSwallowedAndTheStreamIsAsBefore() {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream mine = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        System.setOut(mine);
        try {
            run("@Test void loud() { System.out.println(\"noise\"); }");
            assertThat(System.out).isSameAs(mine);
            System.out.print("mine");
        } finally {
            System.setOut(before);
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("mine");
    }

    @Test
    void onlyTheStepAskedForRuns() {
        Checks checks =
                open(
                        HEAD
                                + "@Test void a() {} } @Nested class OtherStep {"
                                + " @Test void b() { throw new IllegalStateException(); } } }");
        assertThat(checks.run(step("one-step"), world()).criteria()).hasSize(1);
        assertThat(checks.run(step("other-step"), world()).criteria()).hasSize(1);
        assertThat(checks.steps()).containsExactlyInAnyOrder("OneStep", "OtherStep");
    }

    @Test
    void aStepWithoutAClassIsTheAuthorsToMend() {
        Checks checks = open(HEAD + "} }");
        assertThatThrownBy(() -> checks.run(step("no-step"), world()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("SampleChecks.java has no @Nested class NoStep");
    }

    @Test
    void aCompilersErrorsComeWithTheirLines() {
        assertThatThrownBy(() -> open(HEAD + "int a = ;\nint b = \"\";\n} }"))
                .isInstanceOfSatisfying(
                        UserError.class,
                        error ->
                                assertThat(error.what())
                                        .contains(
                                                "SampleChecks.java:9: illegal start of expression"));
    }

    @Test
    void theSecondStartCompilesNothing() throws IOException {
        String source = HEAD + "@Test void a() {} } }";
        open(source);
        List<Path> cached = classes();
        assertThat(cached).isNotEmpty();
        // A class that no compiler made shows where the second start took it from.
        for (Path file : cached) {
            Files.write(file, new byte[] {1});
        }
        assertThatThrownBy(() -> open(source)).isInstanceOf(ClassFormatError.class);
    }

    @Test
    void anotherSourceOrEngineIsCompiledAnew() throws IOException {
        open(HEAD + "@Test void a() {} } }");
        int once = classes().size();
        open(HEAD + "@Test void b() {} } }");
        assertThat(classes()).hasSize(2 * once);
        Checks.open(folder.resolve("SampleChecks.java"), folder.resolve("cache"), "other build");
        assertThat(classes()).hasSize(3 * once);
    }

    @Test
    void aCacheThatCannotBeWrittenCostsNoMoreThanTime() throws IOException {
        Files.writeString(folder.resolve("cache"), "a file, not a folder");
        assertThat(run("@Test void a() {}").done()).isTrue();
    }

    private List<Path> classes() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }

    private StepOutcome run(String members) {
        return open(HEAD + members + "\n} }").run(step("one-step"), world());
    }

    private Checks open(String source) {
        try {
            Path file = folder.resolve("SampleChecks.java");
            Files.writeString(file, source);
            return Checks.open(file, folder.resolve("cache"), "build", Duration.ofMillis(400));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private World world() {
        return new LittleCloud(folder).world();
    }

    static Step step(String id) {
        HintLadder.Hint hint = new HintLadder.Hint("h", "t");
        return new Step(
                1,
                id,
                Path.of(id),
                id,
                1,
                "task",
                new HintLadder(List.of(hint, hint, hint)),
                new Script(Path.of("solution.jsh"), ""),
                List.of());
    }
}
