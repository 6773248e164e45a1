package dev.rolecall.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolecall.snippet.Completeness;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.Parser.ParseContext;
import org.junit.jupiter.api.Test;

class JavaParserTest {
    private final List<String> asked = new ArrayList<>();

    private JavaParser parser(boolean ready, Completeness answer) {
        return new JavaParser(
                () -> ready,
                text -> {
                    asked.add(text);
                    return answer;
                });
    }

    private static String word(String line, int cursor) {
        return new JavaParser(() -> true, text -> Completeness.COMPLETE)
                .parse(line, cursor, ParseContext.COMPLETE)
                .word();
    }

    @Test
    void enterOnJavaThatIsIncompleteBeginsAnotherLine() {
        JavaParser parser = parser(true, Completeness.INCOMPLETE);
        assertThatThrownBy(() -> parser.parse("int f() {", 9, ParseContext.ACCEPT_LINE))
                .isInstanceOf(EOFError.class);
    }

    @Test
    void whatIsCompleteOrWrongIsTaken() {
        for (Completeness answer :
                List.of(Completeness.COMPLETE, Completeness.WRONG, Completeness.EMPTY)) {
            assertThat(parser(true, answer).parse("x", 1, ParseContext.ACCEPT_LINE).line())
                    .isEqualTo("x");
        }
    }

    @Test
    void nobodyAsksTheCompilerAboutACommandABlankOrALineThatIsStillEdited() {
        JavaParser parser = parser(true, Completeness.INCOMPLETE);
        parser.parse("/check", 6, ParseContext.ACCEPT_LINE);
        parser.parse("  ", 2, ParseContext.ACCEPT_LINE);
        parser.parse("int f() {", 9, ParseContext.COMPLETE);
        assertThat(asked).isEmpty();
    }

    @Test
    void beforeTheCompilerIsThereEveryLineIsTaken() {
        JavaParser parser = parser(false, Completeness.INCOMPLETE);
        assertThat(parser.parse("int f() {", 9, ParseContext.ACCEPT_LINE).line())
                .isEqualTo("int f() {");
        assertThat(asked).isEmpty();
    }

    @Test
    void aWordIsAnIdentifierACommandOrATime() {
        assertThat(word("iam.createU", 11)).isEqualTo("createU");
        assertThat(word("/che", 4)).isEqualTo("/che");
        assertThat(word("/clock +6", 9)).isEqualTo("+6");
        assertThat(word("a b", 1)).isEqualTo("a");
        assertThat(word("f(", 2)).isEmpty();
    }

    @Test
    void nothingIsQuotedForTheReader() {
        CompletingParsedLine line =
                (CompletingParsedLine)
                        parser(true, Completeness.COMPLETE)
                                .parse("as(\"T", 5, ParseContext.COMPLETE);
        assertThat(line.escape("a \"b\"", true)).isEqualTo("a \"b\"");
        assertThat(line.rawWordLength()).isEqualTo(1);
        assertThat(line.words()).containsExactly("T");
    }
}
