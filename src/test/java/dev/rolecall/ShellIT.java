package dev.rolecall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The built shell in a pseudo-terminal, as a learner has it before them.
class ShellIT {
    private static final String PROMPT = "admin> ";
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";

    @TempDir Path home;

    @BeforeAll
    static void aTerminalCanBeMade() {
        assumeTrue(
                Pty.available(),
                "THE SHELL WAS NOT TRIED: /usr/bin/script (util-linux) is not here to make a terminal");
    }

    private Pty shell(String... arguments) throws IOException {
        return shell(Map.of(), 80, arguments);
    }

    private Pty shell(Map<String, String> more, int columns, String... arguments)
            throws IOException {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("ROLECALL_HOME", home.toString());
        return Pty.start(Program.command(Program.here(), arguments), environment, columns);
    }

    @Test
    void theFirstScreenShowsTheTaskAndCtrlDLeaves() throws Exception {
        try (Pty pty = shell()) {
            String screen = pty.await(PROMPT);
            assertThat(screen)
                    .contains("Lab  Assume a role", "Step 1 of 7  A user with no permission")
                    .doesNotContain("WARNING", "Exception");
            pty.press(CTRL_D);
            assertThat(pty.end()).isZero();
        }
    }

    @Test
    void javaMayGoOnOverSeveralLines() throws Exception {
        try (Pty pty = shell()) {
            pty.await(PROMPT);
            pty.type("int twice(int n) {");
            pty.await("...> ");
            pty.type("return 2 * n; }");
            pty.await(PROMPT);
            pty.type("twice(21)");
            pty.await("==> 42");
        }
    }

    @Test
    void ctrlCStopsAnEndlessLoopAndKeepsTheVariables() throws Exception {
        try (Pty pty = shell()) {
            pty.await(PROMPT);
            pty.type("int kept = 7;");
            pty.await("kept ==> 7");
            pty.await(PROMPT);
            pty.type("while (true) {}");
            pty.await("working");
            pty.press(CTRL_C);
            pty.await("Stopped");
            pty.await(PROMPT);
            pty.type("kept + 1");
            pty.await("==> 8");
        }
    }

    @Test
    void ctrlCAtThePromptDropsTheLine() throws Exception {
        try (Pty pty = shell()) {
            pty.await(PROMPT);
            pty.press("int unfinished = ");
            pty.press(CTRL_C);
            pty.await(PROMPT);
            pty.type("1 + 1");
            pty.await("==> 2");
        }
    }

    @Test
    void systemExitCostsOneLineAndTheVariablesComeBack() throws Exception {
        try (Pty pty = shell()) {
            pty.await(PROMPT);
            pty.type("var who = sts.getCallerIdentity().arn();");
            pty.await("user/admin");
            pty.await(PROMPT);
            pty.type("System.exit(3)");
            pty.await("System.exit(3)");
            pty.await("a new one has your variables");
            pty.await(PROMPT);
            pty.type("who");
            pty.await("==> \"arn:aws:iam::111122223333:user/admin\"");
        }
    }

    @Test
    void aSnippetThatDoesNotCompileShowsTheCompilersWordsAndACaret() throws Exception {
        try (Pty pty = shell()) {
            pty.await(PROMPT);
            pty.type("int x = \"a\";");
            String answer = pty.await("incompatible types");
            assertThat(answer).contains("^^^");
        }
    }

    @Test
    void aMistypedCommandNamesTheNearestAndNextRefusesAnOpenStep() throws Exception {
        try (Pty pty = shell()) {
            pty.await(PROMPT);
            pty.type("/chekc");
            pty.await("did you mean /check?");
            pty.await(PROMPT);
            pty.type("/next");
            pty.await("step 1 is not done: 0 of 3 criteria are met");
            pty.await(PROMPT);
            pty.type("// a comment is Java");
            pty.await(PROMPT);
            assertThat(pty.all()).doesNotContain("no command //");
        }
    }

