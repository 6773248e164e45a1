package dev.rolecall.s3;

import dev.rolecall.fault.AwsError;
import dev.rolecall.wire.AwsService;
import dev.rolecall.wire.Operation;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;

/// Questions of our own to whoever keeps the buckets.
record Container(Forward forward) {
    private static final String REQUEST = "Request";

    /// Sends a request without a body.
    ///
    /// @param account the 12 digits in whose name it is sent
    <R> R ask(String account, SdkPojo request, Class<R> response) {
        return response.cast(
                forward.call(
                        operation(request), account, request, InputStream.nullInputStream(), 0));
    }

    static Operation operation(SdkPojo request) {
        String type = request.getClass().getSimpleName();
        String name = type.substring(0, type.length() - REQUEST.length());
        return Operation.named(AwsService.S3, name).orElseThrow();
    }

    /// The answer, or nothing where the error is the one that says that there is nothing.
    static <R> Optional<R> unless(String code, Supplier<R> question) {
        try {
            return Optional.of(question.get());
        } catch (AwsError e) {
            if (e.code().equals(code)) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
