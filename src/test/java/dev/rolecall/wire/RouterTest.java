package dev.rolecall.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.fault.AwsError;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterTest {
    private static HttpIn in(String method, String target, Map<String, String> headers) {
        return in(method, target, headers, "");
    }

    private static HttpIn in(
            String method, String target, Map<String, String> headers, String body) {
        int mark = target.indexOf('?');
        Map<String, List<String>> all = new java.util.HashMap<>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        return new HttpIn(
                method,
                mark < 0 ? target : target.substring(0, mark),
                mark < 0 ? "" : target.substring(mark + 1),
                all,
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
                "127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, ListBuckets",
        "GET, /b, ListObjects",
        "GET, /b/, ListObjects",
        "GET, /b?list-type=2&prefix=x, ListObjectsV2",
        "GET, /b?versions, ListObjectVersions",
        "GET, /b?uploads=, ListMultipartUploads",
        "GET, /b?location, GetBucketLocation",
        "GET, /b?policy&x-id=GetBucketPolicy, GetBucketPolicy",
        "GET, /b?analytics, ListBucketAnalyticsConfigurations",
        "GET, /b?analytics&id=1, GetBucketAnalyticsConfiguration",
        "HEAD, /b, HeadBucket",
        "PUT, /b, CreateBucket",
        "PUT, /b?lifecycle, PutBucketLifecycleConfiguration",
        "PUT, /b?notification, PutBucketNotificationConfiguration",
        "DELETE, /b, DeleteBucket",
        "DELETE, /b?policy, DeleteBucketPolicy",
        "POST, /b?delete, DeleteObjects",
        "GET, /b/k, GetObject",
        "GET, /b/k?partNumber=1&versionId=v, GetObject",
        "GET, /b/k?uploadId=u, ListParts",
        "GET, /b/k?acl, GetObjectAcl",
        "HEAD, /b/k, HeadObject",
        "PUT, /b/k, PutObject",
        "PUT, /b/k?partNumber=1&uploadId=u, UploadPart",
        "POST, /b/k?uploads, CreateMultipartUpload",
        "POST, /b/k?uploadId=u, CompleteMultipartUpload",
        "DELETE, /b/k, DeleteObject",
        "DELETE, /b/k?uploadId=u, AbortMultipartUpload",
        "PUT, /b/k?tagging, PutObjectTagging",
        "GET, /WriteGetObjectResponse, ListObjects",
    })
    void theMostSpecificOperationWins(String method, String target, String operation) {
        assertThat(Router.route(in(method, target, Map.of())).operation().name())
                .isEqualTo(operation);
    }

    @Test
    void aCopyIsKnownByItsHeader() {
        Map<String, String> copy = Map.of("x-amz-copy-source", "/a/b");
        assertThat(Router.route(in("PUT", "/b/k", copy)).operation().name())
                .isEqualTo("CopyObject");
        assertThat(Router.route(in("PUT", "/b/k?partNumber=1&uploadId=u", copy)).operation().name())
                .isEqualTo("UploadPartCopy");
    }

    /// A slip in a sub-resource must never delete the whole.
    @ParameterizedTest
    @CsvSource({
        "DELETE, /b?versioning",
        "DELETE, /b?analytics",
        "DELETE, /b/k?acl",
        "PUT, /b/k?uploadId=u",
        "PUT, /b?versions",
        "PATCH, /b",
        "POST, /b",
    })
    void aPartOfAResourceNeverFallsBackToTheWhole(String method, String target) {
        Routed routed = Router.route(in(method, target, Map.of()));
        assertThat(routed.known()).isEmpty();
        assertThat(routed.refusal()).map(AwsError::code).contains("MethodNotAllowed");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:4566, /b/k/l, b, k/l",
        "localhost:4566, /b/, b, ''",
        "b.localhost:4566, /k/l, b, k/l",
        "b.s3.localhost, /, b, ''",
        "my.bucket.127.0.0.1:1, /k, my.bucket, k",
        "s3.localhost:4566, /b/k, b, k",
        "localhost, /b//k, b, /k",
        "localhost, /b/a%20b%2Bc+d%C3%A4, b, a b+c+dä",
    })
    void bucketAndKeyComeFromPathOrHost(String host, String path, String bucket, String key) {
        Routed routed = Router.route(in("GET", path, Map.of("host", host)));
        assertThat(routed.bucket()).contains(bucket);
        assertThat(routed.key().orElse("")).isEqualTo(key);
    }

    /// [O]
    @Test
    void aKeyThatIsNotUtf8IsAnInvalidUri() {
        assertThat(Router.route(in("GET", "/b/%80", Map.of())).refusal())
                .map(AwsError::code)
                .contains("InvalidURI");
    }

    private static Map<String, String> scoped(String service) {
        return Map.of(
                "authorization",
                "AWS4-HMAC-SHA256 Credential=AKID/20261124/us-east-1/"
                        + service
                        + "/aws4_request, SignedHeaders=host, Signature=0");
    }

    private static Map<String, String> scopedForm(String service) {
        Map<String, String> headers = new java.util.HashMap<>(scoped(service));
        headers.put("content-type", "application/x-www-form-urlencoded");
        return headers;
    }

    @Test
    void theScopeTellsTheService() {
        assertThat(Router.route(in("POST", "/", scoped("sts"))).service())
                .isEqualTo(AwsService.STS);
        assertThat(Router.route(in("POST", "/", scoped("iam"))).service())
                .isEqualTo(AwsService.IAM);
        assertThat(Router.route(in("GET", "/", scoped("s3"))).service()).isEqualTo(AwsService.S3);
    }

    @Test
    void withoutAScopeVersionAndActionTell() {
        Map<String, String> form = Map.of("content-type", "application/x-www-form-urlencoded");
        assertThat(
                        Router.route(
                                        in(
                                                "POST",
                                                "/",
                                                form,
                                                "Action=AssumeRoleWithWebIdentity&Version=2011-06-15"))
                                .operation()
                                .toString())
                .isEqualTo("sts:AssumeRoleWithWebIdentity");
        assertThat(
                        Router.route(in("GET", "/?Action=ListUsers&Version=2010-05-08", Map.of()))
                                .operation()
                                .toString())
                .isEqualTo("iam:ListUsers");
        assertThat(Router.route(in("GET", "/", Map.of())).service()).isEqualTo(AwsService.S3);
    }

    /// [O] §2.2; the double space stands for the empty action.
    @ParameterizedTest
    @CsvSource({
        "Action=&Version=2011-06-15, 'Could not find operation  for version 2011-06-15'",
        "Action=X&Version=2011-06-15, Could not find operation X for version 2011-06-15",
        "Action=GetCallerIdentity,"
                + " Could not find operation GetCallerIdentity for version NO_VERSION_SPECIFIED",
        "Action=GetCallerIdentity&Version=,"
                + " 'Could not find operation GetCallerIdentity for version '",
        "Action=GetCallerIdentity&Version=2000-01-01,"
                + " Could not find operation GetCallerIdentity for version 2000-01-01",
    })
    void anUnknownActionIsNamedWithItsVersion(String form, String message) {
        Routed routed = Router.route(in("POST", "/", scopedForm("sts"), form));
        assertThat(routed.refusal().orElseThrow().code()).isEqualTo("InvalidAction");
        assertThat(routed.refusal().orElseThrow().message()).isEqualTo(message);
    }

    /// [O]
    @Test
    void noActionLeadsToTheServicesPage() {
        AwsError get = Router.route(in("GET", "/?a=b", scoped("sts"))).refusal().orElseThrow();
        assertThat(get.status()).isEqualTo(302);
        assertThat(get.details()).containsEntry("Location", "https://aws.amazon.com/iam?a=b");
        AwsError post =
                Router.route(in("POST", "/", scoped("sts"), "Action=GetCallerIdentity"))
                        .refusal()
                        .orElseThrow();
        assertThat(post.status()).isEqualTo(302);
    }

    /// [O]
    @Test
    void anotherPathIsAnUnknownOperation() {
        AwsError error =
                Router.route(in("POST", "/x", scopedForm("sts"), "Action=GetCallerIdentity"))
                        .refusal()
                        .orElseThrow();
        assertThat(error.status()).isEqualTo(404);
        HttpOut out = ErrorWriter.write(AwsService.STS, error, "id", false);
        assertThat(text(out)).isEqualTo("<UnknownOperationException/>\n");
    }

    /// [O]
    @Test
    void aFormOverTenMillionBytesIsTooLarge() {
        HttpIn in = in("POST", "/", scopedForm("sts"));
        HttpIn large = in.withBody(new ByteArrayInputStream(new byte[10_000_001]));
        AwsError error = Router.route(large).refusal().orElseThrow();
        assertThat(error.status()).isEqualTo(413);
        HttpOut out = ErrorWriter.write(AwsService.STS, error, "id", false);
        assertThat(out.length()).isZero();
        assertThat(out.headers()).isEmpty();
        assertThat(
                        Router.route(in.withBody(new ByteArrayInputStream(new byte[10_000_000])))
                                .refusal())
                .map(AwsError::status)
                .contains(302);
    }

    private static String text(HttpOut out) {
        try (InputStream body = out.body()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
