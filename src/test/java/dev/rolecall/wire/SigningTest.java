package dev.rolecall.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/// Our verification against the SDK's own signer, case by case.
class SigningTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    /// @param path as the SDK's request has it, not yet encoded for the wire
    record Case(
            String name,
            String method,
            String path,
            Map<String, List<String>> query,
            Map<String, String> headers,
            String body,
            boolean presigned,
            boolean chunked,
            boolean session,
            String service) {

        Case with(String name, String path) {
            return new Case(
                    name, method, path, query, headers, body, presigned, chunked, session, service);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Case plain(String name, String method, String path) {
        return new Case(name, method, path, Map.of(), Map.of(), "", false, false, false, "s3");
    }

    private static Case query(String name, Map<String, List<String>> query) {
        return new Case(name, "GET", "/bucket", query, Map.of(), "", false, false, false, "s3");
    }

    private static Case headers(String name, Map<String, String> headers) {
        return new Case(
                name, "GET", "/bucket/key", Map.of(), headers, "", false, false, false, "s3");
    }

    private static Case of(
            String name,
            String method,
            String body,
            boolean presigned,
            boolean chunked,
            boolean session,
            String service) {
        String path = service.equals("s3") ? "/bucket/key" : "/";
        return new Case(
                name, method, path, Map.of(), Map.of(), body, presigned, chunked, session, service);
    }

    static Stream<Case> cases() {
        return Stream.of(
                plain("bucket", "GET", "/bucket"),
                plain("object", "GET", "/bucket/key"),
                plain("head", "HEAD", "/bucket/key"),
                plain("delete", "DELETE", "/bucket/key"),
                plain("space and plus", "GET", "/bucket/a%20b%2Bc"),
                plain("unicode key", "GET", "/bucket/%C3%A4%E2%82%AC%F0%9F%98%80"),
                plain("reserved characters", "GET", "/bucket/%21%27%28%29%2A%3B%3A%40%26%3D%24%2C"),
                plain("percent and question mark", "GET", "/bucket/100%25%3F%23"),
                plain("slashes and dots", "GET", "/bucket//a/./b/../c//"),
                plain("tilde", "GET", "/bucket/~user/-_."),
                query("one key", Map.of("acl", List.of(""))),
                query("prefix", Map.of("list-type", List.of("2"), "prefix", List.of("a b+c/ä"))),
                query("order", Map.of("b", List.of("2"), "a", List.of("1"), "A", List.of("3"))),
                query("repeated", Map.of("a", List.of("2", "1", "10"))),
                headers("metadata", Map.of("x-amz-meta-a", "  two   spaces  ")),
                headers("range", Map.of("Range", "bytes=0-9", "x-amz-meta-b", "")),
                of("put", "PUT", "content", false, false, false, "s3"),
                of("session", "PUT", "content", false, false, true, "s3"),
                of("presigned get", "GET", "", true, false, false, "s3"),
                of("presigned with session", "GET", "", true, false, true, "s3"),
                of("chunked", "PUT", "content", false, true, false, "s3"),
                of("form", "POST", "Action=GetCallerIdentity", false, false, false, "sts"),
                of(
                        "form with session",
                        "POST",
                        "Action=ListUsers&a=%20",
                        false,
                        false,
                        true,
                        "iam"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatTheSdkSignsWeVerify(Case c) throws Exception {
        HttpIn in = signed(c);
        AwsService service = AwsService.valueOf(c.service().toUpperCase(Locale.ROOT));
        Signature signature = SigV4.parse(in, service);
        assertThat(SigV4.matches(in, signature, Edge.SECRET)).as("right secret").isTrue();
        assertThat(SigV4.matches(in, signature, Edge.SECRET + "x")).as("wrong secret").isFalse();
        assertThat(signature.signedAt()).isEqualTo(NOW);
        assertThat(signature.accessKeyId()).isEqualTo(Edge.KEY);
        assertThat(signature.sessionToken().isPresent()).isEqualTo(c.session());
        assertThat(SigV4.headersNotSigned(in, signature)).isEmpty();
        String content =
                new String(
                        SigV4.body(in, signature, Edge.SECRET).readAllBytes(),
                        StandardCharsets.UTF_8);
        assertThat(content).isEqualTo(c.body());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aChangeAnywhereIsNoticed(Case c) {
        HttpIn in = signed(c);
        AwsService service = AwsService.valueOf(c.service().toUpperCase(Locale.ROOT));
        Signature signature = SigV4.parse(in, service);
        HttpIn otherPath =
                new HttpIn(
                        in.method(),
                        in.rawPath() + "x",
                        in.rawQuery(),
                        in.headers(),
                        in.body(),
                        in.remoteIp());
        HttpIn otherQuery =
                new HttpIn(
                        in.method(),
                        in.rawPath(),
                        in.rawQuery() + "&x=1",
                        in.headers(),
                        in.body(),
                        in.remoteIp());
        assertThat(SigV4.matches(otherPath, signature, Edge.SECRET)).isFalse();
        assertThat(SigV4.matches(otherQuery, signature, Edge.SECRET)).isFalse();
    }

    /// [O] lowered, sorted, each once.
    @Test
    void signedHeadersMayBeUnsortedRepeatedAndInUpperCase() {
        HttpIn in = signed(plain("bucket", "GET", "/bucket"));
        String authorization = in.header("authorization").orElseThrow();
        String mixed =
                authorization.replace(
                        "SignedHeaders=host;x-amz-content-sha256;x-amz-date",
                        "SignedHeaders=X-Amz-Date;host;x-amz-content-sha256;Host");
        assertThat(mixed).isNotEqualTo(authorization);
        HttpIn other = header(in, "authorization", mixed);
        Signature signature = SigV4.parse(other, AwsService.S3);
        assertThat(SigV4.matches(other, signature, Edge.SECRET)).isTrue();
    }

    /// [O] any `x-amz-*` header but the hash must be signed.
    @Test
    void anUnsignedAmzHeaderIsNamed() {
        HttpIn in = signed(plain("bucket", "GET", "/bucket"));
        HttpIn other = header(header(in, "x-amz-acl", "private"), "x-amz-meta-a", "1");
        Signature signature = SigV4.parse(other, AwsService.S3);
        assertThat(SigV4.headersNotSigned(other, signature))
                .containsExactly("x-amz-acl", "x-amz-meta-a");
    }

    private static HttpIn header(HttpIn in, String name, String value) {
        Map<String, List<String>> headers = new HashMap<>(in.headers());
        headers.put(name, List.of(value));
        return new HttpIn(
                in.method(), in.rawPath(), in.rawQuery(), headers, in.body(), in.remoteIp());
    }

    private static HttpIn signed(Case c) {
        SdkHttpRequest.Builder request =
                SdkHttpRequest.builder()
                        .method(SdkHttpMethod.fromValue(c.method()))
                        .uri(URI.create((c.presigned() ? "https" : "http") + "://127.0.0.1:4566"))
                        .encodedPath(c.path());
        c.query().forEach(request::putRawQueryParameter);
        c.headers().forEach(request::putHeader);
        ContentStreamProvider payload = ContentStreamProvider.fromUtf8String(c.body());
        AwsCredentialsIdentity identity =
                c.session()
                        ? AwsSessionCredentialsIdentity.create(Edge.KEY, Edge.SECRET, "to/ken+=")
                        : AwsCredentialsIdentity.create(Edge.KEY, Edge.SECRET);
        boolean s3 = c.service().equals("s3");
        SignRequest.Builder<AwsCredentialsIdentity> sign =
                SignRequest.builder(identity)
                        .request(request.build())
                        .payload(payload)
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, c.service())
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                        .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, !s3)
                        .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, !s3)
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(NOW, ZoneOffset.UTC));
        if (c.presigned()) {
            // A presigned request says nothing of its body; this signer allows that over TLS only.
            sign.putProperty(AwsV4FamilyHttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                    .putProperty(AwsV4FamilyHttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                    .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, Duration.ofMinutes(5));
        }
        if (c.chunked()) {
            sign.putProperty(AwsV4FamilyHttpSigner.CHUNK_ENCODING_ENABLED, true);
        }
        SignedRequest signed = AwsV4HttpSigner.create().sign(sign.build());
        return in(signed, s3);
    }

    private static HttpIn in(SignedRequest signed, boolean s3) {
        SdkHttpRequest request = signed.request();
        Map<String, List<String>> headers = new HashMap<>();
        request.forEachHeader((name, values) ->
                headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), n -> new ArrayList<>())
                        .addAll(values));
        InputStream body =
                signed.payload()
                        .map(ContentStreamProvider::newStream)
                        .orElse(InputStream.nullInputStream());
        HttpIn in =
                new HttpIn(
                        request.method().name(),
                        request.getUri().getRawPath(),
                        request.encodedQueryParameters().orElse(""),
                        headers,
                        body,
                        "127.0.0.1");
        return s3 ? in : in.withBody(BufferedBody.read(body, 1000).orElseThrow());
    }

    /// The property behind the cases: any key, any query.
    @Test
    void anyKeyAndQueryIsVerified() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("SigningTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            byte[] key = text(random).getBytes(StandardCharsets.UTF_8);
            Case c =
                    query("random", Map.of(text(random), List.of(text(random))))
                            .with("random", "/bucket/" + Percent.encode(key, true));
            HttpIn in = signed(c);
            Signature signature = SigV4.parse(in, AwsService.S3);
            assertThat(SigV4.matches(in, signature, Edge.SECRET))
                    .as("seed %d: %s?%s", seed, in.rawPath(), in.rawQuery())
                    .isTrue();
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder("a");
        for (int n = random.nextInt(8); n >= 0; n--) {
            int point = random.nextInt(0x20, 0x3000);
            text.appendCodePoint(point);
        }
        return text.toString();
    }
}
