package dev.rolecall.snippet.agent;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyResponse;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithSamlResponse;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetFederationTokenResponse;
import software.amazon.awssdk.services.sts.model.GetSessionTokenResponse;

/// Credentials in the many forms in which AWS hands them out.
///
/// @param sessionToken empty for a user's key
record Keys(String id, String secret, String sessionToken) {

    /// The credentials in a value, if it is one that holds some, and those that a provider gives,
    /// which may be code of the learner's, take its time, and throw.
    static Optional<Keys> of(@Nullable Object value) {
        return value instanceof AwsCredentialsProvider provider
                ? in(provider.resolveCredentials())
                : in(value);
    }

    /// Whether [#of] is worth asking.
    static boolean mayBeIn(@Nullable Object value) {
        return value instanceof AwsCredentialsProvider || in(value).isPresent();
    }

    /// The credentials in a value, if it is one that holds some.
    static Optional<Keys> in(@Nullable Object value) {
        return switch (value) {
            case AwsSessionCredentials c ->
                    of(c.accessKeyId(), c.secretAccessKey(), c.sessionToken());
            case AwsCredentials c -> of(c.accessKeyId(), c.secretAccessKey(), "");
            case AccessKey key -> of(key.accessKeyId(), key.secretAccessKey(), "");
            case CreateAccessKeyResponse response -> in(response.accessKey());
            case Credentials c -> of(c.accessKeyId(), c.secretAccessKey(), c.sessionToken());
            case AssumeRoleResponse response -> in(response.credentials());
            case AssumeRoleWithSamlResponse response -> in(response.credentials());
            case AssumeRoleWithWebIdentityResponse response -> in(response.credentials());
            case GetSessionTokenResponse response -> in(response.credentials());
            case GetFederationTokenResponse response -> in(response.credentials());
            case Hat hat -> in(hat.credentials());
            case null, default -> Optional.empty();
        };
    }

    private static Optional<Keys> of(
            @Nullable String id, @Nullable String secret, @Nullable String token) {
        if (id == null || secret == null) {
            return Optional.empty();
        }
        return Optional.of(new Keys(id, secret, token == null ? "" : token));
    }

    AwsCredentials credentials() {
        return sessionToken.isEmpty()
                ? AwsBasicCredentials.create(id, secret)
                : AwsSessionCredentials.create(id, secret, sessionToken);
    }

    /// The key id, the secret and, if there is one, the token.
    List<String> texts() {
        return sessionToken.isEmpty() ? List.of(id, secret) : List.of(id, secret, sessionToken);
    }

    /// Reads what [#texts()] gave, from that place on.
    static Keys from(List<String> texts, int first) {
        return new Keys(
                texts.get(first),
                texts.get(first + 1),
                texts.size() > first + 2 ? texts.get(first + 2) : "");
    }

    @Override
    public String toString() {
        return "Keys(" + id + ")";
    }
}
