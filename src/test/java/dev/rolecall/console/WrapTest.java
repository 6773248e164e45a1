package dev.rolecall.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class WrapTest {

    @Test
    void breaksBetweenWords() {
        assertThat(Wrap.lines("one two three", 8)).containsExactly("one two", "three");
    }

    @Test
    void indentsTheFirstLineAndTheRest() {
        assertThat(Wrap.lines("one two three", 10, " 1. ", "    "))
                .containsExactly(" 1. one", "    two", "    three");
    }

    @Test
    void breaksAWordThatIsLongerThanALine() {
        assertThat(Wrap.lines("arn:aws:iam::111122223333:user/Test", 12))
                .containsExactly("arn:aws:iam:", ":11112222333", "3:user/Test");
    }

    @Test
    void neverHalvesAWideCharacter() {
        assertThat(Wrap.lines("日本語", 5)).containsExactly("日本", "語");
    }

    @Test
    void keepsLineBreaksAndEmptyLines() {
        assertThat(Wrap.lines("a\n\nb", 10)).containsExactly("a", "", "b");
    }

    @Test
    void keepsSpacesInsideALine() {
        assertThat(Wrap.lines("a   b", 10)).containsExactly("a   b");
    }

    @Test
    void closesAStyleAtTheEndOfALineAndOpensItOnTheNext() {
        assertThat(Wrap.lines("\u001b[31mone two\u001b[0m three", 5, "> ", "> "))
                .containsExactly(
                        "> \u001b[31mone\u001b[0m", "> \u001b[31mtwo\u001b[0m", "> thr", "> ee");
    }

    @Test
    void aWidthWithoutRoomStillEnds() {
        assertThat(Wrap.lines("ab", 0)).containsExactly("a", "b");
    }

    @Test
    void leavesRoomForACharacterBesideATextsOwnIndentation() {
        assertThat(Wrap.lines("  \u001b[0mword", 4, "  ", " "))
                .allMatch(line -> Width.of(line) <= 4);
        assertThat(Wrap.lines("      日本", 6, "  ", " ")).containsExactly("    日", " 本");
    }

    @RepeatedTest(200)
    void fitsEveryWidthAndLosesNoLetter() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String[] pieces = {
            "word", "日本", "😀", " ", "  ", "\u001b[1m", "\u001b[0m", "longer-word", "e\u0301"
        };
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        int width = 4 + random.nextInt(40);
        List<String> lines = Wrap.lines(text.toString(), width, "  ", " ");
        assertThat(lines).as("seed %d", seed).allMatch(line -> Width.of(line) <= width);
        assertThat(letters(String.join("", lines)))
                .as("seed %d", seed)
                .isEqualTo(letters(text.toString()));
    }

    private static String letters(String text) {
        return text.replaceAll("\u001b\\[[0-9;]*m", "").replace(" ", "");
    }
}
