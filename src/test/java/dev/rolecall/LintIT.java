package dev.rolecall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.localstack.TestContainer;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The labs that ship, proved by the built program on each cloud.
class LintIT {
    @Test
    void everyLabIsSound() throws Exception {
        assertSound(Program.run(Map.of(), "", "lint"));
    }

    @Test
    @Tag("container")
    void everyLabIsSoundOnLocalStack() throws Exception {
        TestContainer.assumeEngine();
        assertSound(Program.patient(Map.of(), "lint", "--cloud", "localstack"));
    }

    private static void assertSound(Program.Result result) {
        assertThat(result.out()).contains("[ok]").doesNotContain("[FAIL]");
        assertThat(result.status()).as(result.out() + result.err()).isZero();
    }

    @Test
    void aContainerThatCannotBeHadIsNoFaultOfTheLab() throws Exception {
        Program.Result result = Program.run(RunIT.NO_ENGINE, "", "lint", "--cloud", "localstack");
        assertThat(result.out()).doesNotContain("[FAIL]");
        RunIT.assertNoEngine(result);
    }
}
