package dev.rolecall.cloud;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkResponse;

/// An answer as briefly as it can be told: `200`, or `403 AccessDenied`.
final class Answer {
    private Answer() {}

    static String to(Supplier<? extends SdkResponse> call) {
        return to(call, _ -> "");
    }

    /// @param what counts besides the status, of an answer that is no refusal
    static <T extends SdkResponse> String to(Supplier<T> call, Function<T, String> what) {
        try {
            T response = call.get();
            return (response.sdkHttpResponse().statusCode() + " " + what.apply(response)).strip();
        } catch (AwsServiceException e) {
            String code =
                    Optional.ofNullable(e.awsErrorDetails())
                            .map(AwsErrorDetails::errorCode)
                            .orElse("");
            return (e.statusCode() + " " + code).strip();
        }
    }

    static String of(RawAnswer answer) {
        return answer.summary().strip();
    }
}
