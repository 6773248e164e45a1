package dev.rolecall.cloud;

import static dev.rolecall.cloud.TestCloud.answer;
import static dev.rolecall.cloud.Texts.ROOT;
import static dev.rolecall.cloud.Texts.allow;
import static dev.rolecall.cloud.Texts.policy;
import static dev.rolecall.cloud.Texts.statement;
import static dev.rolecall.cloud.Texts.trust;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetSessionTokenResponse;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;
import software.amazon.awssdk.services.sts.model.Tag;

/// What each kind of credentials may call (aws-truth 2.6).
class CapabilityTest {
    private static final String EVERYTHING = allow("*", "*");

    /// [F] Without the final period that a wrong token has.
    private static final String NOT_AT_IAM =
            "403 InvalidClientTokenId The security token included in the request is invalid";

    @TempDir Path bodies;
    private TestCloud cloud;
    private String role = "";

    @BeforeEach
    void start() {
        cloud = new TestCloud(bodies);
        role = cloud.role("R", trust(ROOT), EVERYTHING);
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    private void assertMayAssume(TestCloud.Clients clients) {
        assertThat(clients.sts().assumeRole(b -> b.roleArn(role).roleSessionName("xx")))
                .isNotNull();
    }

    private static String sessionCredentials(String operation) {
        return "403 AccessDenied Cannot call " + operation + " with session credentials";
    }

    private TestCloud.Clients federated(TestCloud.Clients maker, String policy) {
        Credentials credentials =
                maker.sts().getFederationToken(b -> b.name("fed").policy(policy)).credentials();
        return cloud.with(credentials);
    }

    @Test
    void aUserMayAllThatItsPoliciesAllow() {
        TestCloud.Clients user = cloud.user("U", EVERYTHING);
        assertThat(user.iam().listUsers().users()).isNotEmpty();
        assertMayAssume(user);
        assertThat(user.sts().getFederationToken(b -> b.name("fed")).credentials()).isNotNull();
        assertThat(user.sts().getSessionToken().credentials()).isNotNull();
        assertThat(user.s3().listBuckets().buckets()).isEmpty();
    }

    /// V1, V2: neither needs a permission, and nothing can deny them.
    @Test
    void nobodyCanBeDeniedWhoTheyAreNorASessionToken() {
        TestCloud.Clients user = cloud.user("U", policy(statement("Deny", "*", "*")));
        assertThat(user.sts().getCallerIdentity().arn()).endsWith(":user/U");
        assertThat(user.sts().getSessionToken().credentials()).isNotNull();
        assertThat(answer(() -> user.sts().getFederationToken(b -> b.name("fed"))))
                .contains("arn:aws:sts::111122223333:federated-user/fed")
                .contains("explicit deny in an identity-based policy");
    }

    /// V27, V28.
    @Test
    void theRootUserMayAllButAssumeARoleAndItsSessionsLastAnHour() {
        TestCloud.Clients root = cloud.root(TestCloud.ACCOUNT);
        assertThat(root.iam().listUsers().users()).isNotEmpty();
        root.s3().createBucket(b -> b.bucket("roots"));
        assertThat(answer(() -> assertMayAssume(root)))
                .isEqualTo("403 AccessDenied Roles may not be assumed by root accounts.");
        GetSessionTokenResponse token = root.sts().getSessionToken(b -> b.durationSeconds(43_200));
        assertThat(token.credentials().expiration())
                .isBefore(cloud.clock().instant().plus(Duration.ofSeconds(3601)));
        TestCloud.Clients session = cloud.with(token.credentials());
        assertThat(session.sts().getCallerIdentity().arn()).isEqualTo(ROOT);
        assertThat(session.s3().listBuckets().buckets()).hasSize(1);
        assertThat(answer(() -> session.iam().listUsers())).isEqualTo(NOT_AT_IAM);
        assertThat(answer(() -> assertMayAssume(session)))
                .isEqualTo("403 AccessDenied Roles may not be assumed by root accounts.");
    }

    @Test
    void aSessionTokenWithoutSecondFactorIsGoodForEverythingButIam() {
        TestCloud.Clients user = cloud.user("U", EVERYTHING);
        TestCloud.Clients session = cloud.with(user.sts().getSessionToken().credentials());
        assertThat(answer(() -> session.iam().listUsers())).isEqualTo(NOT_AT_IAM);
        assertMayAssume(session);
        assertThat(answer(() -> session.sts().getFederationToken(b -> b.name("fed"))))
                .isEqualTo(sessionCredentials("GetFederationToken"));
        assertThat(answer(() -> session.sts().getSessionToken()))
                .isEqualTo(sessionCredentials("GetSessionToken"));
        assertThat(session.sts().getCallerIdentity().arn()).endsWith(":user/U");
        assertThat(session.s3().listBuckets().buckets()).isEmpty();
    }

    /// It is the credential that IAM refuses, so it does so before it looks at the request.
    @Test
    void iamRefusesTheSessionBeforeItReadsTheRequest() {
        TestCloud.Clients user = cloud.user("U", EVERYTHING);
        TestCloud.Clients session = cloud.with(user.sts().getSessionToken().credentials());
        assertThat(answer(() -> session.iam().getRole(b -> b.roleName("not a name"))))
                .isEqualTo(NOT_AT_IAM);
    }

    @Test
    void aSessionOfARoleMayWhatTheRoleMayButAskForTokens() {
        TestCloud.Clients session = cloud.assume(cloud.admin(), role);
        assertThat(session.iam().listUsers().users()).isNotEmpty();
        assertThat(answer(() -> session.sts().getFederationToken(b -> b.name("fed"))))
                .isEqualTo(sessionCredentials("GetFederationToken"));
        assertThat(answer(() -> session.sts().getSessionToken()))
                .isEqualTo(sessionCredentials("GetSessionToken"));
        assertThat(session.s3().listBuckets().buckets()).isEmpty();
    }

    /// V23, V25: the user's permissions cut down to the session policy, and neither IAM nor roles.
    @Test
    void aFederatedUserMayWhatBothItsMakerAndItsPolicyAllow() {
        TestCloud.Clients maker = cloud.user("U", EVERYTHING);
        TestCloud.Clients wide = federated(maker, allow("s3:*", "*"));
        wide.s3().createBucket(b -> b.bucket("box"));
        assertThat(wide.sts().getCallerIdentity().arn())
                .isEqualTo("arn:aws:sts::111122223333:federated-user/fed");
        assertThat(answer(() -> wide.iam().listUsers())).isEqualTo(NOT_AT_IAM);
        assertThat(answer(() -> assertMayAssume(wide))).startsWith("403 AccessDenied");
        assertThat(answer(() -> wide.sts().getSessionToken()))
                .isEqualTo(sessionCredentials("GetSessionToken"));
        TestCloud.Clients narrow = federated(maker, allow("s3:ListBucket", "*"));
        assertThat(narrow.s3().listObjectsV2(b -> b.bucket("box")).contents()).isEmpty();
        assertThat(answer(() -> narrow.s3().listBuckets()))
                .endsWith("because no session policy allows the s3:ListAllMyBuckets action");
        cloud.allow("U", allow("sts:*", "*"));
        assertThat(answer(() -> wide.s3().listObjectsV2(b -> b.bucket("box"))))
                .endsWith("because no identity-based policy allows the s3:ListBucket action");
    }

    @Test
    void aFederatedUserWithoutPolicyMayNothing() {
        Credentials credentials =
                cloud.admin().sts().getFederationToken(b -> b.name("fed")).credentials();
        assertThat(answer(() -> cloud.with(credentials).s3().listBuckets()))
                .endsWith("because no session policy allows the s3:ListAllMyBuckets action");
    }

    @Test
    void aFederatedUserOfTheRootUsersMayWhatItsPolicyAllows() {
        TestCloud.Clients root = cloud.root(TestCloud.ACCOUNT);
        TestCloud.Clients fed = federated(root, allow("s3:CreateBucket", "*"));
        fed.s3().createBucket(b -> b.bucket("box"));
        assertThat(answer(() -> fed.s3().listBuckets()))
                .endsWith("because no session policy allows the s3:ListAllMyBuckets action");
    }

    @Test
    void tagsOfAFederatedUserAreAPermissionOfTheirOwn() {
        TestCloud.Clients user = cloud.user("U", allow("sts:GetFederationToken", "*"));
        assertThat(
                        answer(() ->
                                user.sts()
                                        .getFederationToken(b ->
                                                b.name("fed")
                                                        .tags(
                                                                Tag.builder()
                                                                        .key("team")
                                                                        .value("blue")
                                                                        .build()))))
                .contains(
                        "sts:TagSession on resource: arn:aws:sts::111122223333:federated-user/fed");
    }

    @Test
    void aSessionPolicyNarrowsTheSessionOfARole() {
        Credentials credentials =
                cloud.admin()
                        .sts()
                        .assumeRole(b ->
                                b.roleArn(role)
                                        .roleSessionName("xx")
                                        .policy(allow("s3:ListAllMyBuckets", "*")))
                        .credentials();
        TestCloud.Clients session = cloud.with(credentials);
        assertThat(session.s3().listBuckets().buckets()).isEmpty();
        assertThat(answer(() -> session.s3().createBucket(b -> b.bucket("box"))))
                .endsWith("because no session policy allows the s3:CreateBucket action");
        Credentials managed =
                cloud.admin()
                        .sts()
                        .assumeRole(b ->
                                b.roleArn(role)
                                        .roleSessionName("xx")
                                        .policyArns(
                                                PolicyDescriptorType.builder()
                                                        .arn(
                                                                "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess")
                                                        .build()))
                        .credentials();
        assertThat(cloud.with(managed).s3().listBuckets().buckets()).isEmpty();
        assertThat(answer(() -> cloud.with(managed).iam().listUsers()))
                .contains("because no session policy allows the iam:ListUsers action");
    }
}
