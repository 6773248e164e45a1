package dev.rolecall.localstack.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.localstack.container.Processes.Fate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessesTest {
    /// With `/proc`, and as on systems that have none.
    private static Processes seen(String proc) {
        return new Processes(Path.of(proc), "here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/proc", "/no/such/folder"})
    void thisShellLives(String proc) {
        ShellMark own = seen(proc).own();
        assertThat(own.pid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(seen(proc).fate(own)).isEqualTo(Fate.ALIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/proc", "/no/such/folder"})
    void aProcessOfThisNumberThatBeganAtAnotherTimeIsAnother(String proc) {
        ShellMark other =
                new ShellMark("here", ProcessHandle.current().pid(), "2020-01-01T00:00:00Z");
        assertThat(seen(proc).fate(other)).isEqualTo(Fate.GONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/proc", "/no/such/folder"})
    void aProcessThatEndedIsGone(String proc) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        assertThat(seen(proc).fate(new ShellMark("here", process.pid(), "1"))).isEqualTo(Fate.GONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/proc", "/no/such/folder"})
    void aNumberOfAnotherMachineSaysNothing(String proc) {
        ShellMark elsewhere = new ShellMark("there", Long.MAX_VALUE, "1");
        assertThat(seen(proc).fate(elsewhere)).isEqualTo(Fate.UNKNOWN);
    }

    @Test
    void aKilledProcessThatNobodyAskedAboutYetIsGone() throws IOException {
        // The inner process ends, and the outer one, sleeping in its place, never asks.
        String text = "sh -c 'echo $$; exit' & exec sleep 20";
        Process outer = new ProcessBuilder("sh", "-c", text).start();
        try {
            long zombie = Long.parseLong(outer.inputReader().readLine());
            Path state = Path.of("/proc/" + zombie + "/stat");
            while (!java.nio.file.Files.readString(state).contains(") Z ")) {
                Thread.onSpinWait();
            }
            assertThat(seen("/proc").fate(new ShellMark("here", zombie, "1"))).isEqualTo(Fate.GONE);
        } finally {
            outer.destroyForcibly();
        }
    }

    @Test
    void whereNamesThePersonAndTheMachineAndIsTheSameEachTime() {
        String where = Processes.here().own().where();
        assertThat(where)
                .startsWith(System.getProperty("user.name") + "@")
                .matches(".+@.+/[0-9a-f]{16}");
        assertThat(Processes.here().own()).isEqualTo(Processes.here().own());
    }

    @Test
    void aMarkIsReadFromItsLabels() {
        ShellMark mark = new ShellMark("ada@laptop/0123", 42, "77.boot@3");
        assertThat(ShellMark.of(mark.labels())).contains(mark);
        assertThat(ShellMark.of(Map.of())).isEmpty();
        assertThat(ShellMark.of(new ShellMark("ada@laptop/0123", 42, "").labels())).isEmpty();
    }
}
