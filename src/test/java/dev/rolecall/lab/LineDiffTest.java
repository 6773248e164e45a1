package dev.rolecall.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineDiffTest {
    @Test
    void whatChangedStandsBetweenOneEqualLineOnEachSide() {
        assertThat(
                        LineDiff.between(
                                List.of("a", "b", "old", "c", "d"),
                                List.of("a", "b", "new", "c", "d")))
                .containsExactly("  b", "- old", "+ new", "  c");
    }

    @Test
    void equalTextsDifferInNothing() {
        assertThat(LineDiff.between(List.of("a", "b"), List.of("a", "b"))).isEmpty();
        assertThat(LineDiff.between(List.of(), List.of())).isEmpty();
    }

    @Test
    void fromNothingAndToNothingEveryLineCounts() {
        assertThat(LineDiff.between(List.of(), List.of("a", "b"))).containsExactly("+ a", "+ b");
        assertThat(LineDiff.between(List.of("a", "b"), List.of())).containsExactly("- a", "- b");
    }

    @Test
    void twoChangesFarApartLeaveTheMiddleOut() {
        assertThat(
                        LineDiff.between(
                                List.of("x", "1", "2", "3", "y"), List.of("X", "1", "2", "3", "Y")))
                .containsExactly("- x", "+ X", "  1", "  3", "- y", "+ Y");
    }

    /// Whatever the texts are: taking the lines marked `-` out of the old one, and those marked `+`
    /// out of the new one, leaves the same.
    @Test
    void whatIsNotMarkedIsTheSameInBoth() {
        long seed = System.nanoTime();
        System.out.println("LineDiffTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            List<String> old = lines(random);
            List<String> now = lines(random);
            List<String> diff = LineDiff.between(old, now);
            assertThat(without(old, marked(diff, "- ")))
                    .isEqualTo(without(now, marked(diff, "+ ")));
        }
    }

    private static List<String> lines(Random random) {
        List<String> lines = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            lines.add(String.valueOf((char) ('a' + random.nextInt(4))));
        }
        return lines;
    }

    private static List<String> marked(List<String> diff, String mark) {
        return diff.stream().filter(l -> l.startsWith(mark)).map(l -> l.substring(2)).toList();
    }

    /// As multisets: which of two equal lines was meant does not matter.
    private static List<String> without(List<String> all, List<String> some) {
        List<String> left = new ArrayList<>(all);
        some.forEach(line -> assertThat(left.remove(line)).isTrue());
        return left.stream().sorted().toList();
    }
}
