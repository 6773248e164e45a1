package dev.rolecall.terminal;

import dev.rolecall.lab.Event;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Draws the lab's time.
final class ClockView {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private ClockView() {}

    static void draw(Screen screen, Event.ClockMoved moved) {
        screen.text(2, "It is now " + time(moved.now()) + " UTC" + moved(moved.by()) + ".");
        for (String session : moved.ended()) {
            screen.text(2, "The session " + session + " has ended.");
        }
        if (!moved.by().isZero()) {
            screen.text(
                    2,
                    "A credentials provider that was built before does not know that: it does not"
                            + " refresh, and keeps what it has.");
        }
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }

    private static String moved(Duration by) {
        if (by.isZero()) {
            return "";
        }
        return ", " + words(by.abs()) + (by.isNegative() ? " earlier" : " later");
    }

    /// `61 minutes`, `2 days 3 hours`.
    private static String words(Duration length) {
        StringBuilder words = new StringBuilder();
        if (length.toMinutes() < 180 && length.toSecondsPart() == 0) {
            return count(length.toMinutes(), "minute");
        }
        append(words, length.toDaysPart(), "day");
        append(words, length.toHoursPart(), "hour");
        append(words, length.toMinutesPart(), "minute");
        append(words, length.toSecondsPart(), "second");
        return words.toString();
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
