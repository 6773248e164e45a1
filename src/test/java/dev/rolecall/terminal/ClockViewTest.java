package dev.rolecall.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.lab.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockViewTest {
    private static final Instant NOW = Instant.parse("2025-03-01T15:21:40.5Z");
    private static final Event.Ended MINE =
            new Event.Ended("Test as hat", Duration.ofMillis(120_400), true);
    private static final Event.Ended OTHER =
            new Event.Ended("Test as cap", Duration.ofMinutes(61), false);

    private static String drawn(Duration by, Duration offset, Event.Ended... ended) {
        Event.ClockMoved moved = new Event.ClockMoved(NOW, by, offset, List.of(ended));
        return Page.drawn(80, screen -> ClockView.draw(screen, moved));
    }

    @Test
    void theLearnersOwnSessionIsYours() {
        assertThat(drawn(Duration.ofMinutes(61), Duration.ofMinutes(61), MINE))
                .isEqualTo(
                        """
                          It is now 15:21:40 UTC, 61 minutes later. Your session ended 2 minutes ago.
                          A credentials provider that renews its session by itself goes by real time,
                          and does not notice.
                        """);
    }

    @Test
    void anotherSessionIsNamed() {
        assertThat(drawn(Duration.ofHours(2), Duration.ofHours(2), OTHER))
                .contains("120 minutes later. The session Test as cap ended 61\n  minutes ago.");
    }

    @Test
    void ofManySessionsThreeAreNamed() {
        assertThat(
                        drawn(
                                Duration.ofHours(2),
                                Duration.ofHours(2),
                                MINE,
                                OTHER,
                                OTHER,
                                OTHER,
                                OTHER))
                .contains("Your session", "So did 2 more.");
    }

    @Test
    void askingTellsTheTimeAndHowFarItIsFromRealTime() {
        assertThat(drawn(Duration.ZERO, Duration.ZERO)).isEqualTo("  It is now 15:21:40 UTC.\n");
        assertThat(drawn(Duration.ZERO, Duration.ofMinutes(-5)))
                .isEqualTo("  It is now 15:21:40 UTC, 5 minutes behind real time.\n");
        assertThat(drawn(Duration.ZERO, Duration.ofSeconds(90)))
                .isEqualTo("  It is now 15:21:40 UTC, 1 minute 30 seconds ahead of real time.\n");
    }

    @Test
    void anotherDayIsSaidWithItsDate() {
        assertThat(drawn(Duration.ofDays(1), Duration.ofDays(1)))
                .startsWith("  It is now 2025-03-01 15:21:40 UTC, 1 day later.");
    }

    @Test
    void lengthsAreWordsOfTheirUnits() {
        assertThat(drawn(Duration.ofSeconds(1), Duration.ZERO)).contains(", 1 second later");
        assertThat(drawn(Duration.ofMinutes(-5), Duration.ZERO)).contains(", 5 minutes earlier");
        assertThat(drawn(Duration.ofHours(27), Duration.ZERO)).contains(", 1 day 3 hours later");
        assertThat(drawn(Duration.ofMillis(200), Duration.ZERO)).contains(", 0 seconds later");
    }
}
