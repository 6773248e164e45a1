package dev.rolecall.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabClockTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final RealClock real = new RealClock();
    private final LabClock clock = new LabClock(real);

    /// Real time that a test moves.
    private static final class RealClock extends Clock {
        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void aClockThatWasNotMovedTellsRealTime() {
        assertThat(clock.instant()).isEqualTo(NOON);
        assertThat(clock.offset()).isZero();
        assertThat(clock.labTimeOf(NOON)).isEqualTo(NOON);
    }

    @Test
    void movesAddUpAndLeaveRealTimeAlone() {
        clock.advance(Duration.ofMinutes(61));
        clock.advance(Duration.ofMinutes(-1));
        assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofHours(1)));
        assertThat(clock.realTime()).isEqualTo(NOON);
        clock.reset();
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void aTimeThatWasWrittenCountsWithTheOffsetOfThen() {
        Instant before = NOON.minusSeconds(1);
        clock.advance(Duration.ofHours(1));
        real.now = NOON.plusSeconds(10);
        clock.advance(Duration.ofHours(1));
        assertThat(clock.labTimeOf(before)).isEqualTo(before);
        assertThat(clock.labTimeOf(NOON)).isEqualTo(NOON.plus(Duration.ofHours(1)));
        assertThat(clock.labTimeOf(NOON.plusSeconds(9)))
                .isEqualTo(NOON.plusSeconds(9).plus(Duration.ofHours(1)));
        assertThat(clock.labTimeOf(NOON.plusSeconds(10)))
                .isEqualTo(NOON.plusSeconds(10).plus(Duration.ofHours(2)));
    }

    /// What is signed in the second of a move was signed before it.
    @Test
    void forWhatWasWrittenAMoveCountsFromTheNextSecond() {
        real.now = NOON.plusMillis(990);
        clock.advance(Duration.ofHours(1));
        assertThat(clock.moves())
                .containsExactly(new LabClock.Move(NOON.plusSeconds(1), Duration.ofHours(1)));
        assertThat(clock.labTimeOf(NOON)).isEqualTo(NOON);
        assertThat(clock.offset()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void settlingWaitsForThatSecond() {
        LabClock ticking = new LabClock(Clock.systemUTC());
        ticking.advance(Duration.ofHours(1));
        ticking.settle();
        assertThat(ticking.realTime()).isAfterOrEqualTo(ticking.moves().getLast().at());
    }

    @Test
    void savedMovesBringTheClockBack() {
        clock.advance(Duration.ofHours(1));
        List<LabClock.Move> saved = clock.moves();
        clock.reset();
        LabClock other = new LabClock(real);
        other.restore(saved);
        assertThat(other.offset()).isEqualTo(Duration.ofHours(1));
        assertThat(clock.offset()).isZero();
    }

    @Test
    void theClockOfAnotherZoneIsMovedWithIt() {
        Clock there = clock.withZone(ZoneId.of("Europe/Berlin"));
        clock.advance(Duration.ofHours(1));
        assertThat(there.instant()).isEqualTo(clock.instant());
        assertThat(there.getZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    }
}
