package dev.rolecall.cloud;

import dev.rolecall.localstack.s3.S3Difference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.ResponseBytes;

/// What one cloud answered to a walk, a line for each call. What is made anew each time is masked:
/// ids have the number of their first appearance, so that one is still told from another; times and
/// what the walk has named [#opaque] are words.
final class Transcript {
    private static final Pattern ID =
            Pattern.compile("\\b(AIDA|AROA|AGPA|ANPA|AIPA|AKIA|ASIA)[A-Z0-9]{16,17}\\b");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z");

    private final List<Line> raw = new ArrayList<>();
    private final Map<String, String> opaque = new LinkedHashMap<>();

    /// One call and what came of it.
    ///
    /// @param row why the clouds may answer otherwise, if they may
    record Line(String call, String answer, Optional<S3Difference> row) {
        @Override
        public String toString() {
            return call + ": " + answer;
        }
    }

    /// A call that is answered.
    <T> T call(String name, Supplier<T> call) {
        return call(name, Optional.empty(), call);
    }

    /// A call that is answered otherwise by LocalStack, as a row of the table says.
    <T> T differs(S3Difference row, String name, Supplier<T> call) {
        return call(name, Optional.of(row), call);
    }

    private <T> T call(String name, Optional<S3Difference> row, Supplier<T> call) {
        try {
            T response = call.get();
            raw.add(new Line(name, text(response), row));
            return response;
        } catch (AwsServiceException e) {
            throw new AssertionError(name + ": " + text(e), e);
        }
    }

    /// A call that is refused.
    void refused(String name, Supplier<?> call) {
        refused(name, Optional.empty(), call);
    }

    private void refused(String name, Optional<S3Difference> row, Supplier<?> call) {
        Object response;
        try {
            response = call.get();
        } catch (AwsServiceException e) {
            raw.add(new Line(name, text(e), row));
            return;
        }
        throw new AssertionError(name + " was not refused: " + response);
    }

    /// Names a value that is made anew each time, and gives it back.
    String opaque(String name, String value) {
        opaque.put(value, "<" + name + ">");
        return value;
    }

    private static String text(Object response) {
        return switch (response) {
            case ResponseBytes<?> bytes ->
                    text(bytes.response()) + " `" + bytes.asUtf8String() + "`";
            case AwsResponse answer -> answer.sdkHttpResponse().statusCode() + " " + answer;
            default -> response.toString();
        };
    }

    private static String text(AwsServiceException e) {
        return e.statusCode()
                + " "
                + e.awsErrorDetails().errorCode()
                + " "
                + e.awsErrorDetails().errorMessage();
    }

    /// All lines so far, masked.
    List<Line> lines() {
        Map<String, String> ids = new HashMap<>();
        return raw.stream()
                .map(line -> new Line(line.call(), masked(line.answer(), ids), line.row()))
                .toList();
    }

    private String masked(String answer, Map<String, String> ids) {
        String text = answer;
        for (Map.Entry<String, String> each : opaque.entrySet()) {
            text = text.replace(each.getKey(), each.getValue());
        }
        text = TIME.matcher(text).replaceAll("<time>");
        return ID.matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement(
                                ids.computeIfAbsent(
                                        match.group(),
                                        _ -> match.group(1) + "#" + (ids.size() + 1))));
    }
}
