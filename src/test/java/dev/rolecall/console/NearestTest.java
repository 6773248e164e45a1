package dev.rolecall.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> USERS = List.of("admin", "Test");

    @Test
    void theCaseOfLettersDoesNotCount() {
        assertThat(Nearest.to("test", USERS)).contains("Test");
    }

    @Test
    void aLetterMayBeWrongMissingOrTooMany() {
        assertThat(Nearest.to("Tost", USERS)).contains("Test");
        assertThat(Nearest.to("Tes", USERS)).contains("Test");
        assertThat(Nearest.to("Testt", USERS)).contains("Test");
    }

    @Test
    void neighboursThatAreSwappedAreOneEdit() {
        assertThat(Nearest.to("Tset", USERS)).contains("Test");
        assertThat(Nearest.edits("chekc", "check")).isEqualTo(1);
    }

    @Test
    void aStrangerIsNearToNobody() {
        assertThat(Nearest.to("Mallory", USERS)).isEmpty();
        assertThat(Nearest.to("Mallory", List.of())).isEmpty();
    }

    @Test
    void aSingleLetterIsNearToNothing() {
        assertThat(Nearest.to("h", List.of("as", "why"))).isEmpty();
        assertThat(Nearest.to("", List.of("a"))).isEmpty();
    }

    @Test
    void ofSeveralThatAreAsNearTheFirstIsTaken() {
        assertThat(Nearest.to("Tesx", List.of("Test", "Tesa"))).contains("Test");
    }

    @Test
    void theDistanceIsTheNumberOfEdits() {
        assertThat(Nearest.edits("kitten", "sitting")).isEqualTo(3);
        assertThat(Nearest.edits("", "abc")).isEqualTo(3);
        assertThat(Nearest.edits("abc", "abc")).isZero();
    }
}
