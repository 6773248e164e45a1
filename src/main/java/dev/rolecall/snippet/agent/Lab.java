package dev.rolecall.snippet.agent;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Credentials;

/// What a snippet finds without declaring it: its members are imported into every snippet.
///
/// `iam`, `sts` and `s3` are fields here and not variables of JShell's, because a variable costs a
/// compilation at every start. A learner's own declaration of these names hides them.
public final class Lab {
    /// IAM as the current principal. Can be assigned, as a variable can.
    public static IamClient iam =
            IamClient.builder()
                    .region(Region.AWS_GLOBAL)
                    .credentialsProvider(Agent.CURRENT)
                    .build();

    /// STS as the current principal.
    public static StsClient sts = StsClient.builder().credentialsProvider(Agent.CURRENT).build();

    /// S3 as the current principal.
    public static S3Client s3 = S3Client.builder().credentialsProvider(Agent.CURRENT).build();

    private Lab() {}

    /// Clients that act as a user of the account, with the newest of the user's active keys.
    ///
    /// @throws IllegalArgumentException if there is no such key; the message says what there is
    public static Hat as(String userName) {
        return new Hat(Agent.questions().keysOf(userName).credentials());
    }

    /// Clients that act as a role session.
    public static Hat as(Credentials credentials) {
        return hat(credentials);
    }

    /// Clients that act as the session in this response.
    public static Hat as(AssumeRoleResponse response) {
        return hat(response);
    }

    /// Clients that act as the user whose key this is.
    public static Hat as(AccessKey key) {
        return hat(key);
    }

    /// Clients that act as whoever has these credentials.
    public static Hat as(AwsCredentials credentials) {
        return hat(credentials);
    }

    private static Hat hat(Object value) {
        return new Hat(
                Keys.in(value)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "there is no secret access key in " + value))
                        .credentials());
    }
}
