package dev.rolecall.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusTest {
    private static String prompt(String acting, Optional<Duration> left) {
        return new Status("assume-role", 6, 7, acting, left).prompt();
    }

    @Test
    void aPromptNamesLabStepAndWhoActs() {
        assertThat(prompt("admin", Optional.empty())).isEqualTo("assume-role 6/7 admin> ");
    }

    @Test
    void aSessionSaysHowLongItLasts() {
        String hat = "Test as account-s3-full-access";
        assertThat(prompt(hat, Optional.of(Duration.ofSeconds(3599))))
                .isEqualTo("assume-role 6/7 Test as account-s3-full-access (59 min)> ");
        assertThat(prompt(hat, Optional.of(Duration.ofSeconds(59)))).endsWith(" (59 s)> ");
        assertThat(prompt(hat, Optional.of(Duration.ZERO))).endsWith(" (ended)> ");
        assertThat(prompt(hat, Optional.of(Duration.ofMinutes(-2)))).endsWith(" (ended)> ");
        assertThat(prompt(hat, Optional.of(Duration.ofMillis(300)))).endsWith(" (0 s)> ");
    }
}
