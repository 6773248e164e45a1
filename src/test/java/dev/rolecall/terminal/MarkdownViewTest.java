package dev.rolecall.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.console.Theme;
import dev.rolecall.console.Width;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownViewTest {
    private static final String EVERYTHING =
            """
            # Roles and *trust*

            A **role** has no key. See [the guide](https://docs.example/roles) and `sts:AssumeRole`,
            or <https://aws.example>.

            1. First, with a text that is long enough to be wrapped at eighty columns, and at forty.
               - nested `code`
               - another

                 with a second paragraph
            2. Second

            > A quote that is long enough to be wrapped at forty columns at least.

            ```json
            { "Principal": { "AWS": "arn:aws:iam::111122223333:user/Test" } }
            ```

            | Field | Meaning | Bytes |
            |---|:-:|--:|
            | AccessKeyId | begins with `ASIA` for temporary keys and `AKIA` for lasting ones | 20 |
            | Expiration | when it ends | 日本 |

            ---

            last\\
            line ![alt](picture.png) <b>html</b>
            """;

    @Test
    void aParagraphIsWrapped() {
        assertThat(plain("one two three four five six", 20))
                .containsExactly("one two three four", "five six");
    }

    @Test
    void listsNestAndHang() {
        assertThat(plain("1. one two three four five\n   - sub\n2. b", 20))
                .containsExactly("1. one two three", "   four five", "   - sub", "2. b");
    }

    @Test
    void anOrderedListBeginsWhereItsAuthorSays() {
        assertThat(plain("9. a\n10. b", 40)).containsExactly("9. a", "10. b");
    }

    @Test
    void aLooseListKeepsItsEmptyLines() {
        assertThat(plain("- a\n\n- b", 40)).containsExactly("- a", "", "- b");
    }

    @Test
    void aTableThatFitsHasItsNaturalWidths() {
        assertThat(plain("| a | bb |\n|---|--:|\n| long cell | 1 |", 40))
                .containsExactly("a          bb", "---------  --", "long cell   1");
    }

    @Test
    void aTableTooWideIsWrappedInItsWidestColumn() {
        assertThat(plain("| key | what |\n|---|---|\n| AKIA | one two three four five six |", 24))
                .containsExactly(
                        "key   what",
                        "----  ------------------",
                        "AKIA  one two three four",
                        "      five six");
    }

    @Test
    void aTableWithoutRoomBecomesAList() {
        assertThat(
                        plain(
                                "| first | second | third |\n|---|---|---|\n"
                                        + "| aaaaaaaaaa | bbbbbbbbbb | cccccccccc |",
                                20))
                .containsExactly("first: aaaaaaaaaa", "second: bbbbbbbbbb", "third: cccccccccc");
    }

    @Test
    void codeIsNeverBroken() {
        assertThat(plain("```\n" + "x".repeat(50) + "\n```", 40))
                .containsExactly("  " + "x".repeat(50));
    }

    @Test
    void plainKeepsTheMarks() {
        assertThat(plain("## T\n\n*a* **b** `c`", 40)).containsExactly("## T", "", "*a* **b** `c`");
    }

    @Test
    void aLinkTellsItsAddress() {
        assertThat(plain("[x](https://y) <https://z>", 40))
                .containsExactly("x (https://y) https://z");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 120})
    void everythingButCodeFits(int width) {
        for (Theme theme : List.of(Theme.PLAIN, Theme.COLOUR)) {
            assertThat(MarkdownView.lines(EVERYTHING, width, theme))
                    .filteredOn(line -> !line.contains("Principal"))
                    .allMatch(line -> Width.of(line) <= width);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 120})
    void plainAndColourHaveTheSameWordsInTheSameOrder(int width) {
        assertThat(words(MarkdownView.lines(EVERYTHING, width, Theme.PLAIN)))
                .isEqualTo(words(MarkdownView.lines(EVERYTHING, width, Theme.COLOUR)));
    }

    private static List<String> plain(String markdown, int width) {
        return MarkdownView.lines(markdown, width, Theme.PLAIN);
    }

    // Every word, whatever stands around it, wherever a line or a column ends: a set, since a
    // wrapped cell mixes the lines of its neighbours.
    private static List<String> words(List<String> lines) {
        String text =
                String.join(" ", lines)
                        .replaceAll("\u001b\\[[0-9;]*m", "")
                        .replaceAll("[^\\p{L}\\p{N}]+", " ");
        return Arrays.stream(text.split(" ")).filter(w -> !w.isEmpty()).sorted().toList();
    }
}
