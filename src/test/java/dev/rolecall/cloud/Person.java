package dev.rolecall.cloud;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/// Somebody with credentials, at one endpoint. The clients do not retry: the first answer counts.
record Person(URI endpoint, AwsCredentials credentials) {
    private static final SdkHttpClient HTTP = UrlConnectionHttpClient.create();

    IamClient iam() {
        return set(IamClient.builder()).httpClient(HTTP).build();
    }

    StsClient sts() {
        return set(StsClient.builder()).httpClient(HTTP).build();
    }

    S3Client s3() {
        return set(S3Client.builder()).httpClient(HTTP).forcePathStyle(true).build();
    }

    private <B extends AwsClientBuilder<B, ?>> B set(B builder) {
        return builder.endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .overrideConfiguration(c -> c.retryStrategy(DefaultRetryStrategy.doNotRetry()));
    }

    /// A request that the SDK would not make, signed with these credentials.
    ///
    /// @param service `sts`, `iam` or `s3`
    RawRequest raw(String service) {
        return new RawRequest(endpoint, service, credentials);
    }

    /// The same key with another secret, and no token.
    Person withSecret(String secret) {
        return new Person(endpoint, AwsBasicCredentials.create(credentials.accessKeyId(), secret));
    }
}
