package dev.rolecall.cloud;

import static dev.rolecall.cloud.TestCloud.answer;
import static dev.rolecall.cloud.Texts.ROOT;
import static dev.rolecall.cloud.Texts.allow;
import static dev.rolecall.cloud.Texts.grant;
import static dev.rolecall.cloud.Texts.policy;
import static dev.rolecall.cloud.Texts.trust;
import static dev.rolecall.cloud.Texts.user;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.sts.model.Credentials;

/// Bucket policies and who is named in them: the rows of aws-truth 1.4, over HTTP.
class BucketPolicyTest {
    private static final String BOX = "arn:aws:s3:::box";
    private static final String KEYS = BOX + "/*";
    private static final String FEDERATED = "arn:aws:sts::111122223333:federated-user/fed";
    private static final String NO_BOUNDARY =
            "403 AccessDenied User: %s is not authorized to perform: s3:GetObject on resource:"
                    + " \"arn:aws:s3:::box/k\" because no permissions boundary allows the"
                    + " s3:GetObject action";

    @TempDir Path bodies;
    private TestCloud cloud;

    @BeforeEach
    void start() {
        cloud = new TestCloud(bodies);
        cloud.admin().s3().createBucket(b -> b.bucket("box"));
        cloud.admin().s3().deletePublicAccessBlock(b -> b.bucket("box"));
        cloud.admin()
                .s3()
                .putObject(b -> b.bucket("box").key("k"), RequestBody.fromString("hello"));
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    private void box(String... statements) {
        cloud.admin().s3().putBucketPolicy(b -> b.bucket("box").policy(policy(statements)));
    }

    private void grantTo(String principal) {
        box(grant("Allow", principal, "s3:GetObject", KEYS));
    }

    private static void read(TestCloud.Clients clients) {
        assertThat(clients.s3().getObjectAsBytes(b -> b.bucket("box").key("k")).asUtf8String())
                .isEqualTo("hello");
    }

    private static String denied(TestCloud.Clients clients) {
        return answer(() -> read(clients));
    }

    private void boundary(String user) {
        cloud.admin()
                .iam()
                .putUserPermissionsBoundary(b ->
                        b.userName(user)
                                .permissionsBoundary("arn:aws:iam::aws:policy/IAMFullAccess"));
    }

    /// V35: who is named needs no policy of their own, and no boundary holds them back.
    @ParameterizedTest
    @CsvSource({"arn:aws:iam::111122223333:user/U", "*"})
    void aUserThatIsNamedOrAmongAllNeedsNothingElse(String principal) {
        TestCloud.Clients user = cloud.user("U");
        assertThat(denied(user)).contains("because no identity-based policy allows");
        boundary("U");
        grantTo(principal);
        read(user);
        TestCloud.Clients session = cloud.with(user.sts().getSessionToken().credentials());
        read(session);
    }

    @ParameterizedTest
    @CsvSource({"arn:aws:iam::111122223333:root", "111122223333"})
    void aGrantToTheAccountLeavesItToTheAccountsOwnPolicies(String principal) {
        TestCloud.Clients user = cloud.user("U");
        grantTo(principal);
        assertThat(denied(user)).contains("because no identity-based policy allows");
        cloud.allow("U", allow("s3:GetObject", KEYS));
        read(user);
        boundary("U");
        assertThat(denied(user)).isEqualTo(NO_BOUNDARY.formatted(user("U")));
    }

    private TestCloud.Clients session(String sessionPolicy) {
        String role = "arn:aws:iam::111122223333:role/R";
        Credentials credentials =
                cloud.admin()
                        .sts()
                        .assumeRole(b ->
                                b.roleArn(role)
                                        .roleSessionName("ss")
                                        .policy(sessionPolicy.isEmpty() ? null : sessionPolicy))
                        .credentials();
        return cloud.with(credentials);
    }

    /// V36: the role's name grants within what boundary and session policy leave.
    @Test
    void aGrantToARoleIsHeldBackByItsBoundaryAndASessionPolicy() {
        String role = cloud.role("R", trust(ROOT));
        grantTo(role);
        read(session(""));
        assertThat(denied(session(allow("iam:*", "*"))))
                .contains("because no session policy allows the s3:GetObject action");
        cloud.admin()
                .iam()
                .putRolePermissionsBoundary(b ->
                        b.roleName("R")
                                .permissionsBoundary("arn:aws:iam::aws:policy/IAMFullAccess"));
        assertThat(denied(session("")))
                .isEqualTo(NO_BOUNDARY.formatted("arn:aws:sts::111122223333:assumed-role/R/ss"));
    }

    @Test
    void aGrantToASessionIsHeldBackByNothing() {
        cloud.role("R", trust(ROOT));
        cloud.admin()
                .iam()
                .putRolePermissionsBoundary(b ->
                        b.roleName("R")
                                .permissionsBoundary("arn:aws:iam::aws:policy/IAMFullAccess"));
        grantTo("arn:aws:sts::111122223333:assumed-role/R/ss");
        read(session(""));
        read(session(allow("iam:*", "*")));
    }

    @Test
    void aGrantToAllWithTheRolesArnInAConditionIsHeldBackByNothing() {
        String role = cloud.role("R", trust(ROOT));
        box(
                grant(
                        "Allow",
                        "*",
                        "s3:GetObject",
                        KEYS,
                        "'ArnEquals':{'aws:PrincipalArn':'" + role + "'}"));
        read(session(allow("iam:*", "*")));
        assertThat(denied(cloud.user("U"))).startsWith("403");
    }

    /// V24.
    @Test
    void aFederatedUserThatIsNamedNeedsNoSessionPolicy() {
        Credentials credentials =
                cloud.user("U", allow("sts:*", "*"))
                        .sts()
                        .getFederationToken(b -> b.name("fed"))
                        .credentials();
        TestCloud.Clients fed = cloud.with(credentials);
        grantTo(user("U"));
        assertThat(denied(fed)).contains("because no session policy allows");
        grantTo(FEDERATED);
        read(fed);
    }

    @Test
    void anExplicitDenyWinsOverEveryGrant() {
        TestCloud.Clients user = cloud.user("U", allow("s3:*", "*"));
        box(grant("Deny", user("U"), "s3:GetObject", KEYS));
        assertThat(denied(user)).endsWith("with an explicit deny in a resource-based policy");
        box(
                grant("Allow", user("U"), "s3:GetObject", KEYS),
                grant("Deny", "*", "s3:GetObject", KEYS));
        assertThat(denied(user)).endsWith("with an explicit deny in a resource-based policy");
        assertThat(denied(cloud.admin()))
                .endsWith("with an explicit deny in a resource-based policy");
    }

    /// [M,O] A root user who is locked out can still mend the policy; its users cannot.
    @Test
    void theRootUserCanAlwaysMendTheBucketsPolicy() {
        TestCloud.Clients root = cloud.root(TestCloud.ACCOUNT);
        read(root);
        box(grant("Deny", "*", "s3:*", BOX), grant("Deny", "*", "s3:*", KEYS));
        assertThat(denied(root)).startsWith("403 AccessDenied");
        assertThat(answer(() -> cloud.admin().s3().getBucketPolicy(b -> b.bucket("box"))))
                .startsWith("403");
        assertThat(answer(() -> root.s3().getBucketPolicyStatus(b -> b.bucket("box"))))
                .startsWith("403");
        assertThat(root.s3().getBucketPolicy(b -> b.bucket("box")).policy()).contains("Deny");
        root.s3().deleteBucketPolicy(b -> b.bucket("box"));
        read(root);
    }

    /// V37 and its counterparts; a stranger is told nothing but no.
    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::444455556666:user/X, false, denied",
        "arn:aws:iam::444455556666:user/X, true, allowed",
        "arn:aws:iam::444455556666:root, false, denied",
        "arn:aws:iam::444455556666:root, true, allowed",
        "*, false, denied",
        "*, true, allowed",
        "arn:aws:iam::111122223333:root, true, denied",
    })
    void acrossAccountsBothSidesMustSayYes(String principal, boolean own, String outcome) {
        TestCloud.Clients stranger = cloud.stranger("X");
        if (own) {
            cloud.otherAdmin()
                    .iam()
                    .putUserPolicy(b ->
                            b.userName("X").policyName("own").policyDocument(allow("s3:*", "*")));
        }
        grantTo(principal);
        if (outcome.equals("allowed")) {
            read(stranger);
        } else {
            assertThat(denied(stranger)).isEqualTo("403 AccessDenied Access Denied");
        }
    }

    /// [D] A root user has no identity policy that could say yes.
    @Test
    void theRootUserOfAnotherAccountNeedsTheBucketsGrantAlone() {
        TestCloud.Clients root = cloud.root(TestCloud.OTHER);
        assertThat(denied(root)).isEqualTo("403 AccessDenied Access Denied");
        grantTo("arn:aws:iam::444455556666:root");
        read(root);
    }

    @Test
    void acrossAccountsNoGrantGetsRoundABoundary() {
        TestCloud.Clients stranger = cloud.stranger("X");
        cloud.otherAdmin()
                .iam()
                .attachUserPolicy(b ->
                        b.userName("X").policyArn("arn:aws:iam::aws:policy/AmazonS3FullAccess"));
        grantTo(Texts.stranger("X"));
        read(stranger);
        cloud.otherAdmin()
                .iam()
                .putUserPermissionsBoundary(b ->
                        b.userName("X")
                                .permissionsBoundary("arn:aws:iam::aws:policy/IAMFullAccess"));
        assertThat(denied(stranger)).isEqualTo("403 AccessDenied Access Denied");
    }

    /// [O] With a public policy only the owner's account keeps what the policy gives.
    @Test
    void restrictPublicBucketsShutsAPublicPolicyToOtherAccounts() {
        TestCloud.Clients user = cloud.user("U");
        TestCloud.Clients stranger = cloud.otherAdmin();
        grantTo("*");
        restrict(true);
        read(user);
        assertThat(denied(stranger)).isEqualTo("403 AccessDenied Access Denied");
        assertThat(user.raw("s3").path("/box/k").anonymous().send().status()).isEqualTo(403);
        restrict(false);
        read(stranger);
        assertThat(user.raw("s3").path("/box/k").anonymous().send().body()).isEqualTo("hello");
        restrict(true);
        grantTo("arn:aws:iam::444455556666:root");
        read(stranger);
    }

    private void restrict(boolean on) {
        cloud.admin()
                .s3()
                .putPublicAccessBlock(b ->
                        b.bucket("box")
                                .publicAccessBlockConfiguration(c -> c.restrictPublicBuckets(on)));
    }

    @Test
    void aGrantToAUserDoesNotPassToAnotherOfThatName() {
        TestCloud.Clients first = cloud.user("U");
        grantTo(user("U"));
        read(first);
        cloud.admin()
                .iam()
                .deleteAccessKey(
                        b -> b.userName("U").accessKeyId(first.credentials().accessKeyId()));
        cloud.admin().iam().deleteUser(b -> b.userName("U"));
        assertThat(denied(cloud.user("U"))).startsWith("403");
        assertThat(cloud.admin().s3().getBucketPolicy(b -> b.bucket("box")).policy())
                .contains("AIDA");
    }
}
