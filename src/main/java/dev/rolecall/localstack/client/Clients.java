package dev.rolecall.localstack.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;

/// AWS clients that speak to one LocalStack. LocalStack takes a key id of 12 digits for the account
/// and looks at no secret. No client tries twice: a request that got no answer may have been
/// carried out.
public final class Clients implements AutoCloseable {
    /// How long a connection may take.
    static final Duration CONNECT = Duration.ofSeconds(2);

    /// How long an answer may be silent. With [#CONNECT] it is less than the 10 s within which a
    /// learner is told.
    public static final Duration SILENCE = Duration.ofSeconds(7);

    private static final int CONNECTIONS = 64;

    private final URI endpoint;
    private final S3Addresses addresses;
    private final WaryHttp http;
    private final Map<String, IamClient> iam = new ConcurrentHashMap<>();
    private final Map<String, S3Client> s3 = new ConcurrentHashMap<>();

    public Clients(URI endpoint) {
        this.endpoint = endpoint;
        addresses = new S3Addresses(endpoint);
        http = new WaryHttp(apache(), endpoint);
    }

    private static SdkHttpClient apache() {
        return Apache5HttpClient.builder()
                .connectionTimeout(CONNECT)
                .socketTimeout(SILENCE)
                .connectionAcquisitionTimeout(SILENCE)
                .maxConnections(CONNECTIONS)
                .proxyConfiguration(
                        ProxyConfiguration.builder()
                                .useSystemPropertyValues(false)
                                .useEnvironmentVariableValues(false)
                                .build())
                .build();
    }

    /// It did not take what was sent to it: the next request asks first.
    public void wasSilent() {
        http.wasSilent();
    }

    public URI endpoint() {
        return endpoint;
    }

    /// IAM of an account.
    public IamClient iam(String account) {
        return iam.computeIfAbsent(
                account, id -> set(IamClient.builder(), id).httpClient(http).build());
    }

    /// S3 in the name of an account.
    public S3Client s3(String account) {
        return s3.computeIfAbsent(
                account,
                id ->
                        set(S3Client.builder(), id, new S3ErrorBodies())
                                .httpClient(http)
                                .forcePathStyle(true)
                                .endpointProvider(addresses)
                                .authSchemeProvider(addresses)
                                .putAuthScheme(new S3Unsigned())
                                // A body is sent once its beginning is known to be good.
                                .serviceConfiguration(c -> c.expectContinueEnabled(false))
                                .requestChecksumCalculation(
                                        RequestChecksumCalculation.WHEN_REQUIRED)
                                .responseChecksumValidation(
                                        ResponseChecksumValidation.WHEN_REQUIRED)
                                .build());
    }

    /// Nothing of the machine's own is looked at: no profile, no environment.
    private <B extends AwsClientBuilder<B, ?>> B set(
            B builder, String account, ExecutionInterceptor... interceptors) {
        return builder.endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(account, "unused")))
                .overrideConfiguration(c ->
                        c.retryStrategy(DefaultRetryStrategy.doNotRetry())
                                .executionInterceptors(List.of(interceptors))
                                .defaultProfileFile(ProfileFile.aggregator().build()));
    }

    @Override
    public void close() {
        iam.values().forEach(IamClient::close);
        s3.values().forEach(S3Client::close);
        http.close();
    }
}
