package dev.rolecall.guard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// The lab's clock: real time and an offset that the learner moves. Expiry and conditions use it.
///
/// It remembers each move, because a time that a client wrote (the date of a presigned URL) is in
/// real time, and counts with the offset in force when it was written.
public final class LabClock extends Clock {
    private final Clock real;
    private final ZoneId zone;
    private final Moves moves;

    /// One move of the clock.
    ///
    /// @param at when it was made, in real time: the next whole second
    /// @param offset lab time minus real time from then on
    public record Move(Instant at, Duration offset) {}

    /// The moves made so far, shared by the clocks of all zones.
    private static final class Moves {
        private volatile List<Move> made = List.of();
    }

    public LabClock(Clock real) {
        this(real, ZoneOffset.UTC, new Moves());
    }

    private LabClock(Clock real, ZoneId zone, Moves moves) {
        this.real = real;
        this.zone = zone;
        this.moves = moves;
    }

    /// Adds to the offset; a negative duration turns the clock back.
    public void advance(Duration by) {
        synchronized (moves) {
            move(offset().plus(by));
        }
    }

    /// Goes back to real time.
    public void reset() {
        synchronized (moves) {
            move(Duration.ZERO);
        }
    }

    /// Dates in signatures are whole seconds: a move counts, for what a client wrote, from the next
    /// second that begins.
    private void move(Duration offset) {
        Instant now = real.instant();
        Instant begun = now.truncatedTo(ChronoUnit.SECONDS);
        List<Move> more = new ArrayList<>(moves.made);
        more.add(new Move(begun.equals(now) ? now : begun.plusSeconds(1), offset));
        moves.made = List.copyOf(more);
    }

    /// Waits until what a client signs is dated after the newest move: up to a second, and only
    /// right after one.
    public void settle() {
        List<Move> made = moves.made;
        Duration rest =
                made.isEmpty()
                        ? Duration.ZERO
                        : Duration.between(real.instant(), made.getLast().at());
        if (rest.isPositive()) {
            try {
                Thread.sleep(rest.plusMillis(1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Lab time minus real time.
    public Duration offset() {
        List<Move> made = moves.made;
        return made.isEmpty() ? Duration.ZERO : made.getLast().offset();
    }

    /// Real time, for signature skew.
    public Instant realTime() {
        return real.instant();
    }

    /// The lab time that a client meant which wrote this real time.
    public Instant labTimeOf(Instant written) {
        Duration offset = Duration.ZERO;
        for (Move move : moves.made) {
            if (!move.at().isAfter(written)) {
                offset = move.offset();
            }
        }
        return written.plus(offset);
    }

    /// All moves so far, to be saved.
    public List<Move> moves() {
        return moves.made;
    }

    /// Puts saved moves in place of what the clock has.
    public void restore(List<Move> saved) {
        synchronized (moves) {
            moves.made = List.copyOf(saved);
        }
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new LabClock(real, other, moves);
    }
}
