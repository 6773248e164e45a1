package dev.rolecall.cloud;

import static dev.rolecall.cloud.TestCloud.answer;
import static dev.rolecall.cloud.Texts.ROOT;
import static dev.rolecall.cloud.Texts.allow;
import static dev.rolecall.cloud.Texts.policy;
import static dev.rolecall.cloud.Texts.statement;
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
import software.amazon.awssdk.services.sts.model.Tag;

/// Who may assume a role: T1 to T18 of aws-truth 1.5, over HTTP.
class AssumeRoleDecisionTest {
    private static final String ROLE = "arn:aws:iam::111122223333:role/R";
    private static final String ASSUME = allow("sts:AssumeRole", "*");
    private static final String OTHER_ROOT = "arn:aws:iam::444455556666:root";

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

    private static void assume(TestCloud.Clients caller) {
        caller.sts().assumeRole(b -> b.roleArn(ROLE).roleSessionName("ss"));
    }

    private static String refused(String arn, String action) {
        return "403 AccessDenied User: "
                + arn
                + " is not authorized to perform: "
                + action
                + " on resource: "
                + ROLE;
    }

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

    /// T15.
    @Test
    void aConditionOfTheTrustPolicyMustHold() {
        TestCloud.Clients caller = cloud.user("U");
        cloud.role(
                "R",
                trust(user("U"), "sts:AssumeRole", "'StringEquals':{'sts:ExternalId':'secret'}"));
        assertThat(answer(() -> assume(caller))).isEqualTo(refused(user("U"), "sts:AssumeRole"));
        caller.sts().assumeRole(b -> b.roleArn(ROLE).roleSessionName("ss").externalId("secret"));
        assertThat(
                        answer(() ->
                                caller.sts()
                                        .assumeRole(b ->
                                                b.roleArn(ROLE)
                                                        .roleSessionName("ss")
                                                        .externalId("wrong"))))
                .startsWith("403 AccessDenied");
    }

    @Test
    void theTrustPolicyMayAskForASessionName() {
        TestCloud.Clients caller = cloud.user("U");
        cloud.role(
                "R",
                trust(
                        user("U"),
                        "sts:AssumeRole",
                        "'StringLike':{'sts:RoleSessionName':'${aws:username}'}"));
        assertThat(answer(() -> assume(caller))).startsWith("403 AccessDenied");
        cloud.admin()
                .iam()
                .updateAssumeRolePolicy(b ->
                        b.roleName("R")
                                .policyDocument(
                                        trust(
                                                user("U"),
                                                "sts:AssumeRole",
                                                "'StringLike':{'sts:RoleSessionName':'s*'}")));
        assume(caller);
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

    private static void assume(TestCloud.Clients caller, Tag... tags) {
        caller.sts().assumeRole(b -> b.roleArn(ROLE).roleSessionName("ss").tags(tags));
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    /// V18.
    @Test
    void tagsAreAPermissionOfTheirOwn() {
        TestCloud.Clients caller = cloud.user("U");
        cloud.role("R", trust(user("U")));
        assertThat(answer(() -> assume(caller, tag("team", "blue"))))
                .isEqualTo(refused(user("U"), "sts:TagSession"));
        trustNow(
                trust(
                        user("U"),
                        "sts:AssumeRole,sts:TagSession",
                        "'StringEquals':{'aws:RequestTag/team':'blue'},"
                                + "'ForAllValues:StringEquals':{'aws:TagKeys':'team'}"));
        assume(caller, tag("team", "blue"));
        assertThat(answer(() -> assume(caller, tag("team", "red")))).startsWith("403");
        assertThat(answer(() -> assume(caller, tag("team", "blue"), tag("x", "y"))))
                .startsWith("403");
    }

    private void trustNow(String document) {
        cloud.admin().iam().updateAssumeRolePolicy(b -> b.roleName("R").policyDocument(document));
    }

    /// [O] Left out, it is AssumeRole that is denied; wrong, it is SetSourceIdentity.
    @Test
    void aSourceIdentityIsAPermissionOfItsOwn() {
        TestCloud.Clients caller = cloud.user("U");
        cloud.role("R", trust(user("U")));
        assertThat(answer(() -> assumeAs(caller, "ada")))
                .isEqualTo(refused(user("U"), "sts:SetSourceIdentity"));
        trustNow(
                trust(
                        user("U"),
                        "sts:AssumeRole,sts:SetSourceIdentity",
                        "'StringEquals':{'sts:SourceIdentity':'ada'}"));
        assertThat(answer(() -> assume(caller))).isEqualTo(refused(user("U"), "sts:AssumeRole"));
        assertThat(answer(() -> assumeAs(caller, "bob")))
                .isEqualTo(refused(user("U"), "sts:SetSourceIdentity"));
        assumeAs(caller, "ada");
    }

    private static void assumeAs(TestCloud.Clients caller, String identity) {
        caller.sts()
                .assumeRole(b -> b.roleArn(ROLE).roleSessionName("ss").sourceIdentity(identity));
    }

    @Test
    void transitiveTagsNeedThePermissionOfTheNextRoleToo() {
        cloud.role("First", trust(ROOT, "sts:AssumeRole,sts:TagSession", ""), ASSUME);
        cloud.role("R", trust(ROOT));
        TestCloud.Clients chained =
                cloud.with(
                        cloud.admin()
                                .sts()
                                .assumeRole(b ->
                                        b.roleArn("arn:aws:iam::111122223333:role/First")
                                                .roleSessionName("ss")
                                                .tags(tag("team", "blue"))
                                                .transitiveTagKeys("team"))
                                .credentials());
        // AssumeRole is granted; TagSession, for what flows on, is not.
        assertThat(answer(() -> assume(chained))).contains("sts:TagSession");
    }

    /// What is malformed is told to anybody, before any policy is asked.
    @Test
    void aRequestIsValidatedBeforeItIsAuthorised() {
        TestCloud.Clients nobody = cloud.user("U");
        assertThat(
                        answer(() ->
                                nobody.sts()
                                        .assumeRole(b ->
                                                b.roleArn(ROLE)
                                                        .roleSessionName("ss")
                                                        .durationSeconds(899))))
                .startsWith("400 ValidationError");
        assertThat(
                        answer(() ->
                                nobody.sts()
                                        .assumeRole(b ->
                                                b.roleArn("nothing-valid-in-here")
                                                        .roleSessionName("ss"))))
                .isEqualTo("400 ValidationError nothing-valid-in-here is invalid");
        assertThat(answer(() -> nobody.iam().createUser(b -> b.userName("a/b"))))
                .startsWith("400 ValidationError");
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
