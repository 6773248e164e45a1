package dev.rolecall.snippet.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlainValueTest {
    private static String written(@Nullable Object value) {
        return PlainWriter.write(value, type -> Optional.of(type.getName()));
    }

    private static @Nullable Object read(String text, @Nullable Object there) {
        return PlainReader.read(text, there, PlainValueTest::named);
    }

    private static Optional<Class<?>> named(String name) {
        try {
            return Optional.of(Class.forName(name));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    static List<Object> plain() {
        return List.of(
                "a:\"ä€𝄞\n",
                "",
                true,
                'x',
                (byte) -1,
                (short) 2,
                3,
                4L,
                0.1f,
                Double.NaN,
                new BigInteger("123456789012345678901234567890"),
                new BigDecimal("1.230"),
                UUID.randomUUID(),
                URI.create("https://example.com/?a=b"),
                Path.of("a", "b"),
                Instant.now(),
                Duration.ofNanos(1),
                Period.ofDays(3),
                LocalDate.of(2026, 1, 2),
                LocalTime.of(3, 4, 5, 6),
                LocalDateTime.of(2026, 1, 2, 3, 4),
                OffsetDateTime.now(ZoneOffset.UTC),
                ZonedDateTime.now(ZoneId.of("Europe/Berlin")),
                ZoneId.of("Europe/Berlin"),
                ZoneOffset.UTC,
                DayOfWeek.MONDAY,
                List.of(1),
                List.of("a", "b", "c"),
                Set.of(1),
                Set.of("a", "b", "c"),
                Map.of(1, 2),
                Map.of("a", 1, "b", List.of(2)),
                Optional.of("x"),
                Optional.empty(),
                new ArrayList<>(Arrays.asList("a", null)),
                new HashSet<>(Arrays.asList(DayOfWeek.MONDAY, null)),
                new LinkedHashSet<>(List.of(2, 1)),
                new TreeSet<>(Set.of(1, 2)),
                new HashMap<>(Map.of("a", 1)),
                new LinkedHashMap<>(Map.of("a", 1)),
                new TreeMap<>(Map.of("a", 1)),
                new boolean[] {true},
                new byte[] {1, -2},
                new char[] {'a', ':'},
                new short[] {1},
                new int[] {1, 2},
                new long[] {1},
                new float[] {1},
                new double[] {1, Double.MIN_VALUE});
    }

    @ParameterizedTest
    @MethodSource("plain")
    void aPlainValueIsMadeAgainEqualAndOfItsClass(Object value) {
        Object again = read(written(value), null);
        assertThat(again).isEqualTo(value).hasSameClassAs(value);
        assertThat(written(again)).isEqualTo(written(value));
    }

    @Test
    void nullIsPlainToo() {
        assertThat(read(written(null), "x")).isNull();
    }

    @Test
    void aQueueIsMadeAgain() {
        Object again = read(written(new ArrayDeque<>(List.of(1, 2))), null);
        assertThat(again).isInstanceOf(ArrayDeque.class).hasToString("[1, 2]");
    }

    @Test
    void whatCanBeChangedIsFilledAndNotReplaced() {
        List<Integer> there = new ArrayList<>(List.of(3));
        assertThat(read(written(new ArrayList<>(List.of(1, 2))), there)).isSameAs(there);
        assertThat(there).containsExactly(1, 2);
        byte[] bytes = {0, 0};
        assertThat(read(written(new byte[] {1, 2}), bytes)).isSameAs(bytes);
        assertThat(bytes).containsExactly(1, 2);
    }

    static List<Object> notPlain() {
        return List.of(
                new Object(),
                new AtomicInteger(1),
                new ArrayList<>(List.of(1)) {},
                Collections.unmodifiableList(new ArrayList<>()),
                new TreeSet<>(Comparator.<Integer>reverseOrder()),
                List.of(new Object()),
                "half \ud800",
                "x".repeat(300_000),
                new byte[300_000],
                BigInteger.TWO.pow(100_000),
                IntStream.range(0, 30_000).boxed().toList());
    }

    @ParameterizedTest
    @MethodSource("notPlain")
    void ofEverythingElseNothingIsKept(Object value) {
        assertThat(written(value)).isEqualTo(PlainWriter.UNKNOWN);
    }

    @Test
    void whatIsLongOrMayBeHeldElsewhereIsOnlyCompared() {
        String longOne = written("x".repeat(20_000));
        assertThat(longOne).startsWith(PlainWriter.DIGEST).isEqualTo(written("x".repeat(20_000)));
        assertThat(written("x".repeat(20_001))).isNotEqualTo(longOne);
        assertThat(written(List.of(new ArrayList<>(List.of(1))))).startsWith(PlainWriter.DIGEST);
    }

    @Test
    void anEndlessListIsNotPlain() {
        List<Object> self = new ArrayList<>();
        self.add(self);
        assertThat(written(self)).isEqualTo(PlainWriter.UNKNOWN);
    }

    @Test
    void anythingElseIsNotRead() {
        for (String text : List.of("", "x", "String:5:x", "Nothing:1:x", "List:2:Integer:1:1")) {
            assertThatThrownBy(() -> read(text, null)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
