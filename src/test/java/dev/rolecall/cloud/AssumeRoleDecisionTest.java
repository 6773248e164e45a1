package dev.rolecall.cloud;

import static dev.rolecall.cloud.TestCloud.answer;
import static dev.rolecall.cloud.Texts.ROOT;
import static dev.rolecall.cloud.Texts.allow;
import static dev.rolecall.cloud.Texts.policy;
import static dev.rolecall.cloud.Texts.statement;
import static dev.rolecall.cloud.Texts.trust;
import static dev.rolecall.cloud.Texts.user;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who may assume a role: T1 to T18 of aws-truth 1.5, over HTTP.
class AssumeRoleDecisionTest extends RoleFixture {
    @ParameterizedTest(name = "T{0}: trust {1}, own policy {2}: {3}")
    @CsvSource({
        "1, arn:aws:iam::111122223333:user/U, none, allowed",
        "4, *, none, allowed",
        "5, arn:aws:iam::111122223333:root, none, denied",
        "5, 111122223333, none, denied",
        "6, arn:aws:iam::111122223333:root, assume, allowed",
        "6, arn:aws:iam::111122223333:root, everything, allowed",
        "7, arn:aws:iam::111122223333:user/admin, everything, denied",
        "7, arn:aws:iam::444455556666:root, everything, denied",
    })
    void inOneAccountTheTrustPolicyMustSayYesAndMayLeaveTheRestToTheUsersOwn(
            int number, String principal, String own, String outcome) {
        TestCloud.Clients caller = cloud.user("U");
        give(cloud.admin(), "U", own);
        cloud.role("R", trust(principal));
        if (outcome.equals("allowed")) {
            assume(caller);
        } else {
            assertThat(answer(() -> assume(caller)))
                    .isEqualTo(refused(user("U"), "sts:AssumeRole"));
        }
    }

    @ParameterizedTest(name = "T{0}: trust {1}, own policy {2}: {3}")
    @CsvSource({
        "8, arn:aws:iam::444455556666:user/X, none, denied",
        "9, arn:aws:iam::444455556666:user/X, assume, allowed",
        "10, arn:aws:iam::444455556666:root, none, denied",
        "11, arn:aws:iam::444455556666:root, assume, allowed",
        "12, *, none, denied",
        "13, *, assume, allowed",
        "7, arn:aws:iam::111122223333:root, everything, denied",
    })
    void acrossAccountsBothSidesMustSayYes(
            int number, String principal, String own, String outcome) {
        TestCloud.Clients caller = cloud.stranger("X");
        give(cloud.otherAdmin(), "X", own);
        cloud.role("R", trust(principal));
        if (outcome.equals("allowed")) {
            assume(caller);
        } else {
            assertThat(answer(() -> assume(caller)))
                    .isEqualTo(refused(Texts.stranger("X"), "sts:AssumeRole"));
        }
    }

    private static void give(TestCloud.Clients admin, String user, String own) {
        if (!own.equals("none")) {
            String document = own.equals("assume") ? ASSUME : allow("*", "*");
            admin.iam()
                    .putUserPolicy(
                            b -> b.userName(user).policyName("own").policyDocument(document));
        }
    }

    /// T2: a role's ARN lets its sessions in, as far as their session policy does not keep silent.
    @Test
    void aSessionGetsInByTheNameOfItsRoleUnlessItsSessionPolicyIsSilent() {
        String first = cloud.role("First", trust(ROOT));
        cloud.role("R", trust(first));
        assume(cloud.assume(cloud.admin(), first));
        TestCloud.Clients narrowed =
                cloud.with(
                        cloud.admin()
                                .sts()
                                .assumeRole(b ->
                                        b.roleArn(first)
                                                .roleSessionName("ss")
                                                .policy(allow("s3:*", "*")))
                                .credentials());
        assertThat(answer(() -> assume(narrowed)))
                .isEqualTo(
                        refused(
                                "arn:aws:sts::111122223333:assumed-role/First/ss",
                                "sts:AssumeRole"));
    }

    /// T3.
    @Test
    void aSessionGetsInByItsOwnName() {
        String first = cloud.role("First", trust(ROOT));
        cloud.role("R", trust("arn:aws:sts::111122223333:assumed-role/First/ss"));
        assume(cloud.assume(cloud.admin(), first));
        TestCloud.Clients otherName =
                cloud.with(
                        cloud.admin()
                                .sts()
                                .assumeRole(b -> b.roleArn(first).roleSessionName("other"))
                                .credentials());
        assertThat(answer(() -> assume(otherName))).contains("assumed-role/First/other");
    }

