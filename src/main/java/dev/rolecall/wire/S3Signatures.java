package dev.rolecall.wire;

import dev.rolecall.fault.S3AuthenticationErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the signature of an S3 request: which of the two ways, and the header's way.
final class S3Signatures {
    private static final Set<String> MAY_BE_UNSIGNED = Set.of("x-amz-content-sha256");

    private S3Signatures() {}

    static Signature parse(HttpIn in) {
        List<String> authorizations = in.headers().getOrDefault("authorization", List.of());
        if (authorizations.size() > 1) {
            throw S3AuthenticationErrors.repeatedAuthorization();
        }
        String authorization = in.header("authorization").orElse("");
        Form query = Form.parse(in.rawQuery());
        if (PresignedSignatures.claimed(query)) {
            if (!authorization.isEmpty()) {
                throw S3AuthenticationErrors.twoMechanisms(authorization);
            }
            return PresignedSignatures.parse(in, query);
        }
        if (authorization.isEmpty()) {
            if (in.header("x-amz-date").isPresent()) {
                throw S3AuthenticationErrors.dateWithoutSignature();
            }
            return Signature.none();
        }
        return header(in, authorization);
    }

    /// Headers that AWS wants signed: `host` and every `x-amz-*` but one.
    static List<String> unsigned(HttpIn in, Signature signature) {
        List<String> names = new ArrayList<>();
        if (signature.kind() != Signature.Kind.NONE) {
            for (String name : in.headers().keySet()) {
                boolean mustBeSigned =
                        name.equals("host")
                                || (name.startsWith("x-amz-") && !MAY_BE_UNSIGNED.contains(name));
                if (mustBeSigned && !signature.signs(name)) {
                    names.add(name);
                }
            }
        }
        names.sort(null);
        return names;
    }

    private static Signature header(HttpIn in, String authorization) {
        if (authorization.startsWith("AWS ")) {
            throw S3AuthenticationErrors.signatureVersion2();
        }
        AuthorizationHeader header = AuthorizationHeader.parse(authorization);
        if (!header.algorithm().equals(Signer.ALGORITHM)) {
            throw S3AuthenticationErrors.unsupportedAuthorization(authorization);
        }
        if (!header.problems().isEmpty()) {
            throw S3AuthenticationErrors.authorizationMalformed(
                    "unexpected or repeated " + header.problems().getFirst() + ".");
        }
        Credential credential = credential(part(header, "Credential"));
        List<String> names = SignedHeaders.parse(part(header, "SignedHeaders"));
        String value = part(header, "Signature");
        String timestamp = timestamp(in, names);
        return new Signature(
                Signature.Kind.HEADER,
                credential.accessKeyId(),
                credential.date(),
                credential.region(),
                credential.service(),
                tokens(in),
                Timestamp.parse(timestamp).orElseThrow(S3AuthenticationErrors::dateNotUsable),
                timestamp,
                Optional.empty(),
                names,
                value,
                PayloadHash.required(in));
    }

    private static String part(AuthorizationHeader header, String name) {
        return header.part(name)
                .orElseThrow(() ->
                        S3AuthenticationErrors.authorizationMalformed("missing " + name + "."));
    }

    private static Credential credential(String text) {
        Credential credential =
                Credential.parse(text)
                        .orElseThrow(() -> S3AuthenticationErrors.credentialMalformed(false));
        if (!credential.terminated()) {
            throw S3AuthenticationErrors.wrongTerminator(false, credential.terminator());
        }
        return credential;
    }

    /// `x-amz-date` wins over `Date`; listed as signed it must be there.
    private static String timestamp(HttpIn in, List<String> signedHeaders) {
        Optional<String> own = in.header("x-amz-date");
        if (own.isEmpty() && signedHeaders.contains("x-amz-date")) {
            throw S3AuthenticationErrors.dateNotUsable();
        }
        return own.or(() -> in.header("date")).orElseThrow(S3AuthenticationErrors::dateNotUsable);
    }

    static List<String> tokens(HttpIn in) {
        return in.headers().getOrDefault("x-amz-security-token", List.of()).stream()
                .map(String::trim)
                .filter(token -> !token.isEmpty())
                .toList();
    }
}