    @Test
    void aRunGoesOnInTheMiddleOfStepFour() throws Exception {
        try (Pty pty = shell()) {
            pty.await(PROMPT);
            pty.type("/goto 4");
            pty.await("Steps 1 to 3 were done for you.");
            pty.await("assume-role 4/7 admin> ");
            pty.type("var role = iam.getRole(b -> b.roleName(\"account-s3-full-access\")).role();");
            pty.await(PROMPT);
            pty.type("/quit");
            assertThat(pty.end()).isZero();
        }
        try (Pty pty = shell()) {
            assertThat(pty.await("4/7 " + PROMPT))
                    .contains("You go on where you left", "Step 4 of 7  Edit the trust");
            pty.type("role.roleName() + iam.listUsers().users().size()");
            pty.await("==> \"account-s3-full-access2\"");
            pty.await(PROMPT);
            pty.type("/solve");
            pty.await("Step 4 is done.");
        }
    }

    @Test
    void aKilledShellLosesNothingThatWasAnswered() throws Exception {
        try (Pty pty = shell()) {
            pty.await(PROMPT);
            pty.type("var test = iam.createUser(b -> b.userName(\"Test\")).user();");
            pty.await("[ok] 1 of 3");
            pty.await(PROMPT);
            pty.kill();
        }
        try (Pty pty = shell()) {
            pty.await(PROMPT);
            pty.type("test.userName() + iam.listUsers().users().size()");
            pty.await("==> \"Test2\"");
        }
    }

    @Test
    void aSecondShellOnOneHomeSaysSoAndKeepsNothing() throws Exception {
        try (Pty first = shell()) {
            first.await(PROMPT);
            try (Pty second = shell()) {
                assertThat(second.await(PROMPT)).contains("Another shell has this home");
                second.type("iam.createUser(b -> b.userName(\"Elsewhere\"))");
                second.await("==>");
                second.await(PROMPT);
                second.press(CTRL_D);
                assertThat(second.end()).isZero();
            }
            first.type("iam.listUsers().users().size()");
            first.await("==> 1");
        }
    }

    @Test
    void theUpArrowBringsBackWhatAnEarlierShellTyped() throws Exception {
        try (Pty pty = shell()) {
            pty.await(PROMPT);
            pty.type("40 + 2");
            pty.await("==> 42");
            pty.await(PROMPT);
            pty.press(CTRL_D);
            pty.end();
        }
        try (Pty pty = shell()) {
            pty.await(PROMPT);
            pty.press("\u001bOA\r");
            pty.await("==> 42");
        }
    }

    @Test
    void thePromptNamesWhoActs() throws Exception {
        try (Pty pty = shell()) {
            pty.await(PROMPT);
            pty.type("iam.createUser(b -> b.userName(\"Test\"))");
            pty.await("[ok]");
            pty.await(PROMPT);
            pty.type("/as Test");
            pty.await("has no active access key");
            pty.await(PROMPT);
            pty.type("iam.createAccessKey(b -> b.userName(\"Test\"))");
            pty.await("[ok]");
            pty.await(PROMPT);
            pty.type("/as Test");
            pty.await("assume-role 1/7 Test> ");
            pty.type("sts.getCallerIdentity().arn()");
            pty.await("user/Test\"");
        }
    }

    @Test
    void aDumbTerminalGetsEveryFactAndNoColour() throws Exception {
        try (Pty pty = shell(Map.of("TERM", "dumb"), 80)) {
            assertThat(pty.await(PROMPT)).contains("Step 1 of 7");
            pty.type("/check");
            String answer = pty.await(PROMPT);
            assertThat(answer).contains("0 of 3", "[FAIL]", "expected", "observed");
            pty.type("class Half {");
            pty.await("...> ");
            pty.press(CTRL_C);
            pty.await(PROMPT);
            pty.type("int f() {");
            pty.await("...> ");
            pty.type("return 21; }");
            pty.await(PROMPT);
            pty.type("while (true) {}");
            pty.await("working");
            pty.press(CTRL_C);
            pty.await("Stopped");
            pty.await(PROMPT);
            pty.type("2 * f()");
            pty.await("==> 42");
            pty.press(CTRL_D);
            assertThat(pty.end()).isZero();
            assertThat(pty.raw()).doesNotContain("\u001b");
        }
    }

    @Test
    void noColourTakesTheColourAndNothingElse() throws Exception {
        try (Pty pty = shell(Map.of("NO_COLOR", "1"), 80)) {
            pty.await(PROMPT);
            pty.type("/check");
            assertThat(pty.await(PROMPT)).contains("0 of 3", "[FAIL]", "expected", "observed");
            assertThat(pty.raw()).doesNotContainPattern("\u001b\\[[0-9;]*[1-9][0-9;]*m");
        }
    }

