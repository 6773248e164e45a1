package dev.rolecall.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SortedTest {
    @Test
    void behavesLikeATreeMapWhateverIsDoneToIt() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        TreeMap<String, Integer> expected = new TreeMap<>(KeyOrder.UTF_8);
        Sorted<Integer> sorted = Sorted.empty();
        for (int i = 0; i < 20_000; i++) {
            String key = Integer.toString(random.nextInt(700));
            if (random.nextInt(3) == 0) {
                expected.remove(key);
                sorted = sorted.without(key);
            } else {
                expected.put(key, i);
                sorted = sorted.with(key, i);
            }
        }
        assertThat(List.copyOf(sorted.entrySet()))
                .as("seed %d", seed)
                .isEqualTo(List.copyOf(expected.entrySet()));
        assertThat(sorted).hasSameSizeAs(expected);
        String from = Integer.toString(random.nextInt(700));
        assertThat(keys(sorted.from(from)))
                .as("seed %d", seed)
                .isEqualTo(List.copyOf(expected.tailMap(from).keySet()));
    }

    private static List<String> keys(Iterator<? extends Map.Entry<String, ?>> entries) {
        List<String> keys = new ArrayList<>();
        entries.forEachRemaining(entry -> keys.add(entry.getKey()));
        return keys;
    }

    @Test
    void anOlderMapDoesNotSeeWhatCameLater() {
        Sorted<Integer> one = Sorted.<Integer>empty().with("a", 1);
        Sorted<Integer> two = one.with("a", 2).with("b", 3);
        assertThat(one).isEqualTo(Map.of("a", 1));
        assertThat(two).isEqualTo(Map.of("a", 2, "b", 3));
        assertThat(two.without("zzz")).isSameAs(two);
    }

    @Test
    void aSortedInsertDoesNotGrowDeep() {
        Sorted<Integer> sorted = Sorted.empty();
        for (int i = 0; i < 100_000; i++) {
            sorted = sorted.with(String.format("%06d", i), i);
        }
        assertThat(sorted).hasSize(100_000).containsEntry("099999", 99_999);
    }

    @Test
    void keysStandInTheOrderOfTheirUtf8Bytes() {
        // U+FF5E is EF BD 9E, U+1F600 is F0 9F 98 80; as Java chars they stand the other way round.
        assertThat(KeyOrder.UTF_8.compare("\uff5e", "\ud83d\ude00")).isNegative();
        assertThat("\uff5e").isGreaterThan("\ud83d\ude00");
        assertThat(KeyOrder.UTF_8.compare("a", "ab")).isNegative();
    }
}
