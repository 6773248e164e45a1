package dev.rolecall.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.localstack.OnLocalStack;
import dev.rolecall.localstack.TestContainer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// Bodies on their way to a real LocalStack and back.
@Tag("container")
@ExtendWith(OnLocalStack.class)
class S3StreamsContainerTest {
    private static final long MIB = 1 << 20;
    private static final long BIG = 200 * MIB;

    /// By how much the heap may grow for a body of any size.
    private static final long RISE = 64 * MIB;

    private static final long SEED = 7;

    @TempDir Path bodies;
    private TestCloud cloud;
    private S3Client s3;

    @BeforeEach
    void start() {
        cloud = new TestCloud(bodies);
        s3 = cloud.admin().s3();
        s3.createBucket(b -> b.bucket("box"));
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    /// A cloud in a JVM of its own.
    private record Child(Process process, BufferedReader out, Writer in, S3Client client)
            implements AutoCloseable {

        static Child start(String... heap) throws IOException {
            List<String> command =
                    new ArrayList<>(
                            List.of(Path.of(System.getProperty("java.home"), "bin/java") + ""));
            command.addAll(List.of(heap));
            command.addAll(
                    List.of(
                            "-cp",
                            System.getProperty("java.class.path"),
                            ForwardedMain.class.getName(),
                            TestContainer.uri().toString()));
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            String[] told = out.readLine().split(" ", -1);
            S3Client client =
                    S3Client.builder()
                            .region(Region.US_EAST_1)
                            .endpointOverride(URI.create(told[0]))
                            .credentialsProvider(
                                    StaticCredentialsProvider.create(
                                            AwsBasicCredentials.create(told[1], told[2])))
                            .httpClient(UrlConnectionHttpClient.create())
                            .build();
            return new Child(process, out, process.outputWriter(StandardCharsets.UTF_8), client);
        }

        long heapInUse() throws IOException {
            in.write("\n");
            in.flush();
            return Long.parseLong(out.readLine());
        }

        @Override
        public void close() throws IOException {
            in.close();
            process.destroy();
        }
    }

    @Test
    void anObjectLargerThanTheHeapGoesThroughBothWays() throws Exception {
        long atRest;
        try (Child child = Child.start("-XX:+UseSerialGC")) {
            child.client().putObject(b -> b.bucket("box").key("s"), RequestBody.fromString("x"));
            child.client().getObjectAsBytes(b -> b.bucket("box").key("s"));
            atRest = child.heapInUse();
        }
        System.out.println("S3StreamsContainerTest: heap at rest " + atRest / MIB + " MiB");
        try (Child child = Child.start("-XX:+UseSerialGC", "-Xmx" + (atRest + RISE) / 1024 + "k")) {
            MessageDigest sent = sha256();
            child.client()
                    .putObject(
                            b -> b.bucket("box").key("big"),
                            RequestBody.fromInputStream(
                                    new DigestInputStream(new Noise(BIG), sent), BIG));
            MessageDigest got = sha256();
            try (InputStream body = child.client().getObject(b -> b.bucket("box").key("big"))) {
                long size =
                        new DigestInputStream(body, got)
                                .transferTo(OutputStream.nullOutputStream());
                assertThat(size).isEqualTo(BIG);
            }
            assertThat(hex(got)).isEqualTo(hex(sent));
        }
    }

    private static MessageDigest sha256() throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256");
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /// As many bytes as asked for, the same each time.
    private static final class Noise extends InputStream {
        private final Random random = new Random(SEED);
        private long left;

        Noise(long length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? random.nextInt(256) : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int n = (int) Math.min(length, left);
            byte[] some = new byte[n];
            random.nextBytes(some);
            System.arraycopy(some, 0, bytes, offset, n);
            left -= n;
            return n;
        }
    }

    /// What the client computes and sends after the body is what the container keeps.
    @ParameterizedTest
    @CsvSource({
        "CRC32, 1000",
        "CRC32, 65536",
        "CRC32, 300000",
        "SHA1, 131072",
        "SHA256, 300000",
        "CRC32C, 200000"
    })
    void aChecksumThatComesAfterTheBodyIsKept(String algorithm, int size) {
        byte[] bytes = new byte[size];
        new Random(SEED).nextBytes(bytes);
        var put =
                s3.putObject(
                        b -> b.bucket("box").key("k").checksumAlgorithm(algorithm),
                        RequestBody.fromBytes(bytes));
        var got = s3.getObjectAsBytes(b -> b.bucket("box").key("k").checksumMode("ENABLED"));
        assertThat(got.asByteArray()).isEqualTo(bytes);
        String member = "Checksum" + algorithm;
        assertThat(got.response().getValueForField(member, String.class))
                .isPresent()
                .isEqualTo(put.getValueForField(member, String.class));
    }

    /// Two sizes: one that is read before anything is sent, and one of which much was sent already.
    @ParameterizedTest
    @ValueSource(ints = {1_000, 300_000})
    void aTamperedChunkLeavesNoObject(int size) {
        s3.putObject(b -> b.bucket("box").key("old"), RequestBody.fromString("old"));
        for (String key : List.of("new", "old")) {
            RawAnswer answer =
                    chunked(key, size, "STREAMING-AWS4-HMAC-SHA256-PAYLOAD")
                            .body(
                                    chunk(size, ";chunk-signature=" + "0".repeat(64))
                                            + "0;chunk-signature="
                                            + "0".repeat(64)
                                            + "\r\n\r\n")
                            .send();
            assertThat(answer.summary()).isEqualTo("403 SignatureDoesNotMatch");
        }
        onlyTheOldOneIsThere();
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 65_536, 131_072, 300_000})
    void aWrongTrailingChecksumLeavesNoObject(int size) {
        s3.putObject(b -> b.bucket("box").key("old"), RequestBody.fromString("old"));
        for (String key : List.of("new", "old")) {
            RawAnswer answer =
                    chunked(key, size, "STREAMING-UNSIGNED-PAYLOAD-TRAILER")
                            .signing("x-amz-trailer", "x-amz-checksum-crc32")
                            .body(chunk(size, "") + "0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n")
                            .send();
            assertThat(answer.summary()).isEqualTo("400 BadDigest");
        }
        onlyTheOldOneIsThere();
    }

