package dev.rolecall.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a value looks like behind `==>`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class ShownTest {
    private LabShell lab;

    @BeforeAll
    void start(@TempDir Path folder) {
        lab = new LabShell(folder);
    }

    @AfterAll
    void close() {
        lab.close();
    }

    @Test
    void anArrayIsShownAsJShellShowsIt() {
        assertThat(lab.value("new int[] {1, 2}")).isEqualTo("int[2] { 1, 2 }");
        assertThat(lab.value("new String[][] {{\"a\", null}, null}"))
                .isEqualTo("String[2][] { String[2] { \"a\", null }, null }");
        assertThat(lab.value("new byte[0]")).isEqualTo("byte[0] {  }");
    }

    @Test
    void anArrayWhoseTextWouldFillTheMemoryIsShownUpToAThousandElements() {
        assertThat(lab.value("var d = new byte[20_000_000];"))
                .startsWith("byte[20000000] { 0, 0, ")
                .endsWith(", 0, … (19,999,000 elements more) }");
        assertThat(lab.value("d.length")).isEqualTo("20000000");
        lab.run("d = null;");
    }

    @Test
    void ofManyLongElementsAsManyAreShownAsFillAScreenOrTwo() {
        assertThat(lab.value("Collections.nCopies(900, \"x\".repeat(100)).toArray()"))
                .hasSizeLessThan(4_300)
                .endsWith(" elements more) }");
    }

    @Test
    void aLongStringIsCut() {
        assertThat(lab.value("\"x\".repeat(50_000_000)"))
                .endsWith("x … (49,996,002 characters more)")
                .hasSizeLessThan(4_100);
    }

    @Test
    void aToStringThatGivesNullIsShownAsNull() {
        assertThat(lab.value("new Object() { public String toString() { return null; } }"))
                .isEqualTo("null");
    }

    @Test
    void typesOfTheSameNameKeepTheirPackagesInTheCompilersWords() {
        assertThat(
                        message(
                                "software.amazon.awssdk.services.iam.model.Tag t ="
                                        + " software.amazon.awssdk.services.s3.model.Tag.builder().build();"))
                .contains(
                        "software.amazon.awssdk.services.s3.model.Tag cannot be converted to"
                                + " software.amazon.awssdk.services.iam.model.Tag");
        assertThat(message("String s = List.of(1).iterator();"))
                .doesNotContain("java.util", "java.lang");
    }

    private String message(String source) {
        return lab.run(source) instanceof Outcome.CompileError error
                ? error.problems().getFirst().message()
                : "it compiles";
    }
}
