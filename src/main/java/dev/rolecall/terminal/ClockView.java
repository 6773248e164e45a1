package dev.rolecall.terminal;

import dev.rolecall.lab.Event;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Draws the lab's time.
final class ClockView {
    private static final DateTimeFormatter TIME = form("HH:mm:ss");
    private static final DateTimeFormatter DAY_AND_TIME = form("yyyy-MM-dd HH:mm:ss");

    /// More are counted: a learner who tries long enough has dozens.
    private static final int MOST_NAMED = 3;

    private ClockView() {}

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    static void draw(Screen screen, Event.ClockMoved moved) {
        StringBuilder told =
                new StringBuilder("It is now " + time(moved) + " UTC" + by(moved) + ".");
        List<Event.Ended> ended = moved.ended();
        ended.stream().limit(MOST_NAMED).map(ClockView::sentence).forEach(told::append);
        if (ended.size() > MOST_NAMED) {
            told.append(" So did ").append(ended.size() - MOST_NAMED).append(" more.");
        }
        screen.text(2, told.toString());
        if (!moved.by().isZero()) {
            screen.text(
                    2,
                    "A credentials provider that renews its session by itself goes by real time, and does"
                            + " not notice.");
        }
    }

    private static String sentence(Event.Ended ended) {
        String whose = ended.acting() ? "Your session" : "The session " + ended.who();
        return " " + whose + " ended " + words(ended.ago()) + " ago.";
    }

    /// With the day, where it is not today's.
    private static String time(Event.ClockMoved moved) {
        Instant real = moved.now().minus(moved.offset());
        return day(real).equals(day(moved.now()))
                ? TIME.format(moved.now())
                : DAY_AND_TIME.format(moved.now());
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static String by(Event.ClockMoved moved) {
        if (!moved.by().isZero()) {
            return ", "
                    + words(moved.by().abs())
                    + (moved.by().isNegative() ? " earlier" : " later");
        }
        Duration offset = moved.offset();
        return offset.isZero()
                ? ""
                : ", "
                        + words(offset.abs())
                        + (offset.isNegative() ? " behind" : " ahead of")
                        + " real time";
    }

    /// `61 minutes`, `2 days 3 hours`; never more exact than the seconds.
    private static String words(Duration length) {
        if (length.toMinutes() > 0 && length.toMinutes() < 180 && length.toSecondsPart() == 0) {
            return count(length.toMinutes(), "minute");
        }
        StringBuilder words = new StringBuilder();
        append(words, length.toDaysPart(), "day");
        append(words, length.toHoursPart(), "hour");
        append(words, length.toMinutesPart(), "minute");
        append(words, length.toSecondsPart(), "second");
        return words.isEmpty() ? "0 seconds" : words.toString();
    }

    private static void append(StringBuilder words, long number, String unit) {
        if (number > 0) {
            words.append(words.isEmpty() ? "" : " ").append(count(number, unit));
        }
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