    private RawRequest chunked(String key, int size, String hash) {
        return cloud.admin()
                .raw("s3")
                .method("PUT")
                .path("/box/" + key)
                .signing("content-encoding", "aws-chunked")
                .signing("x-amz-decoded-content-length", Integer.toString(size))
                .signing("x-amz-content-sha256", hash);
    }

    private static String chunk(int size, String extension) {
        return Integer.toHexString(size) + extension + "\r\n" + "x".repeat(size) + "\r\n";
    }

    private void onlyTheOldOneIsThere() {
        assertThat(s3.listObjectsV2(b -> b.bucket("box")).contents())
                .singleElement()
                .satisfies(o -> assertThat(o.key()).isEqualTo("old"));
        assertThat(s3.getObjectAsBytes(b -> b.bucket("box").key("old")).asUtf8String())
                .isEqualTo("old");
    }

    /// A client that asks first may send then.
    @Test
    void aClientMayExpectToBeToldToGoOn() throws Exception {
        try (var presigner = cloud.admin().presigner();
                HttpClient client = HttpClient.newHttpClient()) {
            URI url =
                    presigner
                            .presignPutObject(p ->
                                    p.signatureDuration(Duration.ofMinutes(5))
                                            .putObjectRequest(b -> b.bucket("box").key("k")))
                            .url()
                            .toURI();
            HttpRequest put =
                    HttpRequest.newBuilder(url)
                            .expectContinue(true)
                            .PUT(HttpRequest.BodyPublishers.ofString("x".repeat(200_000)))
                            .build();
            assertThat(client.send(put, HttpResponse.BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
        }
        assertThat(s3.headObject(b -> b.bucket("box").key("k")).contentLength()).isEqualTo(200_000);
    }

    /// A reader that goes away early takes nothing with it: the next request finds a connection.
    @Test
    void aReaderMayLeaveInTheMiddle() throws IOException {
        s3.putObject(
                b -> b.bucket("box").key("k"), RequestBody.fromBytes(new byte[(int) (20 * MIB)]));
        for (int i = 0; i < 80; i++) {
            var body = s3.getObject(b -> b.bucket("box").key("k"));
            assertThat(body.read()).isZero();
            body.abort();
        }
        assertThat(s3.headObject(b -> b.bucket("box").key("k")).contentLength())
                .isEqualTo(20 * MIB);
    }
}
