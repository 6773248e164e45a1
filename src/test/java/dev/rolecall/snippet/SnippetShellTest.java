package dev.rolecall.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What a learner's line gives, in one shell after another's variables are forgotten.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SnippetShellTest {
    private LabShell lab;
    private int names;

    @BeforeAll
    void start(@TempDir Path folder) {
        lab = new LabShell(folder);
    }

    @AfterAll
    void close() {
        lab.close();
    }

    @BeforeEach
    void forget() {
        lab.printed.clear();
        lab.told.clear();
        names++;
    }

    private String fresh(String name) {
        return name + names;
    }

    @Test
    void aDeclarationGivesItsNameTypeAndValue() {
        assertThat(lab.run("var user = iam.createUser(b -> b.userName(\"Test\")).user();"))
                .isEqualTo(new Outcome.Value("user", "User", "User(UserName=Test)"));
    }

    @Test
    void anExpressionGetsANameFromItsNumber() {
        List<Evaluated> one = lab.evaluate("List.of(\"a\", \"b\")");
        assertThat(one).hasSize(1);
        assertThat(one.getFirst().outcome())
                .isEqualTo(new Outcome.Value("$" + one.getFirst().id(), "List<String>", "[a, b]"));
    }

    @Test
    void severalSnippetsOnALineRunInOrder() {
        String a = fresh("a");
        String b = fresh("b");
        assertThat(lab.evaluate("int %1$s = 1; int %2$s = %1$s + 1; %2$s".formatted(a, b)))
                .extracting(Evaluated::outcome)
                .containsExactly(
                        new Outcome.Value(a, "int", "1"),
                        new Outcome.Value(b, "int", "2"),
                        new Outcome.Value(b, "int", "2"));
    }

    @Test
    void eachOutcomeIsToldAfterWhatItsSnippetPrintedAndBeforeTheNextPrints() {
        List<String> order = new CopyOnWriteArrayList<>();
        lab.shell.evaluate(
                "System.out.println(\"a\"); System.out.println(\"b\")",
                _ -> order.add(lab.printedText().lines().reduce("", (_, last) -> last)));
        assertThat(order).containsExactly("a", "b");
    }

    @Test
    void whatStandsBehindAFailureIsGivenBack() {
        assertThat(rest("Integer.parseInt(\"x\"); 1 + 1; // more").strip())
                .isEqualTo("1 + 1; // more");
        assertThat(rest("Integer.parseInt(\"x\"); Integer.parseInt(\"x\");")).isNotBlank();
        assertThat(rest("1 + 1; Integer.parseInt(\"x\"); // nothing\n")).isEmpty();
        assertThat(rest("1 + 1; 2 + 2")).isEmpty();
    }

    private String rest(String text) {
        return lab.shell.evaluate(text, _ -> {});
    }

    @Test
    void aLineEndsAtItsFirstFailure() {
        String name = fresh("never");
        List<Evaluated> line = lab.evaluate("Integer.parseInt(\"x\"); int %s = 1;".formatted(name));
        assertThat(line).hasSize(1);
        assertThat(line.getFirst().outcome()).isInstanceOf(Outcome.Threw.class);
        assertThat(lab.run(name)).isInstanceOf(Outcome.CompileError.class);
    }

    @Test
    void methodsClassesAndImportsAreDeclared() {
        assertThat(lab.run("int twice(int n) { return 2 * n; }"))
                .isEqualTo(
                        new Outcome.Declared(
                                Outcome.Declared.What.METHOD, "twice(int)", List.of()));
        assertThat(lab.run("record Pair(int a, int b) {}"))
                .isEqualTo(new Outcome.Declared(Outcome.Declared.What.RECORD, "Pair", List.of()));
        assertThat(lab.run("import java.util.zip.CRC32;"))
                .isEqualTo(
                        new Outcome.Declared(
                                Outcome.Declared.What.IMPORT, "java.util.zip.CRC32", List.of()));
        assertThat(lab.value("twice(new Pair(1, 2).b())")).isEqualTo("4");
    }

    @Test
    void anExceptionNamesTheLearnersVariableAndNotJShellsClass() {
        lab.run("String none = null;");
        assertThat(lab.run("none.length()"))
                .isInstanceOfSatisfying(
                        Outcome.Threw.class,
                        threw -> assertThat(threw.message()).endsWith("because \"none\" is null"));
    }

    @Test
    void aMethodMayWaitForAnother() {
        assertThat(lab.run("int waits() { return later(); }"))
                .isEqualTo(
                        new Outcome.Declared(
                                Outcome.Declared.What.METHOD,
                                "waits()",
                                List.of("method later()")));
        assertThat(lab.run("waits()"))
                .isInstanceOfSatisfying(
                        Outcome.Threw.class,
                        threw ->
                                assertThat(threw.message())
                                        .isEqualTo(
                                                "waits() cannot be used until method later() is"
                                                        + " declared"));
        lab.run("int later() { return 7; }");
        assertThat(lab.value("waits()")).isEqualTo("7");
    }

    @Test
    void whatDoesNotCompileSaysWhere() {
        assertThat(lab.run("int a = 1 +\n    \"b\".size();"))
                .isInstanceOfSatisfying(
                        Outcome.CompileError.class,
                        error -> {
                            Outcome.Problem problem = error.problems().getFirst();
                            assertThat(problem.message()).startsWith("cannot find symbol");
                            assertThat(problem.line()).isEqualTo(2);
                            assertThat(problem.text()).isEqualTo("    \"b\".size();");
                            assertThat(problem.text().substring(problem.column() - 1))
                                    .startsWith("\"b\".size");
                        });
        assertThat(lab.told).as("nothing ran").isEmpty();
    }

    @Test
    void theCompilersTypesAreWrittenAsTheLearnerWritesThem() {
        assertThat(message("iam.createUser(\"Test\")"))
                .contains("String cannot be converted to CreateUserRequest")
                .doesNotContain("software.amazon", "java.lang");
        assertThat(message("nowhere"))
                .isEqualTo("cannot find symbol\n  symbol:   variable nowhere");
    }

    private String message(String source) {
        return lab.run(source) instanceof Outcome.CompileError(List<Outcome.Problem> problems)
                ? problems.getFirst().message()
                : "it compiles";
    }

    @Test
    void anUnfinishedTextIsACompileError() {
        assertThat(lab.run("foo(")).isInstanceOf(Outcome.CompileError.class);
    }

    @Test
    void awsRefusesWithServiceCodeStatusMessageAndRequestId() {
        assertThat(lab.run("iam.deleteUser(b -> b.userName(\"Nobody\"))"))
                .isInstanceOfSatisfying(
                        Outcome.AwsRefused.class,
                        refused -> {
                            assertThat(refused.service()).isEqualTo("Iam");
                            assertThat(refused.code()).isEqualTo("NoSuchEntity");
                            assertThat(refused.status()).isEqualTo(404);
                            assertThat(refused.message())
                                    .isEqualTo("The user with name Nobody cannot be found.");
                            assertThat(refused.requestId()).isEqualTo("request-1");
                        });
    }

    @Test
    void anAsyncClientIsRefusedInTheSameWords() {
        assertThat(
                        lab.run(
                                "S3AsyncClient.create().getBucketPolicy(b -> b.bucket(\"forbidden\")).join()"))
                .isInstanceOfSatisfying(
                        Outcome.AwsRefused.class,
                        refused -> {
                            assertThat(refused.service()).isEqualTo("S3");
                            assertThat(refused.code()).isEqualTo("AccessDenied");
                            assertThat(refused.status()).isEqualTo(403);
                        });
    }

    @Test
    void anExceptionNamesOnlyTheLearnersOwnLines() {
        lab.run(
                "void deep(int n) {\n  if (n == 0) throw new IllegalStateException(\"no\", new RuntimeException(\"why\"));\n  deep(n - 1);\n}");
        Evaluated thrown = lab.evaluate("Stream.of(1).forEach(x -> deep(x))").getFirst();
        assertThat(thrown.outcome())
                .isInstanceOfSatisfying(
                        Outcome.Threw.class,
                        threw -> {
                            assertThat(threw.exception()).isEqualTo("IllegalStateException");
                            assertThat(threw.message()).isEqualTo("no");
                            assertThat(threw.cause()).containsExactly("RuntimeException: why");
                            assertThat(threw.at()).hasSize(3);
                            assertThat(threw.at().get(0)).matches("deep \\(#\\d+:2\\)");
                            assertThat(threw.at().get(1)).matches("deep \\(#\\d+:3\\)");
                            assertThat(threw.at().get(2)).isEqualTo("(#" + thrown.id() + ":1)");
                        });
    }

    @Test
    void deepRecursionIsAnExceptionLikeAnyOther() {
        lab.run("int endless(int n) { return endless(n + 1) + 1; }");
        assertThat(lab.run("endless(0)"))
                .isInstanceOfSatisfying(
                        Outcome.Threw.class,
                        threw -> assertThat(threw.exception()).isEqualTo("StackOverflowError"));
        assertThat(lab.value("1 + 1")).isEqualTo("2");
    }

    @Test
    void whatIsPrintedHasArrivedBeforeTheResult() {
        assertThat(
                        lab.run(
                                "for (int i = 0; i < 20_000; i++) { System.out.println(\"ä\" + i);"
                                        + " if (i == 9) System.err.println(\"wrong\"); }"))
                .isEqualTo(new Outcome.Done());
        assertThat(lab.printedText().lines())
                .hasSize(20_001)
                .startsWith("ä0")
                .contains("wrong")
                .endsWith("ä19999");
    }

    @Test
    void thereIsNothingToRead() {
        assertThat(lab.value("System.in.read()")).isEqualTo("-1");
    }

    @Test
    void aLongValueIsCutAndSaysSo() {
        assertThat(lab.value("\"x\".repeat(10_000)"))
                .endsWith("x … (6,002 characters more)")
                .hasSizeLessThan(4_100);
    }

    @Test
    void aSecretIsNotShownButCanBeAskedFor() {
        String key = fresh("key");
        assertThat(
                        lab.value(
                                "var %s = iam.createAccessKey(b -> b.userName(\"Test\")).accessKey();"
                                        .formatted(key)))
                .doesNotContain("made-secret");
        assertThat(lab.value(key + ".secretAccessKey()")).isEqualTo("\"made-secret\"");
    }

    @Test
    void theRunningSnippetIsTold() {
        List<Evaluated> line = lab.evaluate("1 + 1; Integer.parseInt(\"x\")");
        String first = line.getFirst().id();
        String second = line.getLast().id();
        assertThat(lab.told)
                .containsExactly(
                        "begin " + first, "end " + first, "begin " + second, "end " + second);
    }

    @Test
    void aTextIsCompleteOrNot() {
        assertThat(lab.shell.analyse("1 + 1")).isEqualTo(Completeness.COMPLETE);
        assertThat(lab.shell.analyse("int x = 1; int y")).isEqualTo(Completeness.COMPLETE);
        assertThat(lab.shell.analyse("int x = 1; void f() {")).isEqualTo(Completeness.INCOMPLETE);
        assertThat(lab.shell.analyse("iam.createUser(b -> b")).isEqualTo(Completeness.INCOMPLETE);
        assertThat(lab.shell.analyse("  // nothing\n")).isEqualTo(Completeness.EMPTY);
        assertThat(lab.shell.analyse(")")).isEqualTo(Completeness.WRONG);
        assertThat(lab.evaluate("  // nothing\n")).isEmpty();
    }

    @Test
    void clientsAndTheirMethodsAreProposed() {
        assertThat(lab.shell.complete("sts.assumeR", 11))
                .satisfies(c ->
                        assertThat(c.candidates())
                                .extracting(Completion.Candidate::text)
                                .contains("assumeRole("))
                .extracting(Completion::anchor)
                .isEqualTo(4);
        assertThat(lab.shell.complete("ia", 2).candidates())
                .extracting(Completion.Candidate::text)
                .contains("iam");
    }

    @Test
    void variablesAreListedWithTheirValues() {
        String name = fresh("listed");
        lab.run("List<String> %s = List.of(\"a\");".formatted(name));
        assertThat(lab.shell.variables()).contains(new Variable(name, "List<String>", "[a]"));
        assertThat(lab.shell.variables()).extracting(Variable::name).doesNotContain("s3");
    }

    @Test
    void aToStringMayThrow() {
        assertThat(
                        lab.run(
                                "new Object() { public String toString() { throw new IllegalStateException(\"shy\"); } }"))
                .isInstanceOfSatisfying(
                        Outcome.Threw.class, threw -> assertThat(threw.message()).isEqualTo("shy"));
    }

    @Test
    void aVariableWithoutAValueHasItsDefault() {
        assertThat(lab.run("int plain;")).isEqualTo(new Outcome.Value("plain", "int", "0"));
        assertThat(lab.run("plain = 5")).isEqualTo(new Outcome.Value("plain", "int", "5"));
        assertThat(lab.run("Map<String, List<Bucket>> map;"))
                .isEqualTo(new Outcome.Value("map", "Map<String, List<Bucket>>", "null"));
    }

    @Test
    void theHistoryHasEverySnippetAndItsEnd() {
        int before = lab.shell.history().size();
        lab.evaluate("int h = 1; h +;");
        lab.evaluate("Integer.parseInt(\"x\")");
        List<Past> fresh = lab.shell.history().subList(before, lab.shell.history().size());
        assertThat(fresh)
                .extracting(Past::source)
                .containsExactly("int h = 1;", "h +;", "Integer.parseInt(\"x\")");
        assertThat(fresh)
                .extracting(Past::result)
                .containsExactly(Past.Result.RAN, Past.Result.NOT_COMPILED, Past.Result.THREW);
        assertThat(fresh).extracting(Past::id).doesNotHaveDuplicates();
        assertThat(fresh).extracting(Past::actingAs).containsOnly(LabShell.ADMIN);
    }
}
