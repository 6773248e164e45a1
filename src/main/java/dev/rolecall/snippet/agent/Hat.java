package dev.rolecall.snippet.agent;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/// Clients that act as one principal, whoever is current: what `as(…)` returns.
public final class Hat {
    private final AwsCredentials credentials;

    Hat(AwsCredentials credentials) {
        this.credentials = credentials;
    }

    /// IAM as this principal.
    public IamClient iam() {
        return IamClient.builder()
                .region(Region.AWS_GLOBAL)
                .credentialsProvider(provider())
                .build();
    }

    /// STS as this principal.
    public StsClient sts() {
        return StsClient.builder().credentialsProvider(provider()).build();
    }

    /// S3 as this principal.
    public S3Client s3() {
        return S3Client.builder().credentialsProvider(provider()).build();
    }

    /// The credentials, for a client that is built by hand.
    public AwsCredentials credentials() {
        return credentials;
    }

    /// The same as a provider.
    public AwsCredentialsProvider provider() {
        return StaticCredentialsProvider.create(credentials);
    }

    @Override
    public String toString() {
        return "Hat(" + credentials.accessKeyId() + ")";
    }
}
