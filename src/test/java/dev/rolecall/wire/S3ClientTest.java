package dev.rolecall.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolecall.fault.ProtocolErrors;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// Uploads, downloads and presigned URLs of the real clients, against a server that keeps objects
/// as bytes.
class S3ClientTest {
    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final Map<String, PutObjectRequest> puts = new ConcurrentHashMap<>();
    private Edge edge;

    @BeforeEach
    void start() {
        edge = Edge.strict(this::answer);
    }

    @AfterEach
    void stop() {
        edge.close();
    }

    private HttpOut answer(Routed routed, SdkPojo request, String id) throws IOException {
        Operation operation = routed.operation();
        String key = routed.key().orElse("");
        return switch (request) {
            case PutObjectRequest put -> {
                objects.put(key, routed.in().body().readAllBytes());
                puts.put(key, put);
                yield new Codec().write(operation, PutObjectResponse.builder().build(), id);
            }
            case GetObjectRequest get -> get(operation, key, id);
            default -> {
                HeadObjectResponse head =
                        HeadObjectResponse.builder()
                                .contentLength((long) stored(key).length)
                                .build();
                yield new Codec().write(operation, head, id);
            }
        };
    }

    private byte[] stored(String key) {
        byte[] bytes = objects.get(key);
        if (bytes == null) {
            throw ProtocolErrors.invalidArgument("no such key here", "key", key);
        }
        return bytes;
    }

    private HttpOut get(Operation operation, String key, String id) {
        GetObjectResponse response =
                GetObjectResponse.builder()
                        .contentLength((long) stored(key).length)
                        .metadata(Map.of("name", "Jürgen €"))
                        .build();
        return new Codec()
                .write(operation, response, id, new java.io.ByteArrayInputStream(stored(key)));
    }

    /// Over http the client signs each chunk and sends the checksum behind the last one.
    @ParameterizedTest
    @EnumSource(
            value = ChecksumAlgorithm.class,
            names = {"CRC32", "CRC32_C", "SHA1", "SHA256"})
    void anUploadInSignedChunksArrivesWhole(ChecksumAlgorithm algorithm) {
        String content = "0123456789".repeat(50_000);
        try (S3Client s3 = Clients.s3(edge.uri())) {
            s3.putObject(
                    b ->
                            b.bucket("bucket")
                                    .key("a b/ä")
                                    .checksumAlgorithm(algorithm)
                                    .contentEncoding("gzip")
                                    .metadata(Map.of("who", "me")),
                    RequestBody.fromString(content));
        }
        assertThat(objects.get("a b/ä")).asString().isEqualTo(content);
        PutObjectRequest put = java.util.Objects.requireNonNull(puts.get("a b/ä"));
        assertThat(put.contentEncoding()).isEqualTo("gzip");
        assertThat(put.contentLength()).isEqualTo(500_000);
        assertThat(put.checksumAlgorithm()).isEqualTo(algorithm);
        assertThat(put.metadata()).containsEntry("who", "me");
    }

    @Test
    void anAsynchronousClientUploadsAndDownloads() {
        String content = "abc".repeat(200_000);
        try (S3AsyncClient s3 = Clients.s3Async(edge.uri())) {
            s3.putObject(b -> b.bucket("bucket").key("k"), AsyncRequestBody.fromString(content))
                    .join();
            assertThat(
                            s3.getObject(
                                            b -> b.bucket("bucket").key("k"),
                                            AsyncResponseTransformer.toBytes())
                                    .join()
                                    .asUtf8String())
                    .isEqualTo(content);
        }
    }

    @Test
    void metadataOutsideAsciiIsEncodedAsS3Does() {
        objects.put("k", new byte[3]);
        try (S3Client s3 = Clients.s3(edge.uri())) {
            GetObjectResponse response =
                    s3.getObjectAsBytes(b -> b.bucket("bucket").key("k")).response();
            assertThat(response.metadata().get("name")).isEqualTo("=?UTF-8?B?SsO8cmdlbiDigqw=?=");
        }
    }

    @Test
    void aHeadHasTheLengthOfTheObject() {
        objects.put("k", new byte[12345]);
        try (S3Client s3 = Clients.s3(edge.uri())) {
            assertThat(s3.headObject(b -> b.bucket("bucket").key("k")).contentLength())
                    .isEqualTo(12345);
        }
    }

