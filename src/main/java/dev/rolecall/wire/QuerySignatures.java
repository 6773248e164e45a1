package dev.rolecall.wire;

import dev.rolecall.fault.AuthenticationErrors;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the signature of an STS or IAM request.
final class QuerySignatures {
    private static final String TOKEN = "x-amz-security-token";

    private QuerySignatures() {}

    static Signature parse(HttpIn in) {
        Optional<String> authorization = in.header("authorization");
        if (authorization.isPresent()) {
            return header(in, authorization.get());
        }
        Form query = Form.parse(in.rawQuery());
        return query.has("X-Amz-Algorithm") ? presigned(in, query) : Signature.none();
    }

    private static Signature header(HttpIn in, String authorization) {
        if (!authorization.startsWith("AWS4-")) {
            throw AuthenticationErrors.missingAuthenticationToken();
        }
        AuthorizationHeader header = AuthorizationHeader.parse(authorization);
        Optional<String> date = in.header("x-amz-date").or(() -> in.header("date"));
        List<String> missing = new ArrayList<>();
        for (String part : List.of("Credential", "Signature", "SignedHeaders")) {
            if (header.part(part).isEmpty()) {
                missing.add(part);
            }
        }
        if (!missing.isEmpty() || date.isEmpty()) {
            throw AuthenticationErrors.authorizationIncomplete(
                    missing, date.isEmpty(), authorization);
        }
        algorithm(header.algorithm());
        return signature(
                Signature.Kind.HEADER,
                in,
                header.part("Credential").orElseThrow(),
                header.part("SignedHeaders").orElseThrow(),
                header.part("Signature").orElseThrow(),
                date.get(),
                Optional.empty(),
                // A token that is not signed is as good as none.
                in.header(TOKEN)
                        .filter(_ ->
                                SignedHeaders.parse(header.part("SignedHeaders").orElseThrow())
                                        .contains(TOKEN)));
    }

    private static Signature presigned(HttpIn in, Form query) {
        for (String name :
                List.of(
                        "X-Amz-Credential",
                        "X-Amz-Date",
                        "X-Amz-SignedHeaders",
                        "X-Amz-Signature")) {
            if (query.value(name).orElse("").isEmpty()) {
                throw AuthenticationErrors.queryParameterMissing(name);
            }
        }
        algorithm(query.value("X-Amz-Algorithm").orElseThrow());
        return signature(
                Signature.Kind.PRESIGNED,
                in,
                query.value("X-Amz-Credential").orElseThrow(),
                query.value("X-Amz-SignedHeaders").orElseThrow(),
                query.value("X-Amz-Signature").orElseThrow(),
                query.value("X-Amz-Date").orElseThrow(),
                query.value("X-Amz-Expires").flatMap(QuerySignatures::seconds),
                query.value("X-Amz-Security-Token"));
    }

    private static Signature signature(
            Signature.Kind kind,
            HttpIn in,
            String credentialText,
            String signedHeaders,
            String value,
            String date,
            Optional<Duration> validFor,
            Optional<String> token) {
        Credential credential =
                Credential.parse(credentialText)
                        .orElseThrow(
                                () -> AuthenticationErrors.credentialNotFiveParts(credentialText));
        Instant signedAt =
                Timestamp.parse(date).orElseThrow(() -> AuthenticationErrors.badDate(date));
        if (!credential.terminated()) {
            throw AuthenticationErrors.wrongTerminator();
        }
        List<String> names = SignedHeaders.parse(signedHeaders);
        if (!names.contains("host")) {
            throw AuthenticationErrors.hostNotSigned();
        }
        return new Signature(
                kind,
                credential.accessKeyId(),
                credential.date(),
                credential.region(),
                credential.service(),
                token.filter(t -> !t.isEmpty()).stream().toList(),
                signedAt,
                date,
                validFor,
                names,
                value,
                hash(in));
    }

    /// The form is what is signed, whatever a header says of it.
    private static String hash(HttpIn in) {
        return in.body() instanceof BufferedBody body
                ? Hashes.sha256Hex(body.bytes())
                : Hashes.EMPTY;
    }

    private static void algorithm(String algorithm) {
        if (!algorithm.equals(Signer.ALGORITHM)) {
            throw AuthenticationErrors.unsupportedAlgorithm(algorithm);
        }
    }

    private static Optional<Duration> seconds(String text) {
        try {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        } catch (NumberFormatException | ArithmeticException e) {
            throw AuthenticationErrors.expiresNotNumber();
        }
    }
}
