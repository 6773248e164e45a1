package dev.rolecall.wire;

import dev.rolecall.fault.S3AuthenticationErrors;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Reads the signature of a presigned S3 request ("Authenticating requests: using query
/// parameters").
final class PresignedSignatures {
    private static final long WEEK = 604_800;
    private static final List<String> PARAMETERS =
            List.of(
                    "X-Amz-Algorithm",
                    "X-Amz-Credential",
                    "X-Amz-Signature",
                    "X-Amz-Date",
                    "X-Amz-SignedHeaders",
                    "X-Amz-Expires");

    private PresignedSignatures() {}

    /// Whether the query string claims to be signed, in version 4 or 2.
    static boolean claimed(Form query) {
        return query.has("X-Amz-Algorithm")
                || query.has("X-Amz-Credential")
                || query.has("X-Amz-Signature")
                || version2(query);
    }

    static Signature parse(HttpIn in, Form query) {
        if (version2(query)) {
            throw S3AuthenticationErrors.signatureVersion2();
        }
        for (String parameter : PARAMETERS) {
            if (query.value(parameter).orElse("").isEmpty()) {
                throw S3AuthenticationErrors.queryParametersMissing();
            }
        }
        if (!value(query, "X-Amz-Algorithm").equals(Signer.ALGORITHM)) {
            throw S3AuthenticationErrors.queryAlgorithmUnsupported();
        }
        Credential credential = credential(value(query, "X-Amz-Credential"));
        String timestamp = value(query, "X-Amz-Date");
        List<String> names = SignedHeaders.parse(value(query, "X-Amz-SignedHeaders"));
        return new Signature(
                Signature.Kind.PRESIGNED,
                credential.accessKeyId(),
                credential.date(),
                credential.region(),
                credential.service(),
                tokens(in, query, names),
                Timestamp.parse(timestamp).orElseThrow(S3AuthenticationErrors::queryDateMalformed),
                timestamp,
                Optional.of(validFor(value(query, "X-Amz-Expires"))),
                names,
                value(query, "X-Amz-Signature"),
                PayloadHash.presigned(in, query));
    }

    private static boolean version2(Form query) {
        return query.has("Signature") && query.has("AWSAccessKeyId");
    }

    private static String value(Form query, String name) {
        return query.value(name).orElseThrow();
    }

    private static Credential credential(String text) {
        Credential credential =
                Credential.parse(text)
                        .orElseThrow(() -> S3AuthenticationErrors.credentialMalformed(true));
        if (!credential.terminated()) {
            throw S3AuthenticationErrors.wrongTerminator(true, credential.terminator());
        }
        return credential;
    }

    private static Duration validFor(String text) {
        long seconds;
        try {
            seconds = Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw S3AuthenticationErrors.queryExpiresNotNumber();
        }
        if (seconds < 0) {
            throw S3AuthenticationErrors.queryExpiresNegative();
        }
        if (seconds > WEEK) {
            throw S3AuthenticationErrors.queryExpiresTooLong();
        }
        return Duration.ofSeconds(seconds);
    }

    /// A token in a signed header wins over one in the query.
    private static List<String> tokens(HttpIn in, Form query, List<String> signedHeaders) {
        List<String> header = S3Signatures.tokens(in);
        if (!header.isEmpty() && signedHeaders.contains("x-amz-security-token")) {
            return header;
        }
        return query.value("X-Amz-Security-Token").filter(t -> !t.isEmpty()).stream().toList();
    }
}