    @Test
    void presignedUrlsNeedNoClient() throws IOException {
        objects.put("a b", "hello".getBytes(StandardCharsets.UTF_8));
        try (S3Presigner presigner = Clients.presigner(edge.uri())) {
            URL get =
                    presigner
                            .presignGetObject(b ->
                                    b.signatureDuration(Duration.ofMinutes(5))
                                            .getObjectRequest(r -> r.bucket("bucket").key("a b")))
                            .url();
            assertThat(fetch(get, "GET", "")).isEqualTo("200 hello");
            assertThat(fetch(tampered(get), "GET", ""))
                    .startsWith("403")
                    .contains("<Code>SignatureDoesNotMatch</Code>", "<CanonicalRequest>GET");
            URL put =
                    presigner
                            .presignPutObject(b ->
                                    b.signatureDuration(Duration.ofMinutes(5))
                                            .putObjectRequest(r -> r.bucket("bucket").key("new")))
                            .url();
            assertThat(fetch(put, "PUT", "content")).startsWith("200");
            assertThat(objects.get("new")).asString().isEqualTo("content");
        }
    }

    private static URL tampered(URL url) throws IOException {
        return URI.create(url.toString().replace("/a%20b", "/a%20c")).toURL();
    }

    private static String fetch(URL url, String method, String body) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        connection.setRequestMethod(method);
        if (!body.isEmpty()) {
            connection.setDoOutput(true);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body.getBytes(StandardCharsets.UTF_8));
            }
        }
        int status = connection.getResponseCode();
        try (InputStream in =
                status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return status + " " + new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// What the SDK makes of our errors: the code picks the exception, a HEAD's status does.
    @Test
    void theClientRecognisesErrors() {
        try (Edge refusing =
                        Edge.strict((routed, request, id) -> {
                            throw ProtocolErrors.notImplemented();
                        });
                S3Client s3 = Clients.s3(refusing.uri())) {
            assertThatThrownBy(() -> s3.getBucketPolicy(b -> b.bucket("bucket")))
                    .isInstanceOfSatisfying(
                            software.amazon.awssdk.services.s3.model.S3Exception.class,
                            e -> {
                                assertThat(e.statusCode()).isEqualTo(501);
                                assertThat(e.awsErrorDetails().errorCode())
                                        .isEqualTo("NotImplemented");
                                assertThat(e.requestId()).matches("[0-9A-Z]{16}");
                                assertThat(e.extendedRequestId()).hasSize(76);
                            });
        }
        try (Edge missing =
                        Edge.strict((r, request, id) -> HttpOut.of(404, Map.of(), new byte[0]));
                S3Client s3 = Clients.s3(missing.uri())) {
            assertThatThrownBy(() -> s3.headObject(b -> b.bucket("bucket").key("k")))
                    .isInstanceOf(NoSuchKeyException.class);
        }
    }

    /// The action reads while the client is still sending: nobody holds the whole body.
    @Test
    void aLargeBodyIsStreamed() {
        long size = 48L << 20;
        Repeating content = new Repeating(size);
        AtomicLong unsent = new AtomicLong();
        AtomicLong received = new AtomicLong();
        try (Edge counting =
                        Edge.strict((routed, request, id) -> {
                            InputStream body = routed.in().body();
                            received.addAndGet(body.readNBytes(1024).length);
                            unsent.set(content.left.get());
                            received.addAndGet(body.transferTo(OutputStream.nullOutputStream()));
                            return new Codec()
                                    .write(
                                            routed.operation(),
                                            PutObjectResponse.builder().build(),
                                            id);
                        });
                S3Client s3 = Clients.s3(counting.uri())) {
            s3.putObject(
                    b -> b.bucket("bucket").key("large"),
                    RequestBody.fromContentProvider(
                            ContentStreamProvider.fromInputStreamSupplier(() -> content.again()),
                            size,
                            "application/octet-stream"));
        }
        assertThat(received).hasValue(size);
        assertThat(unsent.get()).isGreaterThan(size / 4);
    }

    private static final class Repeating extends InputStream {
        private final long size;
        private final AtomicLong left = new AtomicLong();

        Repeating(long size) {
            this.size = size;
            left.set(size);
        }

        Repeating again() {
            left.set(size);
            return this;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : 0;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (left.get() <= 0) {
                return -1;
            }
            int n = (int) Math.min(length, left.get());
            java.util.Arrays.fill(bytes, offset, offset + n, (byte) 0);
            left.addAndGet(-n);
            return n;
        }
    }
}
