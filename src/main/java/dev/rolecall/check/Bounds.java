package dev.rolecall.check;

import dev.rolecall.policy.AddressRange;
import dev.rolecall.policy.PolicyDate;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Values on both sides of every bound that a comparison has: of numbers, moments and addresses.
final class Bounds {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private Bounds() {}

    /// Each number, the numbers beside it, and one between each two; with a zero before it too, for
    /// keys that want more than one letter.
    static List<String> numbers(Collection<String> texts) {
        TreeSet<BigDecimal> found = new TreeSet<>();
        texts.forEach(text -> number(text).ifPresent(found::add));
        TreeSet<BigDecimal> all = new TreeSet<>(found);
        for (BigDecimal number : found) {
            all.add(number.subtract(BigDecimal.ONE));
            all.add(number.add(BigDecimal.ONE));
            BigDecimal next = found.higher(number);
            if (next != null) {
                all.add(number.add(next).divide(TWO));
            }
        }
        return all.stream()
                .map(BigDecimal::toPlainString)
                .flatMap(text -> Stream.of(text, "0" + text))
                .filter(text -> !text.startsWith("0-"))
                .toList();
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// The same for moments, of those that may yet be. A pattern counts with what stands before its
    /// first wildcard.
    static List<Instant> moments(Collection<String> texts, Instant now, Instant earliest) {
        TreeSet<Instant> found = new TreeSet<>(List.of(now, earliest));
        texts.forEach(text -> moment(text).ifPresent(found::add));
        TreeSet<Instant> all = new TreeSet<>(found);
        for (Instant moment : found) {
            Instant next = found.higher(moment);
            all.add(shifted(moment, -1));
            all.add(shifted(moment, 1));
            if (next != null) {
                all.add(moment.plus(Duration.between(moment, next).dividedBy(2)));
            }
        }
        List<Instant> ordered = new ArrayList<>(List.of(now));
        ordered.addAll(all.tailSet(earliest));
        return ordered.stream().distinct().toList();
    }

    private static Instant shifted(Instant moment, long seconds) {
        boolean room = moment.isAfter(Instant.MIN.plusSeconds(1));
        return room && moment.isBefore(Instant.MAX.minusSeconds(1))
                ? moment.plusSeconds(seconds)
                : moment;
    }

    private static Optional<Instant> moment(String text) {
        return PolicyDate.parse(text)
                .or(() -> PolicyDate.parse(text.replaceFirst("[-T:.]?[*?].*", "")));
    }

    /// The first and the last address of each range, and those beside it.
    static List<String> addresses(Collection<String> texts) {
        return texts.stream()
                .flatMap(text -> AddressRange.parse(text).stream())
                .flatMap(Bounds::around)
                .distinct()
                .toList();
    }

    private static Stream<String> around(AddressRange range) {
        byte[] bytes = range.first().getAddress();
        int length = 8 * bytes.length;
        BigInteger size = BigInteger.ONE.shiftLeft(length - range.bits());
        BigInteger first = new BigInteger(1, bytes).divide(size).multiply(size);
        BigInteger next = first.add(size);
        return Stream.of(first, next.subtract(BigInteger.ONE), first.subtract(BigInteger.ONE), next)
                .filter(number -> number.signum() >= 0 && number.bitLength() <= length)
                .map(number -> address(number, bytes.length));
    }

    private static String address(BigInteger number, int length) {
        byte[] made = new byte[length];
        byte[] digits = number.toByteArray();
        int count = Math.min(digits.length, length);
        System.arraycopy(digits, digits.length - count, made, length - count, count);
        try {
            return InetAddress.getByAddress(made).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of " + length + " bytes", e);
        }
    }
}
