package dev.rolecall.localstack.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.localstack.TestContainer;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// An engine that was well and then falls silent.
@Tag("container")
@Timeout(120)
class EngineHangsContainerTest {
    @BeforeAll
    static void anEngine() {
        TestContainer.assumeEngine();
    }

    private static ChildJvm shellBehind(EngineProxy proxy) throws IOException {
        return ChildJvm.start(
                TestContainer.IMAGE,
                Map.of("DOCKER_HOST", proxy.dockerHost(), "TESTCONTAINERS_RYUK_DISABLED", "true"),
                Set.of());
    }

    @Test
    void whileAContainerIsMade() throws IOException {
        try (EngineProxy proxy = new EngineProxy("/containers/create");
                ChildJvm shell = shellBehind(proxy)) {
            assertThat(shell.outcome())
                    .isEqualTo(
                            "ERROR the Docker engine takes connections and did not answer for 5 s;"
                                    + " restart Docker, or go on with the embedded cloud, which needs"
                                    + " none");
            assertThat(shell.errors()).isEmpty();
            assertThat(TestEngine.ofShell(shell.process().pid())).isEmpty();
        }
    }

    @Test
    void whileLocalStackRunsItIsAskedItself() throws IOException {
        try (EngineProxy proxy = new EngineProxy("no request has this");
                ChildJvm shell = shellBehind(proxy)) {
            assertThat(shell.outcome()).startsWith("READY");
            assertThat(shell.state()).isEqualTo("RUNNING");
            proxy.freeze();
            assertThat(shell.state()).isEqualTo("RUNNING");
            String id = TestEngine.ofShell(shell.process().pid()).getFirst();
            TestEngine.client().pauseContainerCmd(id).exec();
            assertThat(shell.state()).isEqualTo("UNKNOWN");
            TestEngine.client().removeContainerCmd(id).withForce(true).exec();
            assertThat(shell.state()).isEqualTo("GONE");
        }
    }

    @Test
    void atTheEndTheShellEndsAllTheSameAndSaysWhatIsLeft() throws Exception {
        try (EngineProxy proxy = new EngineProxy("no request has this");
                ChildJvm shell = shellBehind(proxy)) {
            assertThat(shell.outcome()).startsWith("READY");
            proxy.freeze();
            String id = TestEngine.ofShell(shell.process().pid()).getFirst();
            shell.process().getOutputStream().close();
            assertThat(shell.await("the Docker engine did not remove LocalStack: docker rm -f "))
                    .contains(id.substring(0, 12));
            shell.awaitEnd();
            new Leftovers(TestEngine.engine(), Processes.here()).sweep();
            assertThat(TestEngine.ofShell(shell.process().pid())).isEmpty();
        }
    }
}
