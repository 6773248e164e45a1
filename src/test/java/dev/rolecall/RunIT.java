package dev.rolecall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.localstack.TestContainer;
import dev.rolecall.localstack.container.TestEngine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `rolecall run` and what happens to bad input, through the built program.
class RunIT {
    /// An environment in which no Docker engine answers.
    static final Map<String, String> NO_ENGINE = Map.of("DOCKER_HOST", "tcp://127.0.0.1:1");

    @TempDir Path folder;

    private static String solutions() throws IOException {
        StringBuilder script = new StringBuilder();
        for (Path step : steps()) {
            script.append(Files.readString(step.resolve("solution.jsh"))).append("\n/next\n");
        }
        return script.toString();
    }

    private static List<Path> steps() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("labs/assume-role"))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private Map<String, String> home() {
        return Map.of("ROLECALL_HOME", folder.resolve("home").toString());
    }

    private Program.Result run(String input, String... arguments) throws Exception {
        return Program.run(home(), input, arguments);
    }

    @Test
    void theReferenceSolutionsDoTheWholeLabAndLeaveTheHomeAlone() throws Exception {
        Program.Result result = run(solutions(), "run", "assume-role", "--script", "-");
        assertThat(result.err()).isEmpty();
        assertThat(result.lastLine()).isEqualTo("All 7 steps of assume-role are done.");
        assertThat(result.status()).isZero();
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void anUnfinishedLabEndsWithTheStepAndItsOpenCriteria() throws Exception {
        Path script = folder.resolve("script.jsh");
        Files.writeString(
                script,
                "iam.createUser(b -> b.userName(\"Test\"))\nint x = \"no\";\ns3.listBuckets()\n");
        Program.Result result = run("", "run", "assume-role", "--script", script.toString());
        assertThat(result.status()).isEqualTo(Main.OPEN);
        assertThat(result.out())
                .endsWith(
                        """
                        Open: step 1  A user with no permission
                          - Test has an active access key
                          - Test asked for the buckets and was refused
                        """);
    }

    @Test
    void aMistakeInTheCommandIsOneLineAndExitTwo() throws Exception {
        List<String[]> mistakes =
                List.of(
                        new String[] {"run", "assume-role"},
                        new String[] {"run", "nothing", "--script", "-"},
                        new String[] {"run", "assume-role", "--script", "/no/such/file"},
                        new String[] {"frobnicate"},
                        new String[] {"--port", "many"});
        for (String[] mistake : mistakes) {
            Program.Result result = run("", mistake);
            assertThat(result.status()).as(String.join(" ", mistake)).isEqualTo(Main.USER);
            assertThat(result.err().lines()).as(result.err()).hasSize(1);
            assertThat(result.err()).startsWith("rolecall: ").doesNotContain("Exception");
        }
    }

    @Test
    void aPortInUseIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            Program.Result result =
                    run("1 + 1\n", "run", "assume-role", "--script", "-", "--port", port);
            assertThat(result.status()).isEqualTo(Main.USER);
            assertThat(result.err()).contains(port).hasLineCount(1);
        }
    }

    @Test
    void withoutAnEngineLocalStackIsOneLineAndExitTwo() throws Exception {
        assertNoEngine(
                Program.run(
                        NO_ENGINE,
                        "1 + 1\n",
                        "run",
                        "assume-role",
                        "--script",
                        "-",
                        "--cloud",
                        "localstack"));
    }

    static void assertNoEngine(Program.Result result) {
        assertThat(result.err())
                .startsWith("rolecall: no Docker engine answers at DOCKER_HOST=tcp://127.0.0.1:1;")
                .hasLineCount(1);
        assertThat(result.status()).isEqualTo(Main.USER);
    }

    @Test
    @Tag("container")
    void theReferenceSolutionsDoTheWholeLabOnLocalStack() throws Exception {
        TestContainer.assumeEngine();
        Program.Result result =
                run(solutions(), "run", "assume-role", "--script", "-", "--cloud", "localstack");
        assertThat(result.lastLine()).isEqualTo("All 7 steps of assume-role are done.");
        assertThat(result.status()).isZero();
        assertThat(result.err()).matches("starting LocalStack\nLocalStack is ready after \\d+ s\n");
    }

    @Test
    @Tag("container")
    void ctrlCLeavesNoContainer() throws Exception {
        LocalStackShell.assume();
        Path script = folder.resolve("script.jsh");
        Files.writeString(script, "System.out.println(\"run\" + \"ning\"); while (true) {}\n");
        try (Pty pty =
                Pty.start(
                        Program.command(
                                Program.here(),
                                "run",
                                "assume-role",
                                "--script",
                                script.toString(),
                                "--cloud",
                                "localstack"),
                        home(),
                        80)) {
            long pid = pty.program().pid();
            pty.await("running");
            assertThat(TestEngine.ofShell(pid)).hasSize(1);
            pty.press(LocalStackShell.CTRL_C);
            pty.end();
            assertThat(TestEngine.ofShell(pid)).isEmpty();
            assertThat(pty.all()).doesNotContain("Exception", "rolecall:");
        }
    }

    @Test
    void aHomeThatCannotBeWrittenIsNamed() throws Exception {
        Path file = Files.createFile(folder.resolve("a-file"));
        Program.Result result =
                Program.run(Map.of("ROLECALL_HOME", file.resolve("home").toString()), "");
        assertThat(result.status()).isEqualTo(Main.USER);
        assertThat(result.err()).contains("cannot write", "ROLECALL_HOME").hasLineCount(1);
    }

    @Test
    void anErrorInALabIsNamedWithFileLineAndField() throws Exception {
        Path lab = Files.createDirectories(folder.resolve("labs/assume-role"));
        Files.writeString(lab.resolve("lab.yaml"), "id: assume-role\ntitle: T\nminutes: ten\n");
        Program.Result result = Program.run(folder, home(), "");
        assertThat(result.status()).isEqualTo(Main.USER);
        assertThat(result.err())
                .contains("assume-role/lab.yaml:3: minutes:")
                .doesNotContain("Exception");
    }
}
