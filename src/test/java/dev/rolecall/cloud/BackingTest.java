package dev.rolecall.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolecall.fault.UserError;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackingTest {
    private static final String IMAGE = "localstack/localstack:4.14.0";

    @Test
    void theThreeKindsAreNamed() {
        assertThat(Backing.parse("embedded", IMAGE)).isEqualTo(new Backing.Embedded());
        assertThat(Backing.parse("LocalStack", IMAGE)).isEqualTo(new Backing.Container(IMAGE));
        assertThat(Backing.parse("http://localhost:4566/", IMAGE))
                .isEqualTo(new Backing.Running(URI.create("http://localhost:4566")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "aws",
                "localhost:4566",
                "ftp://x:1",
                "http://",
                "http://a b",
                "http://x/y"
            })
    void whatIsNoneOfThemIsAMistakeOfThePersons(String text) {
        assertThatThrownBy(() -> Backing.parse(text, IMAGE))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("there is no cloud");
    }
}
