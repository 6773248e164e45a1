package dev.rolecall.policy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/// A point in time as policies write it: W3C's profile of ISO 8601, or seconds since 1970 ("IAM
/// JSON policy elements: Condition operators", Date condition operators).
///
/// IAM takes more than the profile when a policy is saved: `01T` is the first instant of the year
/// 1. What is left out is the first that there is; without a zone a time is UTC.
public final class PolicyDate {
    private PolicyDate() {}

    /// The instant, or empty if the text is none.
    public static Optional<Instant> parse(String text) {
        try {
            boolean iso = text.indexOf('-') >= 0 || text.toUpperCase(Locale.ROOT).contains("T");
            return Optional.of(iso || isYear(text) ? iso(text) : seconds(text));
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// Four digits are a year in W3C's profile; a time in 1970 is written longer.
    private static boolean isYear(String text) {
        return text.length() == 4 && digits(text);
    }

    private static boolean digits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Instant seconds(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            return Instant.ofEpochSecond(number(text));
        }
        long nanos = number((text.substring(dot + 1) + "000000000").substring(0, 9));
        return Instant.ofEpochSecond(number(text.substring(0, dot)), nanos);
    }

    private static Instant iso(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        int t = upper.indexOf('T');
        LocalDate date = date(t < 0 ? upper : upper.substring(0, t));
        String time = t < 0 ? "" : upper.substring(t + 1);
        int zone = zoneBegin(time);
        LocalTime clock = time(time.substring(0, zone));
        return date.atTime(clock).toInstant(zone(time.substring(zone)));
    }

    private static LocalDate date(String text) {
        boolean before = text.startsWith("-");
        String[] parts = (before ? text.substring(1) : text).split("-", -1);
        if (parts.length > 3) {
            throw new DateTimeException(text);
        }
        int year = small(parts[0]);
        int month = parts.length > 1 ? small(parts[1]) : 1;
        int day = parts.length > 2 ? small(parts[2]) : 1;
        return LocalDate.of(before ? -year : year, month, day);
    }

    private static int zoneBegin(String time) {
        for (int i = 0; i < time.length(); i++) {
            if ("Z+-".indexOf(time.charAt(i)) >= 0) {
                return i;
            }
        }
        return time.length();
    }

    private static LocalTime time(String text) {
        if (text.isEmpty()) {
            return LocalTime.MIN;
        }
        String[] parts = text.split(":", -1);
        if (parts.length > 3) {
            throw new DateTimeException(text);
        }
        int hour = small(parts[0]);
        int minute = parts.length > 1 ? small(parts[1]) : 0;
        String[] second = (parts.length > 2 ? parts[2] : "0").split("\\.", -1);
        int nanos = second.length > 1 ? small((second[1] + "00000000").substring(0, 9)) : 0;
        return LocalTime.of(hour, minute, small(second[0]), nanos);
    }

    private static ZoneOffset zone(String text) {
        return text.isEmpty() ? ZoneOffset.UTC : ZoneOffset.of(text);
    }

    private static int small(String text) {
        return Math.toIntExact(number(text));
    }

    private static long number(String text) {
        if (!digits(text)) {
            throw new NumberFormatException(text);
        }
        return Long.parseLong(text);
    }
}
