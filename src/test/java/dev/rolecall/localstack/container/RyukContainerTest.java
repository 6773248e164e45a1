package dev.rolecall.localstack.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.TagImageCmd;
import dev.rolecall.localstack.TestContainer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Ryuk removes what a killed shell leaves, where it can run; where it cannot, nobody waits for it.
@Tag("container")
@Timeout(120)
class RyukContainerTest {
    private static final Set<String> WITH_RYUK = Set.of("TESTCONTAINERS_RYUK_DISABLED");

    /// Ryuk's part of the conversation, for machines that cannot pull it: filters are lines, each
    /// is answered with ACK, and when the shell is gone what they name is removed.
    private static final String[] SUBSTITUTE = {
        "exec python3 -u - <<'END'",
        "import http.client, json, socket, urllib.parse",
        "class Docker(http.client.HTTPConnection):",
        "    def connect(self):",
        "        self.sock = socket.socket(socket.AF_UNIX)",
        "        self.sock.connect('/var/run/docker.sock')",
        "def ask(method, path):",
        "    docker = Docker('docker')",
        "    docker.request(method, path)",
        "    return docker.getresponse().read()",
        "door = socket.create_server(('0.0.0.0', 8080))",
        "print('Started')",
        "shell = door.accept()[0].makefile('rwb')",
        "filters = []",
        "for line in shell:",
        "    filters.append(urllib.parse.parse_qs(line.decode().strip()))",
        "    shell.write(b'ACK\\n')",
        "    shell.flush()",
        "for each in filters:",
        "    named = urllib.parse.quote(json.dumps(each))",
        "    for found in json.loads(ask('GET', '/containers/json?all=true&filters=' + named)):",
        "        ask('DELETE', '/containers/' + found['Id'] + '?force=true&v=true')",
        "END"
    };

    /// Engines inside a container give nobody more rights than they have.
    private static final Map<String, String> UNPRIVILEGED =
            Map.of("TESTCONTAINERS_RYUK_CONTAINER_PRIVILEGED", "false");

    @BeforeAll
    static void anEngine() {
        TestContainer.assumeEngine();
    }

    private static boolean here() {
        return TestEngine.engine().hasImage(Reaper.IMAGE);
    }

    private static ChildJvm shell() {
        return ChildJvm.start(TestContainer.IMAGE, UNPRIVILEGED, WITH_RYUK);
    }

    /// For as long as the test takes, an image of that name.
    private static void tagged(TestImage image, Trial trial) throws Exception {
        String[] name = Reaper.IMAGE.split(":", 2);
        try (image;
                TagImageCmd tag = TestEngine.client().tagImageCmd(image.name(), name[0], name[1])) {
            tag.exec();
            try {
                trial.run();
            } finally {
                of(Reaper.IMAGE).forEach(TestEngine.engine()::remove);
                new TestImage(Reaper.IMAGE).close();
            }
        }
    }

    private interface Trial {
        void run() throws Exception;
    }

    private static List<String> of(String image) {
        DockerClient client = TestEngine.client();
        return client
                .listContainersCmd()
                .withShowAll(true)
                .withAncestorFilter(List.of(image))
                .exec()
                .stream()
                .map(each -> each.getId())
                .toList();
    }

    @Test
    void itRemovesWhatAKilledShellLeft() throws Exception {
        if (here()) {
            aKilledShellLeavesNothing();
        } else {
            tagged(TestImage.thatRuns(SUBSTITUTE), RyukContainerTest::aKilledShellLeavesNothing);
        }
    }

    private static void aKilledShellLeavesNothing() throws InterruptedException {
        try (ChildJvm shell = shell()) {
            assertThat(shell.outcome()).startsWith("READY");
            shell.process().destroyForcibly().waitFor();
            while (!TestEngine.ofShell(shell.process().pid()).isEmpty()) {
                Thread.sleep(50);
            }
        }
    }

    @Test
    void aRyukThatDoesNotStartKeepsNobodyFromStarting() throws Exception {
        assumeFalse(here(), "a real Ryuk is here");
        tagged(
                TestImage.thatRuns("echo broken; exit 1"),
                () -> {
                    try (ChildJvm shell = shell()) {
                        assertThat(shell.outcome()).startsWith("READY");
                        shell.process().getOutputStream().close();
                        shell.awaitEnd();
                        assertThat(shell.errors()).isEmpty();
                        assertThat(TestEngine.ofShell(shell.process().pid())).isEmpty();
                    }
                });
    }

    @Test
    void whereItsImageIsMissingNobodyWaitsForIt() throws Exception {
        assumeFalse(here(), "a real Ryuk is here");
        try (ChildJvm shell = shell()) {
            assertThat(shell.outcome()).startsWith("READY");
            shell.process().getOutputStream().close();
            shell.awaitEnd();
            assertThat(shell.told()).hasSize(3);
            assertThat(shell.errors()).isEmpty();
        }
    }
}
