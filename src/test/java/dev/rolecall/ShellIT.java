package dev.rolecall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
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
    void aRunGoesOnWhereItWasLeft() throws Exception {
        try (Pty pty = shell()) {
            pty.await(PROMPT);
            pty.type("var test = iam.createUser(b -> b.userName(\"Test\")).user();");
            pty.await("[ok] 1 of 3");
            pty.await(PROMPT);
            pty.type("/quit");
            assertThat(pty.end()).isZero();
        }
        try (Pty pty = shell()) {
            assertThat(pty.await(PROMPT)).contains("You go on where you left");
            pty.type("test.userName() + iam.listUsers().users().size()");
            pty.await("==> \"Test2\"");
            pty.await(PROMPT);
            pty.type("/check");
            pty.await("1 of 3");
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
            pty.press("\u001b[A\r");
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
        }
    }
}
