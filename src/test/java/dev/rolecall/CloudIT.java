package dev.rolecall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rolecall.localstack.TestContainer;
import dev.rolecall.localstack.container.TestEngine;
import dev.rolecall.localstack.container.TestImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `rolecall cloud`: any AWS client gets a cloud that knows who asks and what they may, until
/// somebody ends it.
class CloudIT {
    private static final long PATIENCE_SECONDS = 60;
    private static final Pattern ENDPOINT = Pattern.compile("AWS_ENDPOINT_URL=(http://\\S+)");
    private static final String LAST_LINE = "unset AWS_SESSION_TOKEN";
    private static final String CTRL_C = "\u0003";

    @TempDir static Path folder;

    /// One that takes calls, its output in a file.
    private record Started(Process process, Path out, Path err) implements AutoCloseable {
        static Started start(String... arguments) throws Exception {
            Path out = Files.createTempFile(folder, "cloud", ".sh");
            Path err = Files.createTempFile(folder, "cloud", ".err");
            List<String> words = new ArrayList<>(List.of("cloud"));
            words.addAll(List.of(arguments));
            ProcessBuilder builder =
                    new ProcessBuilder(
                                    Program.command(Program.here(), words.toArray(String[]::new)))
                            .redirectOutput(out.toFile())
                            .redirectError(err.toFile());
            Started started = new Started(builder.start(), out, err);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!Files.readString(out).contains(LAST_LINE)) {
                if (!started.process.isAlive() || System.nanoTime() > end) {
                    started.close();
                    throw new AssertionError("no cloud came up: " + Files.readString(err));
                }
                Thread.sleep(20);
            }
            return started;
        }

        URI endpoint() throws IOException {
            return endpointIn(Files.readString(out));
        }

        /// Asks it to end, as `kill` does, and waits for that.
        int end() throws InterruptedException {
            process.destroy();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("it does not end");
            }
            return process.exitValue();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    private static URI endpointIn(String exports) {
        Matcher found = ENDPOINT.matcher(exports);
        assertThat(found.find()).as(exports).isTrue();
        return URI.create(found.group(1));
    }

    private static boolean listens(URI endpoint) {
        try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /// What [AnyClient] says in the environment that was printed, as a person exports it.
    private static List<String> asked(Started cloud, String bucket) throws Exception {
        Process client =
                new ProcessBuilder(
                                "sh",
                                "-c",
                                ". \"$0\"; exec \"$1\" -cp \"$2\" dev.rolecall.AnyClient \"$3\" 2>&1",
                                cloud.out().toString(),
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                System.getProperty("java.class.path"),
                                bucket)
                        .start();
        return new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("SLF4J"))
                .toList();
    }

    private static void assertGuarded(Started cloud, String account) throws Exception {
        String bucket = "any-" + cloud.process().pid();
        assertThat(asked(cloud, bucket))
                .containsExactly(
                        "who: arn:aws:iam::" + account + ":user/admin",
                        "bucket: /" + bucket,
                        "guest: AccessDenied",
                        "guest with a policy: true",
                        "guest elsewhere: AccessDenied",
                        "wrong secret: SignatureDoesNotMatch",
                        "unknown key: InvalidAccessKeyId");
    }

    private static void assertEndsClean(Started cloud) throws Exception {
        URI endpoint = cloud.endpoint();
        assertThat(listens(endpoint)).isTrue();
        assertThat(cloud.end()).isZero();
        assertThat(listens(endpoint)).isFalse();
        assertThat(cloud.err()).content().doesNotContain("rolecall:", "Exception", "\tat ");
    }

    @Test
    void theEmbeddedOneIsGuardedAndEndsClean() throws Exception {
        try (Started cloud = Started.start()) {
            assertGuarded(cloud, "111122223333");
            assertEndsClean(cloud);
            assertThat(cloud.err()).isEmptyFile();
        }
    }

    @Test
    void anotherAccountMayBeNamed() throws Exception {
        try (Started cloud = Started.start("--account", "444455556666")) {
            assertGuarded(cloud, "444455556666");
        }
    }

