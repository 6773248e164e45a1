package dev.rolecall.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    @Test
    void theCaseOfLettersDoesNotCount() {
        assertThat(Nearest.to("test", List.of("admin", "Test"))).contains("Test");
    }

    @Test
    void twoLettersMayDiffer() {
        assertThat(Nearest.to("Tset", List.of("admin", "Test"))).contains("Test");
    }

    @Test
    void aStrangerIsNearToNobody() {
        assertThat(Nearest.to("Mallory", List.of("admin", "Test"))).isEmpty();
        assertThat(Nearest.to("Mallory", List.of())).isEmpty();
    }

    @Test
    void theDistanceIsTheNumberOfChanges() {
        assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(Nearest.distance("", "abc")).isEqualTo(3);
        assertThat(Nearest.distance("abc", "abc")).isZero();
    }
}
