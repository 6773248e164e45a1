package dev.rolecall.cloud;

import static dev.rolecall.cloud.Texts.ROOT;
import static dev.rolecall.cloud.Texts.allow;
import static dev.rolecall.cloud.Texts.grant;
import static dev.rolecall.cloud.Texts.policy;
import static dev.rolecall.cloud.Texts.trust;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.iam.model.StatusType;

/// How S3 authenticates (aws-truth 2.8), and in which order.
class S3AuthenticationTest {
    @TempDir Path bodies;
    private TestCloud cloud;

    @BeforeEach
    void start() {
        cloud = new TestCloud(bodies);
        cloud.admin().s3().createBucket(b -> b.bucket("box"));
        cloud.admin()
                .s3()
                .putObject(b -> b.bucket("box").key("k"), RequestBody.fromString("hello"));
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    private static RawRequest by(TestCloud.Clients clients) {
        return clients.raw("s3").path("/box/k");
    }

    private TestCloud.Clients session() {
        String role = cloud.role("R", trust(ROOT), allow("s3:*", "*"));
        return cloud.assume(cloud.admin(), role);
    }

    @Test
    void aGoodSignatureIsTaken() {
        assertThat(by(cloud.admin()).send().body()).isEqualTo("hello");
        assertThat(by(session()).send().body()).isEqualTo("hello");
    }

    @Test
    void aRequestWithoutSignatureIsAnybodys() {
        RawAnswer answer = by(cloud.admin()).anonymous().send();
        assertThat(answer.summary()).isEqualTo("403 AccessDenied");
        assertThat(answer.message()).isEqualTo("Access Denied");
        assertThat(by(cloud.admin()).path("/nobodys-bucket/k").anonymous().send().summary())
                .isEqualTo("404 NoSuchBucket");
        assertThat(by(cloud.admin()).anonymous().unsigned("x-amz-date", "x").send().status())
                .isEqualTo(403);
    }

    @Test
    void anybodyMayReadWhatAPolicyOpensToAll() {
        cloud.admin().s3().deletePublicAccessBlock(b -> b.bucket("box"));
        cloud.admin()
                .s3()
                .putBucketPolicy(b ->
                        b.bucket("box")
                                .policy(
                                        policy(
                                                grant(
                                                        "Allow",
                                                        "*",
                                                        "s3:GetObject",
                                                        "arn:aws:s3:::box/*"))));
        assertThat(by(cloud.admin()).anonymous().send().body()).isEqualTo("hello");
        assertThat(cloud.last().principal().userId()).isEqualTo("anonymous");
    }

    @Test
    void anUnknownKeyDoesNotExistNeitherDoesABucketMatter() {
        RawAnswer answer =
                by(cloud.admin()).key("AKIAIOSFODNN7EXAMPLE", "x").path("/nowhere-at-all/k").send();
        assertThat(answer.summary()).isEqualTo("403 InvalidAccessKeyId");
        assertThat(answer.message())
                .isEqualTo("The AWS Access Key Id you provided does not exist in our records.");
        assertThat(answer.element("AWSAccessKeyId")).isEqualTo("AKIAIOSFODNN7EXAMPLE");
    }

    @Test
    void anInactiveKeyDoesNotExist() {
        cloud.user("U", allow("s3:*", "*"));
        AccessKey key = cloud.admin().iam().createAccessKey(b -> b.userName("U")).accessKey();
        cloud.admin()
                .iam()
                .updateAccessKey(b ->
                        b.userName("U").accessKeyId(key.accessKeyId()).status(StatusType.INACTIVE));
        assertThat(by(cloud.with(key)).send().summary()).isEqualTo("403 InvalidAccessKeyId");
    }

    @Test
    void aSessionKeyNeedsItsOwnToken() {
        TestCloud.Clients one = session();
        TestCloud.Clients two = cloud.assume(cloud.admin(), "arn:aws:iam::111122223333:role/R");
        String token = by(one).tokenText();
        String other = by(two).tokenText();
        assertThat(by(one).token().send().summary()).isEqualTo("403 InvalidAccessKeyId");
        assertThat(by(one).token(other).send().summary()).isEqualTo("403 InvalidAccessKeyId");
        RawAnswer malformed = by(one).token("garbage").send();
        assertThat(malformed.summary()).isEqualTo("400 InvalidToken");
        assertThat(malformed.element("Token-0")).isEqualTo("garbage");
        assertThat(by(one).token(token).send().status()).isEqualTo(200);
    }

    /// [O] The unsigned header comes before key and token.
    @Test
    void headersOfAmazonsMustBeSigned() {
        TestCloud.Clients one = session();
        RawAnswer answer =
                by(one).token().unsigned("x-amz-security-token", by(one).tokenText()).send();
        assertThat(answer.summary()).isEqualTo("403 AccessDenied");
        assertThat(answer.message())
                .isEqualTo("There were headers present in the request which were not signed");
        assertThat(answer.element("HeadersNotSigned")).isEqualTo("x-amz-security-token");
        assertThat(by(cloud.admin()).unsigned("x-amz-acl", "private").send().message())
                .contains("not signed");
    }

    @Test
    void aTokenBesideALongTermKeyIsInvalidOnceTheSignatureIsGood() {
        String stale = by(session()).tokenText();
        assertThat(by(cloud.admin()).token(stale).send().summary()).isEqualTo("400 InvalidToken");
        assertThat(by(cloud.admin()).token(stale).secret("wrong").send().summary())
                .isEqualTo("403 SignatureDoesNotMatch");
    }

    @Test
    void aSessionEndsByTheLabsClock() {
        TestCloud.Clients session = session();
        cloud.clock().advance(Duration.ofMinutes(61));
        RawAnswer answer = by(session).send();
        assertThat(answer.summary()).isEqualTo("400 ExpiredToken");
        assertThat(answer.message()).isEqualTo("The provided token has expired.");
        assertThat(answer.element("Token-0")).isEqualTo(by(session).tokenText());
        assertThat(cloud.last().principal().arn()).endsWith("assumed-role/R/ss");
        assertThat(cloud.last().refused()).isTrue();
    }

    @Test
    void aSessionEndsWithItsRoleForGood() {
        TestCloud.Clients session = session();
        cloud.admin().iam().deleteRolePolicy(b -> b.roleName("R").policyName("own"));
        cloud.admin().iam().deleteRole(b -> b.roleName("R"));
        assertThat(by(session).send().summary()).isEqualTo("403 InvalidAccessKeyId");
        cloud.role("R", trust(ROOT), allow("s3:*", "*"));
        assertThat(by(session).send().summary()).isEqualTo("403 InvalidAccessKeyId");
    }

    @Test
    void aWrongSignatureIsToldWithWhatShouldHaveBeenSigned() {
        RawAnswer answer = by(cloud.admin()).secret("wrong").send();
        assertThat(answer.summary()).isEqualTo("403 SignatureDoesNotMatch");
        assertThat(answer.element("StringToSign")).startsWith("AWS4-HMAC-SHA256");
        assertThat(answer.element("CanonicalRequest")).startsWith("GET\n/box/k\n");
    }

    @Test
    void theClientsClockIsComparedWithRealTimeHoweverTheLabsWasMoved() {
        cloud.clock().advance(Duration.ofMinutes(61));
        assertThat(by(cloud.admin()).send().status()).isEqualTo(200);
        RawAnswer answer = by(cloud.admin()).at(Instant.now().minus(Duration.ofMinutes(20))).send();
        assertThat(answer.summary()).isEqualTo("403 RequestTimeTooSkewed");
        assertThat(answer.element("MaxAllowedSkewMilliseconds")).isEqualTo("900000");
    }

    @Test
    void aClientOfAnotherRegionMakesItsBucketsThereAndReachesThem() {
        String constraint =
                "<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint>"
                        + "</CreateBucketConfiguration>";
        assertThat(inIreland("/far").method("PUT").body(constraint).send().status()).isEqualTo(200);
        assertThat(inIreland("/far").send().status()).isEqualTo(200);
        cloud.admin().s3().createBucket(b -> b.bucket("near"));
        assertThat(inIreland("/near").send().summary())
                .isEqualTo("400 AuthorizationHeaderMalformed");
    }

    private RawRequest inIreland(String path) {
        return by(cloud.admin()).region("eu-west-1").path(path);
    }

    @Test
    void theScopeMustBeThisRegionAndS3() {
        RawAnswer region = by(cloud.admin()).region("eu-west-1").send();
        assertThat(region.summary()).isEqualTo("400 AuthorizationHeaderMalformed");
        assertThat(region.message())
                .isEqualTo(
                        "The authorization header is malformed; the region 'eu-west-1' is wrong;"
                                + " expecting 'us-east-1'");
        assertThat(region.element("Region")).isEqualTo("us-east-1");
        assertThat(
                        by(cloud.admin())
                                .signing("x-amz-content-sha256", "UNSIGNED-PAYLOAD")
                                .service("elsewhere")
                                .send()
                                .message())
                .contains("incorrect service \"elsewhere\"");
    }

    /// V44, [O] from a cross-product: clock, scope, key, token, expiry, signature.
    @Test
    void theFirstFaultIsTold() {
        TestCloud.Clients session = session();
        Instant off = Instant.now().plus(Duration.ofMinutes(20));
        assertThat(by(session).at(off).region("eu-west-1").key("AKIANOBODY", "x").send().code())
                .isEqualTo("RequestTimeTooSkewed");
        assertThat(by(session).region("eu-west-1").key("AKIANOBODY", "x").send().code())
                .isEqualTo("AuthorizationHeaderMalformed");
        cloud.clock().advance(Duration.ofMinutes(61));
        assertThat(by(session).token().secret("wrong").send().code())
                .isEqualTo("InvalidAccessKeyId");
        assertThat(by(session).secret("wrong").send().code()).isEqualTo("ExpiredToken");
        assertThat(by(cloud.admin()).path("/no-such-bucket/k").secret("wrong").send().code())
                .isEqualTo("SignatureDoesNotMatch");
    }
}
