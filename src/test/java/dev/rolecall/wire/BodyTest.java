package dev.rolecall.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolecall.fault.AwsError;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Bodies that are framed, hashed and digested, right and wrong. The first one is AWS's own example
/// ("Signature calculations for the authorization header: transferring payload in multiple
/// chunks").
class BodyTest {
    private static final String EXAMPLE_SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    private static final String SEED =
            "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9";

    private static Signature signature(String payloadHash, String seed) {
        return new Signature(
                Signature.Kind.HEADER,
                "AKIAIOSFODNN7EXAMPLE",
                "20130524",
                "us-east-1",
                "s3",
                List.of(),
                Instant.parse("2013-05-24T00:00:00Z"),
                "20130524T000000Z",
                Optional.empty(),
                List.of("host"),
                seed,
                payloadHash);
    }

    private static HttpIn in(byte[] body, Map<String, String> headers) {
        Map<String, List<String>> all = new HashMap<>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        return new HttpIn("PUT", "/b/k", "", all, new ByteArrayInputStream(body), "127.0.0.1");
    }

    private static byte[] read(HttpIn in, Signature signature) throws IOException {
        try (InputStream body = SigV4.body(in, signature, EXAMPLE_SECRET)) {
            return body.readAllBytes();
        }
    }

    private static byte[] awsExample() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        chunk(out, 65536, "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648");
        chunk(out, 1024, "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497");
        out.write(
                "0;chunk-signature=b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, int size, String signature)
            throws IOException {
        out.write(
                (Integer.toHexString(size) + ";chunk-signature=" + signature + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        out.write("a".repeat(size).getBytes(StandardCharsets.US_ASCII));
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static HttpIn awsExample(byte[] body) {
        return in(body, Map.of("x-amz-decoded-content-length", "66560"));
    }

    @Test
    void awsOwnExampleIsRead() throws IOException {
        byte[] content = read(awsExample(awsExample()), signature(PayloadHash.CHUNKED, SEED));
        assertThat(content).hasSize(66560).containsOnly('a');
    }

    @Test
    void aChangedByteInAChunkIsRefused() throws IOException {
        byte[] body = awsExample();
        body[1000] = 'b';
        assertThatThrownBy(() -> read(awsExample(body), signature(PayloadHash.CHUNKED, SEED)))
                .isInstanceOfSatisfying(
                        AwsError.class,
                        e -> {
                            assertThat(e.code()).isEqualTo("SignatureDoesNotMatch");
                            assertThat(e.status()).isEqualTo(403);
                        });
    }

    @Test
    void aMissingLastChunkIsRefused() throws IOException {
        byte[] body = awsExample();
        byte[] cut = java.util.Arrays.copyOf(body, body.length - 86);
        assertRefused(awsExample(cut), signature(PayloadHash.CHUNKED, SEED), "IncompleteBody");
    }

    @Test
    void aChunkMovedToAnotherRequestIsRefused() throws IOException {
        String other = "0".repeat(64);
        assertRefused(
                awsExample(awsExample()),
                signature(PayloadHash.CHUNKED, other),
                "SignatureDoesNotMatch");
    }

    @Test
    void anotherDecodedLengthIsRefused() throws IOException {
        HttpIn in = in(awsExample(), Map.of("x-amz-decoded-content-length", "66561"));
        assertRefused(in, signature(PayloadHash.CHUNKED, SEED), "IncompleteBody");
    }

    @Test
    void aChunkedBodyWithoutDecodedLengthIsRefused() throws IOException {
        HttpIn in = in(awsExample(), Map.of());
        assertRefused(in, signature(PayloadHash.CHUNKED, SEED), "MissingContentLength");
    }

    private static void assertRefused(HttpIn in, Signature signature, String code) {
        assertThatThrownBy(() -> read(in, signature))
                .isInstanceOfSatisfying(AwsError.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static byte[] unsigned(String content, String trailer) {
        return (Integer.toHexString(content.length())
                        + "\r\n"
                        + content
                        + "\r\n0\r\n"
                        + trailer
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static HttpIn withTrailer(byte[] body, String name) {
        return in(body, Map.of("x-amz-decoded-content-length", "9", "x-amz-trailer", name));
    }

    /// Check values of the catalogue of CRCs and of RFC 3720, 3174 and 6234, for `123456789`.
    @ParameterizedTest
    @CsvSource({
        "crc32, cbf43926",
        "crc32c, e3069283",
        "crc64nvme, ae8b14860a799888",
        "sha1, f7c3bc1d808e04732adf679965ccc34ca7ae3441",
        "sha256, 15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225",
    })
    void trailingChecksumsAreVerified(String algorithm, String hex) throws IOException {
        String name = "x-amz-checksum-" + algorithm;
        byte[] value = java.util.HexFormat.of().parseHex(hex);
        Signature signature = signature(PayloadHash.UNSIGNED_TRAILER, SEED);
        String good = name + ":" + Base64.getEncoder().encodeToString(value);
        assertThat(read(withTrailer(unsigned("123456789", good), name), signature))
                .asString()
                .isEqualTo("123456789");
        value[0] ^= 1;
        String bad = name + ":" + Base64.getEncoder().encodeToString(value);
        assertRefused(withTrailer(unsigned("123456789", bad), name), signature, "BadDigest");
        assertRefused(
                withTrailer(unsigned("123456789", ""), name), signature, "MalformedTrailerError");
    }

    @ParameterizedTest
    @CsvSource({
        "crc32, y/Q5Jg==, y/Q5Jw==",
        "crc32c, 4waSgw==, 4waShA==",
        "crc64nvme, rosUhgp5mIg=, rosUhgp5mIk=",
        "sha1, 98O8HYCOBHMq32eZZczDTKeuNEE=, 98O8HYCOBHMq32eZZczDTKeuNEI=",
        "sha256, FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=,"
                + " FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiY=",
    })
    void headerChecksumsAreVerified(String algorithm, String good, String bad) throws IOException {
        byte[] body = "123456789".getBytes(StandardCharsets.US_ASCII);
        String name = "x-amz-checksum-" + algorithm;
        Signature signature = signature(PayloadHash.UNSIGNED, SEED);
        assertThat(read(in(body, Map.of(name, good)), signature)).isEqualTo(body);
        assertRefused(in(body, Map.of(name, bad)), signature, "BadDigest");
        assertRefused(in(body, Map.of(name, "AAAA")), signature, "InvalidRequest");
    }

    @Test
    void contentMd5IsVerified() throws IOException {
        byte[] body = "123456789".getBytes(StandardCharsets.US_ASCII);
        Signature signature = signature(PayloadHash.UNSIGNED, SEED);
        String good = Base64.getEncoder().encodeToString(Hashes.sha("MD5", body));
        assertThat(read(in(body, Map.of("content-md5", good)), signature)).isEqualTo(body);
        String bad = Base64.getEncoder().encodeToString(Hashes.sha("MD5", new byte[0]));
        assertRefused(in(body, Map.of("content-md5", bad)), signature, "BadDigest");
        assertRefused(in(body, Map.of("content-md5", "nonsense")), signature, "InvalidDigest");
    }

    @Test
    void aBodyOtherThanItsHashIsRefused() throws IOException {
        byte[] body = "content".getBytes(StandardCharsets.US_ASCII);
        assertThat(read(in(body, Map.of()), signature(Hashes.sha256Hex(body), SEED)))
                .isEqualTo(body);
        assertRefused(
                in(body, Map.of()), signature(Hashes.EMPTY, SEED), "XAmzContentSHA256Mismatch");
    }

    @Test
    void fewerBytesThanPromisedAreRefused() {
        byte[] body = "content".getBytes(StandardCharsets.US_ASCII);
        assertRefused(
                in(body, Map.of("content-length", "8")),
                signature(PayloadHash.UNSIGNED, SEED),
                "IncompleteBody");
    }

    @Test
    void anUploadsFinalChecksumIsNotTheMessages() throws IOException {
        byte[] body = "<CompleteMultipartUpload/>".getBytes(StandardCharsets.US_ASCII);
        HttpIn in =
                new HttpIn(
                        "POST",
                        "/b/k",
                        "uploadId=u",
                        Map.of("x-amz-checksum-crc32", List.of("AAAAAA==")),
                        new ByteArrayInputStream(body),
                        "127.0.0.1");
        assertThat(read(in, signature(PayloadHash.UNSIGNED, SEED))).isEqualTo(body);
    }

    /// A signed trailer of our own making, since AWS publishes no example with its bytes.
    @Test
    void aSignedTrailerIsVerified() throws IOException {
        Signature signature = signature(PayloadHash.CHUNKED_TRAILER, SEED);
        List<String> lines = new ArrayList<>();
        String content = "z".repeat(9);
        String trailer = "x-amz-checksum-crc32:" + crc32(content);
        String first = chain(signature, SEED, content);
        String last = chain(signature, first, "");
        String end =
                Hashes.hex(
                        Hashes.hmac(
                                Signer.key(signature, EXAMPLE_SECRET),
                                "AWS4-HMAC-SHA256-TRAILER\n"
                                        + signature.timestamp()
                                        + "\n"
                                        + signature.scope()
                                        + "\n"
                                        + last
                                        + "\n"
                                        + Hashes.sha256Hex(
                                                (trailer + "\n")
                                                        .getBytes(StandardCharsets.US_ASCII))));
        lines.add("9;chunk-signature=" + first);
        lines.add(content);
        lines.add("0;chunk-signature=" + last);
        lines.add(trailer);
        lines.add("x-amz-trailer-signature:" + end);
        byte[] good = (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        assertThat(read(withTrailer(good, "x-amz-checksum-crc32"), signature))
                .asString()
                .isEqualTo(content);
        lines.set(4, "x-amz-trailer-signature:" + "0".repeat(64));
        byte[] bad = (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        assertRefused(withTrailer(bad, "x-amz-checksum-crc32"), signature, "SignatureDoesNotMatch");
    }

    private static String chain(Signature signature, String previous, String content) {
        return Hashes.hex(
                Hashes.hmac(
                        Signer.key(signature, EXAMPLE_SECRET),
                        "AWS4-HMAC-SHA256-PAYLOAD\n"
                                + signature.timestamp()
                                + "\n"
                                + signature.scope()
                                + "\n"
                                + previous
                                + "\n"
                                + Hashes.EMPTY
                                + "\n"
                                + Hashes.sha256Hex(content.getBytes(StandardCharsets.US_ASCII))));
    }

    private static String crc32(String content) {
        CRC32 crc = new CRC32();
        crc.update(content.getBytes(StandardCharsets.US_ASCII));
        byte[] value = java.nio.ByteBuffer.allocate(4).putInt((int) crc.getValue()).array();
        return Base64.getEncoder().encodeToString(value);
    }
}
