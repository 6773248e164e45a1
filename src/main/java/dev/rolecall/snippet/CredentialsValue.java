package dev.rolecall.snippet;

import java.util.List;
import java.util.Optional;

/// The three strings that sign a request: a user's access key, or a session's credentials.
///
/// @param accessKeyId such as `AKIA…` or `ASIA…`
/// @param secretAccessKey never shown by [#toString()]
/// @param sessionToken only a session's credentials have one
public record CredentialsValue(
        String accessKeyId, String secretAccessKey, Optional<String> sessionToken) {

    /// A user's key: no session token.
    public static CredentialsValue ofKey(String accessKeyId, String secretAccessKey) {
        return new CredentialsValue(accessKeyId, secretAccessKey, Optional.empty());
    }

    /// A session's credentials.
    public static CredentialsValue ofSession(
            String accessKeyId, String secretAccessKey, String sessionToken) {
        return new CredentialsValue(accessKeyId, secretAccessKey, Optional.of(sessionToken));
    }

    /// From a key id, its secret, and perhaps a token.
    static CredentialsValue of(List<String> texts) {
        return new CredentialsValue(texts.get(0), texts.get(1), texts.stream().skip(2).findFirst());
    }

    @Override
    public String toString() {
        return "CredentialsValue(" + accessKeyId + ")";
    }
}
