package dev.rolecall.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.fault.AwsError;

/// One line for what an error says.
public final class ErrorAssert {
    private ErrorAssert() {}

    public static void assertError(AwsError error, int status, String code, String message) {
        assertThat(error.status() + " " + error.code() + " " + error.message())
                .isEqualTo(status + " " + code + " " + message);
    }
}
