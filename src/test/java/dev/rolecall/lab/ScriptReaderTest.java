package dev.rolecall.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.snippet.Completeness;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptReaderTest {
    /// Enough of Java for these scripts: what is open is incomplete, and so is what lacks its end.
    private static Completeness analyse(String text) {
        String code = text.replaceAll("//[^\n]*", "").strip();
        if (code.isEmpty()) {
            return Completeness.EMPTY;
        }
        if (code.contains("WRONG")) {
            return Completeness.WRONG;
        }
        long open = code.chars().filter(c -> c == '{' || c == '(').count();
        long closed = code.chars().filter(c -> c == '}' || c == ')').count();
        return open > closed || code.endsWith("=")
                ? Completeness.INCOMPLETE
                : Completeness.COMPLETE;
    }

    private static List<String> units(String script) {
        return new ScriptReader(script, ScriptReaderTest::analyse).units();
    }

    @Test
    void aLineOfJavaIsAUnitAndSoIsACommand() {
        assertThat(units("f()\n/next\n  /as Test  \ng()"))
                .containsExactly("f()", "/next", "/as Test", "g()");
    }

    @Test
    void javaGoesOnUntilItIsComplete() {
        assertThat(units("int f() {\n\n    return 1;\n}\nf()"))
                .containsExactly("int f() {\n\n    return 1;\n}", "f()");
    }

    @Test
    void insideJavaASlashIsNoCommand() {
        assertThat(units("f(1\n/2\n)")).containsExactly("f(1\n/2\n)");
    }

    @Test
    void aCommentBelongsToWhatFollowsIt() {
        assertThat(units("// why\n// and how\nf()\n")).containsExactly("// why\n// and how\nf()");
        assertThat(units("// before a command\n/next"))
                .containsExactly("// before a command", "/next");
    }

    @Test
    void whatIsWrongEndsWithItsLine() {
        assertThat(units("WRONG(\nf()")).containsExactly("WRONG(", "f()");
    }

    @Test
    void whatIsUnfinishedAtTheEndIsAUnitAllTheSame() {
        assertThat(units("f(")).containsExactly("f(");
        assertThat(units("// the end")).containsExactly("// the end");
    }

    @Test
    void blanksAreNothing() {
        assertThat(units("\n  \n\t\n")).isEmpty();
        assertThat(units("")).isEmpty();
        assertThat(units("f()\r\ng()\r\n")).containsExactly("f()", "g()");
    }
}
