package dev.rolecall.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutcomesTest {
    @Test
    void typesAreWrittenWithoutTheirPackages() {
        assertThat(Outcomes.asWritten("java.util.Map.Entry<java.lang.String, a.b.Bucket[]>"))
                .isEqualTo("Map.Entry<String, Bucket[]>");
        assertThat(Outcomes.asWritten("java.lang.String or java.lang.String"))
                .isEqualTo("String or String");
    }

    @Test
    void twoTypesOfTheSameNameKeepTheirs() {
        assertThat(Outcomes.asWritten("a.iam.Tag cannot be converted to a.s3.Tag for a.b.Other"))
                .isEqualTo("a.iam.Tag cannot be converted to a.s3.Tag for Other");
        assertThat(Outcomes.asWritten("Tag cannot be converted to a.s3.Tag"))
                .isEqualTo("Tag cannot be converted to a.s3.Tag");
    }
}
