package dev.rolecall.wire;

import java.util.Optional;

/// The credential scope, as far as it tells the service: one address serves all three.
final class Scope {
    private Scope() {}

    /// The service that the signature is scoped to; empty if unsigned or scoped to another one.
    static Optional<AwsService> service(HttpIn in) {
        String credential =
                in.header("authorization")
                        .flatMap(Scope::credential)
                        .or(() -> Form.parse(in.rawQuery()).value("X-Amz-Credential"))
                        .orElse("");
        String[] parts = credential.split("/", -1);
        return parts.length < 3 ? Optional.empty() : named(parts[parts.length - 2]);
    }

    private static Optional<String> credential(String authorization) {
        int start = authorization.indexOf("Credential=");
        if (start < 0) {
            return Optional.empty();
        }
        int end = authorization.indexOf(',', start);
        return Optional.of(
                authorization
                        .substring(
                                start + "Credential=".length(),
                                end < 0 ? authorization.length() : end)
                        .trim());
    }

    private static Optional<AwsService> named(String name) {
        for (AwsService service : AwsService.values()) {
            if (service.signingName().equals(name)) {
                return Optional.of(service);
            }
        }
        return Optional.empty();
    }
}