    /// T14, on either side.
    @Test
    void anExplicitDenyWins() {
        TestCloud.Clients caller = cloud.user("U", allow("*", "*"));
        cloud.role("R", trust(user("U")));
        assume(caller);
        cloud.allow(
                "U",
                policy(statement("Allow", "*", "*"), statement("Deny", "sts:AssumeRole", ROLE)));
        assertThat(answer(() -> assume(caller))).isEqualTo(refused(user("U"), "sts:AssumeRole"));
        cloud.allow("U", allow("*", "*"));
        String denying =
                policy(
                        "{'Effect':'Allow','Principal':{'AWS':'*'},'Action':'sts:AssumeRole'}",
                        "{'Effect':'Deny','Principal':{'AWS':'"
                                + user("U")
                                + "'},'Action':'sts:AssumeRole'}");
        cloud.admin().iam().updateAssumeRolePolicy(b -> b.roleName("R").policyDocument(denying));
        assertThat(answer(() -> assume(caller))).isEqualTo(refused(user("U"), "sts:AssumeRole"));
    }

    /// T16: a role is no principal of its own trust policy.
    @Test
    void aRoleMayNotAssumeItselfUnasked() {
        cloud.role("R", trust(user("admin")), ASSUME);
        TestCloud.Clients session = cloud.assume(cloud.admin(), ROLE);
        assertThat(answer(() -> assume(session))).startsWith("403 AccessDenied");
    }

    /// T18, [O] the same answer as a denial.
    @Test
    void aRoleThatIsNotThereIsRefusedLikeOneThatIsClosed() {
        assertThat(answer(() -> assume(cloud.admin())))
                .isEqualTo(refused(user("admin"), "sts:AssumeRole"));
        cloud.role("R", trust(OTHER_ROOT));
        assertThat(answer(() -> assume(cloud.admin())))
                .isEqualTo(refused(user("admin"), "sts:AssumeRole"));
    }

    /// V13, V14.
    @Test
    void aLiveSessionKeepsWhatTheTrustPolicyGaveAndLosesWhatThePermissionsTake() {
        cloud.role("R", trust(user("admin")), allow("s3:*", "*"));
        TestCloud.Clients session = cloud.assume(cloud.admin(), ROLE);
        cloud.admin()
                .iam()
                .updateAssumeRolePolicy(b -> b.roleName("R").policyDocument(trust(OTHER_ROOT)));
        assertThat(session.s3().listBuckets().buckets()).isEmpty();
        cloud.admin()
                .iam()
                .putRolePolicy(b ->
                        b.roleName("R")
                                .policyName("stop")
                                .policyDocument(policy(statement("Deny", "*", "*"))));
        assertThat(answer(() -> session.s3().listBuckets()))
                .endsWith("with an explicit deny in an identity-based policy");
    }

    /// V16.
    @Test
    void trustInAUserDoesNotPassToAnotherOfThatName() {
        TestCloud.Clients first = cloud.user("U");
        cloud.role("R", trust(user("U")));
        assume(first);
        String key = first.credentials().accessKeyId();
        cloud.admin().iam().deleteAccessKey(b -> b.userName("U").accessKeyId(key));
        cloud.admin().iam().deleteUser(b -> b.userName("U"));
        TestCloud.Clients second = cloud.user("U");
        assertThat(answer(() -> assume(second))).isEqualTo(refused(user("U"), "sts:AssumeRole"));
    }

    @Test
    void theRolesOwnBoundaryDoesNotDecideWhoMayAssumeIt() {
        cloud.role("R", trust(user("admin")), allow("s3:*", "*"));
        cloud.admin()
                .iam()
                .putRolePermissionsBoundary(b ->
                        b.roleName("R")
                                .permissionsBoundary("arn:aws:iam::aws:policy/IAMFullAccess"));
        TestCloud.Clients session = cloud.assume(cloud.admin(), ROLE);
        assertThat(answer(() -> session.s3().listBuckets()))
                .endsWith("because no permissions boundary allows the s3:ListAllMyBuckets action");
    }

    @Test
    void aGroupsPoliciesAreItsMembers() {
        TestCloud.Clients caller = cloud.user("U");
        cloud.role("R", trust(ROOT));
        cloud.admin().iam().createGroup(b -> b.groupName("G"));
        cloud.admin()
                .iam()
                .putGroupPolicy(b -> b.groupName("G").policyName("own").policyDocument(ASSUME));
        assertThat(answer(() -> assume(caller))).startsWith("403");
        cloud.admin().iam().addUserToGroup(b -> b.groupName("G").userName("U"));
        assume(caller);
        cloud.admin().iam().removeUserFromGroup(b -> b.groupName("G").userName("U"));
        assertThat(answer(() -> assume(caller))).startsWith("403");
    }
}
