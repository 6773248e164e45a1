package dev.rolecall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// The labs that ship, proved by the built program.
class LintIT {
    @Test
    void everyLabIsSound() throws Exception {
        Program.Result result = Program.run(Map.of(), "", "lint");
        assertThat(result.out()).contains("[ok]").doesNotContain("[FAIL]");
        assertThat(result.status()).as(result.out() + result.err()).isZero();
    }
}
