package dev.rolecall.cloud;

import static dev.rolecall.cloud.TestCloud.answer;
import static dev.rolecall.cloud.Texts.ROOT;
import static dev.rolecall.cloud.Texts.policy;
import static dev.rolecall.cloud.Texts.statement;
import static dev.rolecall.cloud.Texts.trust;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.Tag;

/// The condition keys that say who asks, when and from where (aws-truth 1.10), over HTTP.
class ConditionKeyTest {
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

    private static String listIf(String condition) {
        return policy(statement("Allow", "s3:ListAllMyBuckets", "*", condition));
    }

    private static boolean mayList(TestCloud.Clients clients) {
        try {
            clients.s3().listBuckets();
            return true;
        } catch (software.amazon.awssdk.services.s3.model.S3Exception e) {
            assertThat(e.statusCode()).isEqualTo(403);
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'StringEquals':{'aws:username':'U'}",
                "'StringEquals':{'AWS:UserName':'U'}",
                "'StringLike':{'aws:userid':'AIDA*'}",
                "'StringEquals':{'aws:PrincipalType':'User'}",
                "'StringEquals':{'aws:PrincipalAccount':'111122223333'}",
                "'StringEquals':{'aws:ResourceAccount':'111122223333'}",
                "'ArnEquals':{'aws:PrincipalArn':'arn:aws:iam::111122223333:user/U'}",
                "'IpAddress':{'aws:SourceIp':'127.0.0.1'}",
                "'NotIpAddress':{'aws:SourceIp':'10.0.0.0/8'}",
                "'Bool':{'aws:SecureTransport':'false'}",
                "'Bool':{'aws:ViaAWSService':'false'}",
                "'StringLike':{'aws:UserAgent':'aws-sdk-java/2*'}",
                "'StringEquals':{'aws:RequestedRegion':'us-east-1'}",
                "'StringEquals':{'s3:authType':'REST-HEADER'}",
                "'StringEquals':{'s3:signatureversion':'AWS4-HMAC-SHA256'}",
                "'Null':{'aws:TokenIssueTime':'true','aws:MultiFactorAuthPresent':'true',"
                        + "'s3:signatureAge':'true','aws:SourceIdentity':'true'}",
                "'BoolIfExists':{'aws:MultiFactorAuthPresent':'true'}",
            })
    void aUserOfALongTermKeyMeets(String condition) {
        assertThat(mayList(cloud.user("U", listIf(condition)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Null':{'aws:username':'true'}",
                "'StringLike':{'aws:userid':'AROA*:ss'}",
                "'StringEquals':{'aws:PrincipalType':'AssumedRole'}",
                "'ArnEquals':{'aws:PrincipalArn':'arn:aws:iam::111122223333:role/R'}",
                "'Bool':{'aws:MultiFactorAuthPresent':'false'}",
                "'Null':{'aws:TokenIssueTime':'false','aws:MultiFactorAuthAge':'true'}",
            })
    void aSessionOfARoleMeets(String condition) {
        String role = cloud.role("R", trust(ROOT), listIf(condition));
        assertThat(mayList(cloud.assume(cloud.admin(), role))).isTrue();
    }

    @Test
    void aVariableStandsForTheUsersName() {
        cloud.admin().s3().createBucket(b -> b.bucket("home"));
        String home =
                policy(statement("Allow", "s3:PutObject", "arn:aws:s3:::home/${aws:username}/*"));
        TestCloud.Clients user = cloud.user("U", home);
        put(user, "U/k");
        assertThat(answer(() -> put(user, "V/k"))).startsWith("403");
        String role = cloud.role("R", trust(ROOT), home);
        TestCloud.Clients session = cloud.assume(cloud.admin(), role);
        assertThat(answer(() -> put(session, "U/k"))).startsWith("403");
    }

    private static void put(TestCloud.Clients clients, String key) {
        clients.s3()
                .putObject(
                        b -> b.bucket("home").key(key),
                        software.amazon.awssdk.core.sync.RequestBody.fromString("x"));
    }

    @Test
    void timeIsTheLabs() {
        Instant noon = cloud.clock().instant().plus(Duration.ofHours(1));
        TestCloud.Clients user =
                cloud.user(
                        "U",
                        listIf(
                                "'DateGreaterThan':{'aws:CurrentTime':'%s'}"
                                        .formatted(noon.truncatedTo(ChronoUnit.SECONDS))));
        assertThat(mayList(user)).isFalse();
        cloud.clock().advance(Duration.ofMinutes(61));
        assertThat(mayList(user)).isTrue();
        cloud.allow(
                "U",
                listIf(
                        "'NumericLessThan':{'aws:EpochTime':'%d'}"
                                .formatted(noon.getEpochSecond())));
        assertThat(mayList(user)).isFalse();
        cloud.clock().reset();
        assertThat(mayList(user)).isTrue();
    }

    /// V15: how the console revokes sessions.
    @Test
    void sessionsFromBeforeAMomentCanBeRevoked() {
        String role = cloud.role("R", trust(ROOT), listIf(""));
        TestCloud.Clients before = cloud.assume(cloud.admin(), role);
        cloud.clock().advance(Duration.ofMinutes(1));
        String revoke =
                policy(
                        statement(
                                "Deny",
                                "*",
                                "*",
                                "'DateLessThan':{'aws:TokenIssueTime':'%s'}"
                                        .formatted(
                                                cloud.clock()
                                                        .instant()
                                                        .truncatedTo(ChronoUnit.SECONDS))));
        cloud.admin()
                .iam()
                .putRolePolicy(b -> b.roleName("R").policyName("revoke").policyDocument(revoke));
        assertThat(mayList(before)).isFalse();
        assertThat(mayList(cloud.assume(cloud.admin(), role))).isTrue();
        TestCloud.Clients user = cloud.user("U", listIf(""));
        cloud.admin()
                .iam()
                .putUserPolicy(b -> b.userName("U").policyName("revoke").policyDocument(revoke));
        assertThat(mayList(user)).isTrue();
    }

    /// A user's and a role's tags, overridden by those of the session.
    @Test
    void tagsOfThePrincipalCount() {
        String blue = listIf("'StringEquals':{'aws:PrincipalTag/team':'blue'}");
        TestCloud.Clients user = cloud.user("U", blue);
        assertThat(mayList(user)).isFalse();
        cloud.admin().iam().tagUser(b -> b.userName("U").tags(tag("team", "blue")));
        assertThat(mayList(user)).isTrue();

        String role = cloud.role("R", trust(ROOT, "sts:AssumeRole,sts:TagSession", ""), blue);
        cloud.admin().iam().tagRole(b -> b.roleName("R").tags(tag("Team", "red")));
        assertThat(mayList(cloud.assume(cloud.admin(), role))).isFalse();
        TestCloud.Clients tagged =
                cloud.with(
                        cloud.admin()
                                .sts()
                                .assumeRole(b ->
                                        b.roleArn(role)
                                                .roleSessionName("ss")
                                                .tags(
                                                        software.amazon.awssdk.services.sts.model
                                                                .Tag.builder()
                                                                .key("team")
                                                                .value("blue")
                                                                .build()))
                                .credentials());
        assertThat(mayList(tagged)).isTrue();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    @Test
    void aSourceIdentityStaysWithTheSession() {
        String role =
                cloud.role(
                        "R",
                        trust(ROOT, "sts:AssumeRole,sts:SetSourceIdentity", ""),
                        listIf("'StringEquals':{'aws:SourceIdentity':'ada'}"));
        assertThat(mayList(cloud.assume(cloud.admin(), role))).isFalse();
        TestCloud.Clients ada =
                cloud.with(
                        cloud.admin()
                                .sts()
                                .assumeRole(b ->
                                        b.roleArn(role).roleSessionName("ss").sourceIdentity("ada"))
                                .credentials());
        assertThat(mayList(ada)).isTrue();
    }

    /// The region of the signature's scope; IAM is in one place only.
    @Test
    void theRequestedRegionIsThatOfTheSignature() {
        TestCloud.Clients user =
                cloud.user(
                        "U",
                        policy(
                                statement(
                                        "Allow",
                                        "*",
                                        "*",
                                        "'StringEquals':{'aws:RequestedRegion':'eu-west-1'}")));
        String sts =
                "Action=GetAccessKeyInfo&Version=2011-06-15&AccessKeyId="
                        + user.credentials().accessKeyId();
        assertThat(user.raw("sts").region("eu-west-1").form(sts).send().status()).isEqualTo(200);
        assertThat(user.raw("sts").form(sts).send().status()).isEqualTo(403);
        String iam = "Action=ListUsers&Version=2010-05-08";
        assertThat(user.raw("iam").region("eu-west-1").form(iam).send().status()).isEqualTo(403);
    }

    /// What a presigned request has, and when.
    @Test
    void aPresignedRequestHasAnAge() {
        cloud.admin().s3().createBucket(b -> b.bucket("home"));
        TestCloud.Clients user =
                cloud.user(
                        "U",
                        policy(
                                statement(
                                        "Allow",
                                        "s3:*",
                                        "*",
                                        "'NumericLessThan':{'s3:signatureAge':'600000'},"
                                                + "'StringEquals':{'s3:authType':'REST-QUERY-STRING'}")));
        RawRequest request = user.raw("s3").path("/home").query("list-type=2");
        String query = request.presign(Duration.ofHours(1));
        assertThat(request.sendQuery(query).status()).isEqualTo(200);
        assertThat(request.send().status()).isEqualTo(403);
        cloud.clock().advance(Duration.ofMinutes(11));
        cloud.clock().settle();
        assertThat(request.sendQuery(query).status()).isEqualTo(403);
        assertThat(
                        user.raw("s3")
                                .path("/home")
                                .query("list-type=2")
                                .presigned(Duration.ofHours(1))
                                .status())
                .isEqualTo(200);
    }
}
