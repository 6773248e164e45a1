package dev.rolecall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rolecall.localstack.TestContainer;
import dev.rolecall.localstack.container.TestEngine;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The built shell in a pseudo-terminal with a LocalStack behind it, and that LocalStack itself.
final class LocalStackShell implements AutoCloseable {
    static final String CTRL_C = "\u0003";
    static final String CTRL_D = "\u0004";

    /// Within which a learner is told what happened.
    private static final long TOLD_MILLIS = 10_000;

    private static final long PATIENCE_MILLIS = 60_000;

    /// The leftovers are ours to remove, as on a machine where Ryuk cannot run.
    private static final Map<String, String> NO_RYUK =
            Map.of("TESTCONTAINERS_RYUK_DISABLED", "true");

    final Pty pty;
    private final long pid;

    private LocalStackShell(Pty pty) throws InterruptedException {
        this.pty = pty;
        pid = pty.program().pid();
    }

    /// Says loudly what is not tried where that cannot be.
    static void assume() {
        TestContainer.assumeEngine();
        assumeTrue(
                Pty.available(),
                "THE SHELL WAS NOT TRIED: /usr/bin/script (util-linux) is not here to make a terminal");
    }

    /// Starts one.
    ///
    /// @param cloud what `--cloud` says, and what follows it
    static LocalStackShell start(Path home, String... cloud)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("--cloud"));
        words.addAll(List.of(cloud));
        Map<String, String> environment = new HashMap<>(NO_RYUK);
        environment.put("ROLECALL_HOME", home.toString());
        return new LocalStackShell(
                Pty.start(
                        Program.command(Program.here(), words.toArray(String[]::new)),
                        environment,
                        200));
    }

    /// One with a container of its own that is ready.
    static LocalStackShell ready(Path home) throws Exception {
        LocalStackShell shell = start(home, "localstack");
        PlayTheLab.awaitContainer(shell.pty);
        return shell;
    }

    String awaitPrompt() throws InterruptedException {
        return pty.await(PlayTheLab.PROMPT, PATIENCE_MILLIS);
    }

    /// Each line from the background drew a prompt of its own: from now on there is one.
    void settle() throws IOException, InterruptedException {
        pty.type("6 * 7");
        pty.await("==> 42");
        awaitPrompt();
    }

    /// Types a line; gives all that is said up to the next prompt.
    String say(String line) throws IOException, InterruptedException {
        pty.type(line);
        return awaitPrompt();
    }

    /// The same where the container does not do its part: that is told soon.
    String told(String line) throws IOException, InterruptedException {
        pty.type(line);
        return pty.await(PlayTheLab.PROMPT, TOLD_MILLIS);
    }

    void leave() throws IOException, InterruptedException {
        pty.press(CTRL_D);
        assertThat(pty.end()).as(pty.all()).isZero();
    }

    ProcessHandle program() throws InterruptedException {
        return pty.program();
    }

    /// Its containers, whatever their state; also when it has ended.
    List<String> containers() {
        return TestEngine.ofShell(pid);
    }

    String container() {
        assertThat(containers()).hasSize(1);
        return containers().getFirst();
    }

    /// Its container, asked past the guard.
    Direct there() {
        URI endpoint = TestEngine.endpoint(container());
        return Direct.to(endpoint);
    }

    @Override
    public void close() {
        pty.close();
        containers().forEach(LocalStackShell::remove);
    }

    private static void remove(String id) {
        TestEngine.client().removeContainerCmd(id).withForce(true).exec();
    }
}