    @Test
    void onFortyColumnsNothingRunsOverTheEdge() throws Exception {
        try (Pty pty = shell(Map.of("NO_COLOR", "1"), 40)) {
            pty.await(PROMPT);
            pty.type("/check");
            pty.await(PROMPT);
            pty.type("/help");
            pty.await(PROMPT);
            assertThat(pty.all().lines().filter(line -> !line.contains("> ")))
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(40));
        }
    }

    @Test
    void aPastedClassIsOneSnippetThoughItsLinesBeginWithTabs() throws Exception {
        try (Pty pty = shell()) {
            pty.await(PROMPT);
            pty.press(
                    "\u001b[200~class Pair {\r\tint a = 1;\r\r\tint b = 41;\r}\r"
                            + "new Pair().a + new Pair().b\u001b[201~\r");
            pty.await("class Pair");
            pty.await("==> 42");
            pty.await(PROMPT);
            pty.press("class Other {\r\tint c = 7;\r}\r");
            pty.await("class Other");
            pty.await(PROMPT);
            pty.type("new Other().c");
            pty.await("==> 7");
        }
    }

    @Test
    void whatAThreadPrintsStandsAboveTheTypedLine() throws Exception {
        try (Pty pty = shell()) {
            pty.await(PROMPT);
            pty.type(
                    "new Thread(() -> { for (String s; (s = System.getProperty(\"go\")) == null;)"
                            + " Thread.onSpinWait(); System.out.print(\"la\");"
                            + " System.out.println(\"te\"); }).start()");
            pty.await(PROMPT);
            pty.type(
                    "new Thread(() -> { try { Thread.sleep(1500); } catch (InterruptedException e)"
                            + " {} System.setProperty(\"go\", \"1\"); }).start()");
            pty.await(PROMPT);
            pty.press("6 * 7");
            pty.await("late\n");
            pty.await("6 * 7");
            pty.press("\r");
            pty.await("==> 42");
        }
    }

    @Test
    void ctrlCEndsASolve() throws Exception {
        try (Pty pty = shell()) {
            pty.await(PROMPT);
            pty.type("/solve");
            pty.await("line by line:");
            pty.press(CTRL_C);
            pty.await("Stopped. /reset step takes back");
            pty.await("1/7 " + PROMPT);
            pty.type("1 + 1");
            pty.await("==> 2");
        }
    }

    @Test
    void filesThatCannotBeReadAreSetAsideAndNamed() throws Exception {
        Path run = Files.createDirectories(home.resolve("runs/assume-role"));
        Files.writeString(run.resolve("state.json"), "garbage");
        Files.writeString(home.resolve("history"), "garbage");
        try (Pty pty = shell(Map.of(), 200)) {
            assertThat(pty.await(PROMPT))
                    .contains("assume-role.aside-1 now, and you begin anew", "history.aside-1");
            pty.type("40 + 2");
            pty.await("==> 42");
        }
        assertThat(home.resolve("runs/assume-role.aside-1/state.json")).hasContent("garbage");
        assertThat(home.resolve("history.aside-1")).hasContent("garbage");
    }

    @Test
    void aHomeThatCanNoLongerBeWrittenCostsOneLine() throws Exception {
        Files.createDirectories(home.resolve("runs/assume-role/state.json.new"));
        try (Pty pty = shell()) {
            pty.await(PROMPT);
            pty.type("int kept = 41;");
            pty.await("kept in memory only");
            pty.await(PROMPT);
            pty.type("kept + 1");
            pty.await("==> 42");
            pty.await(PROMPT);
            Files.delete(home.resolve("runs/assume-role/state.json.new"));
            pty.type("kept + 2");
            pty.await("Everything is kept again.");
        }
        try (Pty pty = shell()) {
            pty.await(PROMPT);
            pty.type("kept + 2");
            pty.await("==> 43");
        }
    }

    @Test
    void linesFromAPipeAreAnsweredUpToTheLast() throws Exception {
        Program.Result result =
                Program.run(
                        Map.of("ROLECALL_HOME", home.toString()),
                        "int f() {\nreturn 42; }\nf()\nSystem.out.println(\"no line end\")");
        assertThat(result.out()).contains("==> 42", "\nno line end\n").doesNotContain("\u001b");
        assertThat(result.err()).isEmpty();
        assertThat(result.status()).isZero();
    }
}
