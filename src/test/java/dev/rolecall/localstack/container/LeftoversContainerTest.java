package dev.rolecall.localstack.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.localstack.TestContainer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("container")
@Timeout(120)
class LeftoversContainerTest {
    private static final Map<String, String> NO_RYUK =
            Map.of("TESTCONTAINERS_RYUK_DISABLED", "true");

    private final ShellMark own = Processes.here().own();
    private final List<String> made = new ArrayList<>();

    @BeforeAll
    static void anEngine() {
        TestContainer.assumeEngine();
    }

    @AfterEach
    void removeWhatWasMade() {
        made.forEach(TestEngine.engine()::remove);
    }

    private String made(Map<String, String> labels) {
        String id = TestEngine.create(labels);
        made.add(id);
        return id;
    }

    private static boolean isThere(String id) {
        return TestEngine.engine().inspect(id).isPresent();
    }

    private static void sweep() {
        new Leftovers(TestEngine.engine(), Processes.here()).sweep();
    }

    private static ChildJvm shell() {
        return ChildJvm.start(TestContainer.IMAGE, NO_RYUK, Set.of());
    }

    @Test
    void theNextStartRemovesWhatAKilledShellLeftAndSparesALivingOnes() throws Exception {
        try (ChildJvm killed = shell();
                ChildJvm living = shell()) {
            assertThat(killed.outcome()).startsWith("READY");
            assertThat(living.outcome()).startsWith("READY");
            killed.process().destroyForcibly().waitFor();
            assertThat(TestEngine.ofShell(killed.process().pid())).hasSize(1);

            try (ChildJvm next = shell()) {
                assertThat(next.outcome()).startsWith("READY");
                assertThat(next.told())
                        .contains("removed what a killed shell had left: containers, 1");
            }
            assertThat(TestEngine.ofShell(killed.process().pid())).isEmpty();
            assertThat(TestEngine.ofShell(living.process().pid())).hasSize(1);
            assertThat(living.state()).isEqualTo("RUNNING");
        }
        sweep();
    }

    @Test
    void aShellThatIsAskedToEndRemovesItsContainer() throws Exception {
        try (ChildJvm shell = shell()) {
            assertThat(shell.outcome()).startsWith("READY");
            shell.process().destroy();
            shell.awaitEnd();
            assertThat(TestEngine.ofShell(shell.process().pid())).isEmpty();
        }
    }

    @Test
    void aShellThatIsAskedToEndWhileItStartsLeavesNothing() throws Exception {
        try (ChildJvm shell = shell()) {
            assertThat(shell.await("starting LocalStack")).isPresent();
            shell.process().destroy();
            shell.awaitEnd();
            assertThat(TestEngine.ofShell(shell.process().pid())).isEmpty();
        }
    }

    @Test
    void aNumberThatWasGivenToAnotherProcessDoesNotProtect() {
        String left = made(new ShellMark(own.where(), own.pid(), "1.another-begin").labels());
        sweep();
        assertThat(isThere(left)).isFalse();
    }

    @Test
    void whatCannotBeJudgedIsSpared() throws IOException, InterruptedException {
        long dead = deadProcess();
        List<String> spared =
                List.of(
                        made(own.labels()),
                        made(new ShellMark("other@elsewhere/0", dead, "1").labels()),
                        made(Map.of(ShellMark.SHELL, dead + "@1")),
                        made(Map.of(ShellMark.SHELL, "x@1", ShellMark.WHERE, own.where())),
                        made(Map.of(ShellMark.SHELL, dead + "@", ShellMark.WHERE, own.where())),
                        made(Map.of(ShellMark.SHELL, "", ShellMark.WHERE, own.where())),
                        made(Map.of(ShellMark.WHERE, own.where())),
                        made(Map.of("org.testcontainers", "true")));
        String left = made(new ShellMark(own.where(), dead, "1").labels());
        sweep();
        assertThat(spared).allMatch(LeftoversContainerTest::isThere);
        assertThat(isThere(left)).isFalse();
    }

    private static long deadProcess() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        return process.pid();
    }
}
