package dev.rolecall.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A request's signature as it was sent: parsed, not verified ("Elements of an AWS API request
/// signature").
///
/// @param date the scope's date, `yyyyMMdd`
/// @param sessionTokens the session tokens sent, repetitions included; none for a long-term key
/// @param signedAt the request's own time
/// @param timestamp the same as it was written: `yyyyMMdd'T'HHmmss'Z'`
/// @param validFor how long a presigned request is good for
/// @param signedHeaders lower case, sorted, each once
/// @param value the signature, 64 hexadecimal digits if it is one
/// @param payloadHash what stands for the body in the canonical request
public record Signature(
        Kind kind,
        String accessKeyId,
        String date,
        String region,
        String service,
        List<String> sessionTokens,
        Instant signedAt,
        String timestamp,
        Optional<Duration> validFor,
        List<String> signedHeaders,
        String value,
        String payloadHash) {

    private static final Signature NONE =
            new Signature(
                    Kind.NONE,
                    "",
                    "",
                    "",
                    "",
                    List.of(),
                    Instant.EPOCH,
                    "",
                    Optional.empty(),
                    List.of(),
                    "",
                    "");

    public Signature {
        sessionTokens = List.copyOf(sessionTokens);
        signedHeaders = List.copyOf(signedHeaders);
    }

    /// Where the signature stood.
    public enum Kind {
        /// In the `Authorization` header.
        HEADER,
        /// In the query string.
        PRESIGNED,
        /// Nowhere: nobody signed.
        NONE
    }

    /// An unsigned request.
    public static Signature none() {
        return NONE;
    }

    public boolean presigned() {
        return kind == Kind.PRESIGNED;
    }

    /// The session token, if there is one; empty too where two different ones were sent.
    public Optional<String> sessionToken() {
        return sessionTokens.stream().distinct().count() == 1
                ? Optional.of(sessionTokens.getFirst())
                : Optional.empty();
    }

    /// When a presigned request is over.
    public Optional<Instant> expires() {
        return validFor.map(signedAt::plus);
    }

    /// Whether the scope is of the day on which the request was signed.
    public boolean scopeDateAgrees() {
        return timestamp.startsWith(date) && date.length() == "yyyyMMdd".length();
    }

    /// `20261124/us-east-1/s3/aws4_request`.
    String scope() {
        return date + "/" + region + "/" + service + "/aws4_request";
    }

    boolean signs(String header) {
        return signedHeaders.contains(header);
    }
}
