package dev.rolecall.wire;

import dev.rolecall.fault.S3AuthenticationErrors;
import java.util.Set;

/// `x-amz-content-sha256`: the body's hash, or a word that stands for one.
final class PayloadHash {
    static final String UNSIGNED = "UNSIGNED-PAYLOAD";
    static final String CHUNKED = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
    static final String CHUNKED_TRAILER = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER";
    static final String UNSIGNED_TRAILER = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";

    private static final String HEADER = "x-amz-content-sha256";
    private static final Set<String> WORDS =
            Set.of(UNSIGNED, CHUNKED, CHUNKED_TRAILER, UNSIGNED_TRAILER);

    private PayloadHash() {}

    /// Of a request signed in its header.
    static String required(HttpIn in) {
        return valid(in.header(HEADER).orElseThrow(S3AuthenticationErrors::payloadHashMissing));
    }

    /// Of a presigned request: unsigned, unless it says something else.
    static String presigned(HttpIn in, Form query) {
        return valid(
                in.header(HEADER).or(() -> query.value("X-Amz-Content-Sha256")).orElse(UNSIGNED));
    }

    /// Of a request without a signature.
    static String optional(HttpIn in) {
        return in.header(HEADER).map(PayloadHash::valid).orElse(UNSIGNED);
    }

    static boolean isHash(String value) {
        return value.length() == 64 && value.chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }

    static boolean chunked(String value) {
        return value.startsWith("STREAMING-");
    }

    private static String valid(String value) {
        if (!WORDS.contains(value) && !isHash(value)) {
            throw S3AuthenticationErrors.payloadHashInvalid(value);
        }
        return value;
    }
}
