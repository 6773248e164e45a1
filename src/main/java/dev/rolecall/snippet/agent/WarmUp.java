package dev.rolecall.snippet.agent;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.StsClientBuilder;

/// Walks the SDK's path once before the learner does, with an answer that never left this JVM.
final class WarmUp {
    private static final String IDENTITY =
            "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
                    + "<GetCallerIdentityResult><Arn>arn:aws:iam::000000000000:user/nobody</Arn>"
                    + "<UserId>AIDA</UserId><Account>000000000000</Account>"
                    + "</GetCallerIdentityResult></GetCallerIdentityResponse>";

    private WarmUp() {}

    static void start() {
        Thread.ofPlatform().daemon().name("rolecall warm-up").start(WarmUp::walk);
    }

    private static void walk() {
        try {
            walkOnce();
        } catch (RuntimeException | LinkageError e) {
            // what is wrong, the learner's own call will say
        }
    }

    private static void walkOnce() {
        StsClientBuilder builder =
                StsClient.builder()
                        .credentialsProvider(
                                () -> new Keys("AKIAWARMUP", "secret", "").credentials())
                        .httpClient(new Canned(IDENTITY));
        try (StsClient client = builder.build()) {
            client.getCallerIdentity();
        }
        // their class is what the first snippet touches
        Lab.s3.serviceName();
    }

    private record Canned(String text) implements SdkHttpClient {
        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() {
                    return HttpExecuteResponse.builder()
                            .response(SdkHttpResponse.builder().statusCode(200).build())
                            .responseBody(body())
                            .build();
                }

                @Override
                public void abort() {}
            };
        }

        private AbortableInputStream body() {
            return AbortableInputStream.create(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public void close() {}
    }
}
