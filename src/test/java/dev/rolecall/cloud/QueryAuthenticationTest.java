package dev.rolecall.cloud;

import static dev.rolecall.cloud.Texts.ROOT;
import static dev.rolecall.cloud.Texts.allow;
import static dev.rolecall.cloud.Texts.trust;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.iam.model.StatusType;

/// How STS and IAM authenticate (aws-truth 2.8), and in which order.
@ParameterizedClass
@ValueSource(strings = {"sts", "iam"})
class QueryAuthenticationTest {
    private static final String INVALID = "The security token included in the request is invalid.";

    @Parameter String service = "";
    @TempDir Path bodies;
    private TestCloud cloud;

    @BeforeEach
    void start() {
        cloud = new TestCloud(bodies);
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    private RawRequest by(TestCloud.Clients clients) {
        return clients.raw(service)
                .form(
                        service.equals("sts")
                                ? "Action=GetCallerIdentity&Version=2011-06-15"
                                : "Action=ListUsers&Version=2010-05-08");
    }

    private TestCloud.Clients session() {
        String role = cloud.role("R", trust(ROOT), allow("iam:*", "*"));
        return cloud.assume(cloud.admin(), role);
    }

    private static void assertRefused(RawAnswer answer, String code, String message) {
        assertThat(answer.summary()).isEqualTo("403 " + code);
        assertThat(answer.message()).isEqualTo(message);
    }

    @Test
    void aGoodSignatureIsTaken() {
        assertThat(by(cloud.admin()).send().status()).isEqualTo(200);
        assertThat(by(session()).send().status()).isEqualTo(200);
    }

    @Test
    void anUnsignedRequestLacksAToken() {
        assertRefused(
                by(cloud.admin()).anonymous().send(),
                "MissingAuthenticationToken",
                "Request is missing Authentication Token");
    }

    @Test
    void anUnknownKeyIsInvalid() {
        assertRefused(
                by(cloud.admin()).key("AKIAIOSFODNN7EXAMPLE", "x").send(),
                "InvalidClientTokenId",
                INVALID);
    }

    @Test
    void anInactiveKeyIsInvalidUntilItIsActiveAgain() {
        cloud.user("U", allow("iam:*", "*"));
        AccessKey key = cloud.admin().iam().createAccessKey(b -> b.userName("U")).accessKey();
        status(key, StatusType.INACTIVE);
        assertRefused(by(cloud.with(key)).send(), "InvalidClientTokenId", INVALID);
        status(key, StatusType.ACTIVE);
        assertThat(by(cloud.with(key)).send().status()).isEqualTo(200);
    }

    private void status(AccessKey key, StatusType status) {
        cloud.admin()
                .iam()
                .updateAccessKey(
                        b -> b.userName("U").accessKeyId(key.accessKeyId()).status(status));
    }

    @Test
    void aSessionKeyNeedsItsOwnToken() {
        TestCloud.Clients one = session();
        TestCloud.Clients two = cloud.assume(cloud.admin(), "arn:aws:iam::111122223333:role/R");
        String other = by(two).tokenText();
        assertRefused(by(one).token().send(), "InvalidClientTokenId", INVALID);
        assertRefused(by(one).token(other).send(), "InvalidClientTokenId", INVALID);
        assertRefused(by(one).token("garbage").send(), "InvalidClientTokenId", INVALID);
    }

    @Test
    void aTokenMustBeSigned() {
        TestCloud.Clients one = session();
        String token = by(one).tokenText();
        assertRefused(
                by(one).token().unsigned("x-amz-security-token", token).send(),
                "InvalidClientTokenId",
                INVALID);
    }

    /// [U] In the field a stale token in the environment beside a long-term key is invalid.
    @Test
    void aTokenBesideALongTermKeyIsInvalid() {
        String stale = by(session()).tokenText();
        assertRefused(by(cloud.admin()).token(stale).send(), "InvalidClientTokenId", INVALID);
        assertThat(by(cloud.admin()).token(stale).secret("wrong").send().code())
                .isEqualTo("SignatureDoesNotMatch");
    }

    @Test
    void aSessionEndsByTheLabsClock() {
        TestCloud.Clients session = session();
        cloud.clock().advance(Duration.ofMinutes(61));
        assertRefused(
                by(session).send(),
                "ExpiredToken",
                "The security token included in the request is expired");
        assertThat(cloud.last().principal().arn())
                .isEqualTo("arn:aws:sts::111122223333:assumed-role/R/ss");
        cloud.clock().reset();
        assertThat(by(session).send().status()).isEqualTo(200);
    }

    /// V11, V12: a session hangs on the role's unique id, not on its name.
    @Test
    void aSessionEndsWithItsRoleAndDoesNotComeBackWithAnotherOfThatName() {
        TestCloud.Clients session = session();
        cloud.admin().iam().deleteRolePolicy(b -> b.roleName("R").policyName("own"));
        cloud.admin().iam().deleteRole(b -> b.roleName("R"));
        assertRefused(by(session).send(), "InvalidClientTokenId", INVALID);
        cloud.role("R", trust(ROOT), allow("*", "*"));
        assertRefused(by(session).send(), "InvalidClientTokenId", INVALID);
    }

    @Test
    void aWrongSecretMakesAWrongSignature() {
        assertRefused(
                by(cloud.admin()).secret("wrong").send(),
                "SignatureDoesNotMatch",
                "The request signature we calculated does not match the signature you provided."
                        + " Check your AWS Secret Access Key and signing method."
                        + " Consult the service documentation for details.");
    }

    /// [O] Five minutes pass; the window is fifteen.
    @Test
    void aClientsClockMayBeWrongByMinutes() {
        Instant now = Instant.now();
        for (long minutes : List.of(-14L, -5L, 5L, 14L)) {
            assertThat(by(cloud.admin()).at(now.plus(Duration.ofMinutes(minutes))).send().status())
                    .isEqualTo(200);
        }
        assertThat(by(cloud.admin()).at(now.minus(Duration.ofMinutes(16))).send().message())
                .matches(
                        "Signature expired: \\d{8}T\\d{6}Z is now earlier than \\d{8}T\\d{6}Z"
                                + " \\(\\d{8}T\\d{6}Z - 15 min\\.\\)");
        assertThat(by(cloud.admin()).at(now.plus(Duration.ofMinutes(16))).send().message())
                .matches(
                        "Signature not yet current: \\d{8}T\\d{6}Z is still later than"
                                + " \\d{8}T\\d{6}Z \\(\\d{8}T\\d{6}Z \\+ 15 min\\.\\)");
    }

    @Test
    void theClientsClockIsComparedWithRealTimeHoweverTheLabsWasMoved() {
        cloud.clock().advance(Duration.ofMinutes(61));
        assertThat(by(cloud.admin()).send().status()).isEqualTo(200);
        assertThat(by(cloud.admin()).at(Instant.now().plus(Duration.ofMinutes(61))).send().code())
                .isEqualTo("SignatureDoesNotMatch");
        assertThat(by(cloud.admin()).send().headers().get("date")).hasSize(1);
    }

    @Test
    void theScopeMustBeTheServicesOwn() {
        assertRefused(
                by(cloud.admin()).region("nowhere").send(),
                "SignatureDoesNotMatch",
                "Credential should be scoped to a valid region. ");
        assertThat(by(cloud.admin()).region("eu-west-1").send().status()).isEqualTo(200);
        assertThat(by(cloud.admin()).scopeDate("20200101").send().summary())
                .isEqualTo("403 SignatureDoesNotMatch");
    }

    /// Each step hides those after it: scope, key, token, expiry, signature.
    @Test
    void theFirstFaultIsTold() {
        TestCloud.Clients session = session();
        cloud.clock().advance(Duration.ofMinutes(61));
        assertThat(by(session).secret("wrong").send().code()).isEqualTo("ExpiredToken");
        assertThat(by(session).secret("wrong").token().send().code())
                .isEqualTo("InvalidClientTokenId");
        assertThat(by(session).region("nowhere").token().send().message()).contains("region");
        assertThat(by(cloud.admin()).key("AKIANOBODY", "x").region("nowhere").send().message())
                .contains("region");
        assertThat(by(session).at(Instant.EPOCH).send().code()).isEqualTo("ExpiredToken");
    }

    @Test
    void aRequestMayBePresigned() {
        RawRequest request =
                cloud.admin()
                        .raw(service)
                        .query(
                                service.equals("sts")
                                        ? "Action=GetCallerIdentity&Version=2011-06-15"
                                        : "Action=ListUsers&Version=2010-05-08");
        assertThat(request.presigned(Duration.ofMinutes(5)).status()).isEqualTo(200);
        assertThat(request.tampered("&X=1").presigned(Duration.ofMinutes(5)).code())
                .isEqualTo("SignatureDoesNotMatch");
    }
}