    @Test
    void ctrlCEndsIt() throws Exception {
        assumePty();
        try (Pty pty = pty()) {
            URI endpoint = endpointIn(pty.await(LAST_LINE));
            pty.press(CTRL_C);
            assertThat(pty.end()).as(pty.all()).isZero();
            assertThat(listens(endpoint)).isFalse();
            assertThat(pty.all()).doesNotContain("rolecall:", "Exception");
        }
    }

    private static Pty pty(String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of("cloud"));
        words.addAll(List.of(arguments));
        return Pty.start(
                Program.command(Program.here(), words.toArray(String[]::new)), Map.of(), 200);
    }

    private static void assumePty() {
        assumeTrue(Pty.available(), "CTRL-C WAS NOT TRIED: /usr/bin/script is not here");
    }

    @Test
    void whatCannotBeStartedIsOneLineAndExitTwo() throws Exception {
        RunIT.assertNoEngine(Program.run(RunIT.NO_ENGINE, "", "cloud", "--cloud", "localstack"));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertMistake("port " + port, "--port", port);
            assertMistake("no LocalStack answers at", "--cloud", "http://127.0.0.1:1");
        }
        assertMistake("`12` is no account", "--account", "12");
        assertMistake("there is no cloud `aws`", "--cloud", "aws");
    }

    private static void assertMistake(String what, String... arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of("cloud"));
        words.addAll(List.of(arguments));
        Program.Result result = Program.run(Map.of(), "", words.toArray(String[]::new));
        assertThat(result.err()).startsWith("rolecall: " + what).hasLineCount(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.status()).isEqualTo(Main.USER);
    }

    @Nested
    @Tag("container")
    class OnLocalStack {
        @BeforeAll
        static void anEngine() {
            TestContainer.assumeEngine();
        }

        @Test
        void oneOfItsOwnIsGuardedAndLeavesNoContainer() throws Exception {
            try (Started cloud = Started.start("--cloud", "localstack")) {
                assertGuarded(cloud, "111122223333");
                List<String> containers = TestEngine.ofShell(cloud.process().pid());
                assertThat(containers).hasSize(1);
                Direct there = Direct.to(TestEngine.endpoint(containers.getFirst()));
                assertThat(there.users()).containsExactlyInAnyOrder("admin", "guest");
                assertThat(there.buckets()).containsOnlyKeys("any-" + cloud.process().pid());
                assertEndsClean(cloud);
                assertThat(TestEngine.ofShell(cloud.process().pid())).isEmpty();
            }
        }

        @Test
        void oneThatRunsIsGuardedAndGoesOnRunning() throws Exception {
            URI container = TestContainer.uri();
            try (Started cloud = Started.start("--cloud", container.toString())) {
                assertGuarded(cloud, "000000000000");
                assertEndsClean(cloud);
            }
            assertThat(new Direct(container, "000000000000").users()).contains("guest");
        }

        @Test
        void whoComesAgainAndAgainLeavesNoKeysBehind() throws Exception {
            URI container = TestContainer.uri();
            String account = TestContainer.account();
            for (int i = 0; i < 3; i++) {
                try (Started cloud =
                        Started.start("--cloud", container.toString(), "--account", account)) {
                    assertThat(cloud.err()).content().doesNotContain("refused");
                    assertEndsClean(cloud);
                }
            }
            assertThat(new Direct(container, account).activeKeys("admin")).isZero();
        }

        @Test
        void ctrlCEndsOneThatTakesCalls() throws Exception {
            assumePty();
            try (Pty pty = pty("--cloud", "localstack")) {
                URI endpoint = endpointIn(pty.await(LAST_LINE));
                assertEndsByCtrlC(pty);
                assertThat(listens(endpoint)).isFalse();
            }
        }

        @Test
        void ctrlCEndsOneThatIsStillStarting() throws Exception {
            assumePty();
            try (TestImage never = TestImage.thatRuns("sleep 600");
                    Pty pty = pty("--cloud", "localstack", "--image", never.name())) {
                pty.await("starting LocalStack");
                assertEndsByCtrlC(pty);
            }
        }

        private void assertEndsByCtrlC(Pty pty) throws Exception {
            long pid = pty.program().pid();
            pty.press(CTRL_C);
            assertThat(pty.end()).as(pty.all()).isZero();
            assertThat(pty.all()).doesNotContain("rolecall:", "cannot be used", "Exception");
            assertThat(TestEngine.ofShell(pid)).isEmpty();
        }
    }
}
