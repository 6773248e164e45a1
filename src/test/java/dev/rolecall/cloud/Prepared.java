package dev.rolecall.cloud;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/// The bytes of a request that a real client makes, signature, headers and framed body, so that
/// they can be sent often at no cost. The signature is good for 15 minutes.
final class Prepared implements SdkHttpClient {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private Prepared() {}

    /// What S3's client sends for a call.
    static byte[] s3(URI server, AwsCredentials credentials, Consumer<S3Client> call) {
        Prepared taken = new Prepared();
        try (S3Client client =
                taken.set(S3Client.builder(), server, credentials).forcePathStyle(true).build()) {
            call.accept(client);
        }
        return taken.bytes.toByteArray();
    }

    /// What STS's client sends for a call.
    static byte[] sts(URI server, AwsCredentials credentials, Consumer<StsClient> call) {
        Prepared taken = new Prepared();
        try (StsClient client = taken.set(StsClient.builder(), server, credentials).build()) {
            call.accept(client);
        } catch (SdkException e) {
            // an empty answer is none, but the request was made
        }
        return taken.bytes.toByteArray();
    }

    private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B set(
            B builder, URI server, AwsCredentials credentials) {
        return builder.endpointOverride(server)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .httpClient(this);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                take(request);
                return HttpExecuteResponse.builder()
                        .response(SdkHttpResponse.builder().statusCode(200).build())
                        .responseBody(
                                AbortableInputStream.create(new ByteArrayInputStream(new byte[0])))
                        .build();
            }

            @Override
            public void abort() {}
        };
    }

    private void take(HttpExecuteRequest request) throws IOException {
        SdkHttpRequest http = request.httpRequest();
        String query = http.encodedQueryParameters().map(q -> "?" + q).orElse("");
        String path = http.encodedPath().isEmpty() ? "/" : http.encodedPath();
        StringBuilder head = new StringBuilder();
        head.append(http.method()).append(' ').append(path).append(query);
        head.append(" HTTP/1.1\r\nHost: ").append(http.host()).append(':').append(http.port());
        http.forEachHeader((name, values) -> {
            if (!List.of("host", "expect").contains(name.toLowerCase(Locale.ROOT))) {
                head.append("\r\n").append(name).append(": ").append(values.getFirst());
            }
        });
        bytes.writeBytes(head.append("\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        if (request.contentStreamProvider().isPresent()) {
            try (InputStream body = request.contentStreamProvider().get().newStream()) {
                bytes.writeBytes(body.readAllBytes());
            }
        }
    }

    @Override
    public void close() {}
}
