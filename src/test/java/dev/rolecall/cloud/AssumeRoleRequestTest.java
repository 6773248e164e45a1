package dev.rolecall.cloud;

import static dev.rolecall.cloud.TestCloud.answer;
import static dev.rolecall.cloud.Texts.ROOT;
import static dev.rolecall.cloud.Texts.trust;
import static dev.rolecall.cloud.Texts.user;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What a request to assume a role may ask for, and who may ask for it.
class AssumeRoleRequestTest extends RoleFixture {
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
}
