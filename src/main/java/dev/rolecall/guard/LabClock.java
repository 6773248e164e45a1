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
    /// @param at when it was made, in real time
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

    /// Adds to the offset; a negative duration turns the clock back. Takes up to a second: dates in
    /// signatures are whole seconds, and the next one must have begun for what is signed after the
    /// move to differ from what was signed before.
    public void advance(Duration by) {
        Instant at = wholeSecond();
        synchronized (moves) {
            move(at, offset().plus(by));
        }
    }

    /// Goes back to real time. Takes up to a second, as [#advance] does.
    public void reset() {
        Instant at = wholeSecond();
        synchronized (moves) {
            move(at, Duration.ZERO);
        }
    }

    private void move(Instant at, Duration offset) {
        List<Move> more = new ArrayList<>(moves.made);
        more.add(new Move(at, offset));
        moves.made = List.copyOf(more);
    }

    /// Waits for a second to begin, and tells which.
    private Instant wholeSecond() {
        Instant now = real.instant();
        Instant begun = now.truncatedTo(ChronoUnit.SECONDS);
        if (begun.equals(now)) {
            return now;
        }
        Instant next = begun.plusSeconds(1);
        try {
            Thread.sleep(Duration.between(now, next).plusMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return next;
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
