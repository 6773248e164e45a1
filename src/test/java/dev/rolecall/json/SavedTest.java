package dev.rolecall.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SavedTest {
    enum Colour {
        RED,
        GREEN
    }

    sealed interface Shape {
        record Circle(double radius) implements Shape {}

        record Square(int side, Optional<Shape> inner) implements Shape {}

        sealed interface Odd extends Shape {}

        record Blob(String name) implements Odd {}
    }

    record State(
            String name,
            long count,
            boolean on,
            Instant at,
            Duration length,
            Optional<String> note,
            List<Shape> shapes,
            Set<Colour> colours,
            Map<Colour, List<Integer>> numbers,
            SortedMap<String, UUID> ids) {}

    record Positive(int number) {
        Positive {
            if (number <= 0) {
                throw new IllegalArgumentException("not positive");
            }
        }
    }

    private static final Saved<State> SAVED =
            Saved.of(State.class).text(UUID.class, UUID::toString, UUID::fromString);

    private static State state() {
        return new State(
                "n",
                1L << 40,
                true,
                Instant.parse("2026-01-02T03:04:05.678Z"),
                Duration.ofMinutes(61),
                Optional.of("x"),
                List.of(
                        new Shape.Circle(1.5),
                        new Shape.Square(2, Optional.of(new Shape.Blob("b")))),
                Set.of(Colour.RED),
                Map.of(Colour.GREEN, List.of(1, 2)),
                new TreeMap<>(Map.of("id", new UUID(1, 2))));
    }

    @Test
    void whatIsWrittenIsReadBack() {
        assertThat(SAVED.read(SAVED.write(state()))).isEqualTo(state());
    }

    @Test
    void aSealedTypeIsNamedByItsRecordsSimpleName() {
        assertThat(SAVED.write(state())).contains("{\"@type\":\"Circle\",\"radius\":1.5}");
    }

    @Test
    void whatAnotherVersionSavedIsReadAsFarAsItGoes() {
        record Before(String name, int gone) {}
        record After(String name, int count, boolean on, Optional<String> o, List<String> l) {}

        String text = Saved.of(Before.class).write(new Before("n", 7));

        assertThat(Saved.of(After.class).read(text))
                .isEqualTo(new After("n", 0, false, Optional.empty(), List.of()));
    }

    @Test
    void aMissingMemberWithoutADefaultIsAProblem() {
        record Named(String name) {}

        assertThatExceptionOfType(JsonProblem.class)
                .isThrownBy(() -> Saved.of(Named.class).read("{}"))
                .withMessageContaining("`name` is missing");
    }

    @Test
    void aTextThatDoesNotParseIsAProblemAtItsPlace() {
        record When(Instant at) {}

        assertThatExceptionOfType(JsonProblem.class)
                .isThrownBy(() -> Saved.of(When.class).read("{\n\"at\": \"noon\"}"))
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(2));
    }

    @Test
    void aRecordThatRefusesItsValuesIsAProblem() {
        assertThatExceptionOfType(JsonProblem.class)
                .isThrownBy(() -> Saved.of(Positive.class).read("{\"number\":-1}"))
                .withMessageContaining("not positive");
    }

    @Test
    void anUnknownKindIsAProblem() {
        assertThatExceptionOfType(JsonProblem.class)
                .isThrownBy(() -> Saved.of(Shape.class).read("{\"@type\":\"Cube\"}"))
                .withMessageContaining("`Cube` is no kind of Shape");
    }

    @Test
    void whatCannotBeSavedIsSaidAtOnce() {
        record Odd(Thread thread) {}

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Saved.of(Odd.class).write(new Odd(Thread.currentThread())))
                .withMessageContaining("java.lang.Thread");
    }

    @Test
    void whatIsReadKeepsItsOrderAndCannotBeChanged() {
        record Ordered(Map<String, Integer> map) {}

        Ordered read = Saved.of(Ordered.class).read("{\"map\":{\"z\":1,\"a\":2,\"m\":3}}");

        assertThat(read.map().keySet()).containsExactly("z", "a", "m");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> read.map().put("x", 1));
    }
}
