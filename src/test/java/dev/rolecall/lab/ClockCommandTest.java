package dev.rolecall.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockCommandTest {
    @ParameterizedTest
    @CsvSource({
        "+61m, PT61M",
        "61m, PT61M",
        "-5m, PT-5M",
        "+1h30m, PT1H30M",
        "+1d, PT24H",
        "+90s, PT90S",
        "+1m1m, PT2M",
        "+0s, PT0S",
        "+9999999d, PT239999976H"
    })
    void aTimeIsNumbersWithUnitsAfterASignOrNone(String text, Duration expected) {
        assertThat(ClockCommand.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "+61",
                "+m",
                "+1.5h",
                "+1h 30m",
                "+1w",
                "+-1m",
                "+1H",
                "+12345678s",
                "+٣m",
                "reset",
                "+61m;"
            })
    void anythingElseIsNone(String text) {
        assertThat(ClockCommand.parse(text)).isEmpty();
    }

    @Test
    void severalUnitsMayFollowInAnyOrder() {
        assertThat(ClockCommand.parse("-1s2h")).contains(Duration.ofSeconds(-7201));
    }
}
