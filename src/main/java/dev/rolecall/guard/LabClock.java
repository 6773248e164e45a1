package dev.rolecall.guard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The lab's clock: real time and an offset that the learner moves. Expiry and conditions use it.
///
/// It remembers each move, because a time that a client wrote (the date of a presigned URL) is in
/// real time, and counts with the offset in force when it was written.
public final class LabClock extends Clock {
    private final Clock real;
    private final List<Move> moves = new CopyOnWriteArrayList<>();

    /// One move of the clock.
    ///
    /// @param at when it was made, in real time
    /// @param offset lab time minus real time from then on
    public record Move(Instant at, Duration offset) {}

    public LabClock(Clock real) {
        this.real = real;
    }

    /// Adds to the offset; a negative duration turns the clock back.
    public void advance(Duration by) {
        moves.add(new Move(real.instant(), offset().plus(by)));
    }

    /// Goes back to real time.
    public void reset() {
        moves.add(new Move(real.instant(), Duration.ZERO));
    }

    /// Lab time minus real time.
    public Duration offset() {
        return moves.isEmpty() ? Duration.ZERO : moves.getLast().offset();
    }

    /// Real time, for signature skew.
    public Instant realTime() {
        return real.instant();
    }

    /// The lab time that a client meant which wrote this real time.
    public Instant labTimeOf(Instant written) {
        Duration offset = Duration.ZERO;
        for (Move move : moves) {
            if (!move.at().isAfter(written)) {
                offset = move.offset();
            }
        }
        return written.plus(offset);
    }

    /// All moves so far, to be saved.
    public List<Move> moves() {
        return List.copyOf(moves);
    }

    /// Puts saved moves in place of what the clock has.
    public void restore(List<Move> saved) {
        moves.clear();
        moves.addAll(saved);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? this : Clock.offset(real.withZone(zone), offset());
    }
}
