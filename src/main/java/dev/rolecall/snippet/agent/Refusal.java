package dev.rolecall.snippet.agent;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/// Finds AWS's own answer in what a snippet threw.
final class Refusal {
    private Refusal() {}

    static Optional<Frame> in(@Nullable Throwable thrown) {
        return switch (thrown) {
            case AwsServiceException refused -> Optional.of(frame(refused));
            // how an async client's error arrives
            case CompletionException wrapper -> in(wrapper.getCause());
            case ExecutionException wrapper -> in(wrapper.getCause());
            case null, default -> Optional.empty();
        };
    }

    private static Frame frame(AwsServiceException refused) {
        AwsErrorDetails details = refused.awsErrorDetails();
        return Frame.texts(
                Frame.Kind.REFUSED,
                List.of(
                        details == null ? "" : text(details.serviceName()),
                        details == null ? "" : text(details.errorCode()),
                        Integer.toString(refused.statusCode()),
                        text(details == null ? refused.getMessage() : details.errorMessage()),
                        text(refused.requestId())));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
