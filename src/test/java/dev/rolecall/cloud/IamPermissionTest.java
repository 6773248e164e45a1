package dev.rolecall.cloud;

import static dev.rolecall.cloud.TestCloud.answer;
import static dev.rolecall.cloud.Texts.ROOT;
import static dev.rolecall.cloud.Texts.allow;
import static dev.rolecall.cloud.Texts.policy;
import static dev.rolecall.cloud.Texts.statement;
import static dev.rolecall.cloud.Texts.trust;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;

/// What operations of IAM need (aws-truth 5).
class IamPermissionTest extends IamFixture {
    /// [O] A missing name is judged as if it had no path: whoever is limited to one is denied.
    @Test
    void aCallerLimitedToAPathIsDeniedAMissingName() {
        cloud.allow("U", allow("iam:*", IAM + "role/team/*"));
        admin.createRole(
                b -> b.roleName("there").path("/team/").assumeRolePolicyDocument(trust(ROOT)));
        assertThat(iam.getRole(b -> b.roleName("there")).role().path()).isEqualTo("/team/");
        assertThat(answer(() -> iam.getRole(b -> b.roleName("missing"))))
                .startsWith("403")
                .contains("role missing");
        iam.createRole(b -> b.roleName("new").path("/team/").assumeRolePolicyDocument(trust(ROOT)));
        assertDenied(() ->
                iam.createRole(b -> b.roleName("new2").assumeRolePolicyDocument(trust(ROOT))));
    }

    /// Names ignore case, ARNs do not: another spelling must not get round a Deny.
    @Test
    void anotherSpellingOfANameIsTheSameEntity() {
        cloud.allow(
                "U",
                policy(
                        statement("Allow", "iam:*", "*"),
                        statement("Deny", "iam:*", IAM + "user/admin"),
                        statement("Deny", "iam:PassRole", IAM + "role/Boss")));
        assertDenied(() -> iam.getUser(b -> b.userName("admin")));
        assertDenied(() -> iam.getUser(b -> b.userName("ADMIN")));
        assertDenied(() -> iam.createAccessKey(b -> b.userName("Admin")));
        cloud.role("Boss", trust(ROOT));
        admin.createInstanceProfile(b -> b.instanceProfileName("P"));
        assertDenied(() ->
                iam.addRoleToInstanceProfile(b -> b.instanceProfileName("P").roleName("BOSS")));
    }

    @Test
    void toHandARoleToEc2TakesPassRole() {
        cloud.role("R", trust(ROOT));
        admin.createInstanceProfile(b -> b.instanceProfileName("P"));
        cloud.allow("U", allow("iam:AddRoleToInstanceProfile", "*"));
        assertThat(answer(this::addRole))
                .isEqualTo(
                        "403 AccessDenied User: arn:aws:iam::111122223333:user/U is not authorized"
                                + " to perform: iam:PassRole on resource:"
                                + " arn:aws:iam::111122223333:role/R because no identity-based"
                                + " policy allows the iam:PassRole action");
        cloud.allow(
                "U",
                policy(
                        statement("Allow", "iam:AddRoleToInstanceProfile", "*"),
                        statement(
                                "Allow",
                                "iam:PassRole",
                                IAM + "role/R",
                                "'StringEquals':{'iam:PassedToService':'lambda.amazonaws.com'}")));
        assertDenied(this::addRole);
        cloud.allow(
                "U",
                policy(
                        statement("Allow", "iam:AddRoleToInstanceProfile", "*"),
                        statement(
                                "Allow",
                                "iam:PassRole",
                                IAM + "role/R",
                                "'StringEquals':{'iam:PassedToService':'ec2.amazonaws.com'}")));
        addRole();
    }

    private void addRole() {
        iam.addRoleToInstanceProfile(b -> b.instanceProfileName("P").roleName("R"));
    }

    /// "UpdateUser": the requester needs the right to both names.
    @Test
    void toRenameTakesTheRightToBothNames() {
        cloud.user("old");
        cloud.allow("U", allow("iam:UpdateUser", IAM + "user/old"));
        assertThat(answer(() -> iam.updateUser(b -> b.userName("old").newUserName("new"))))
                .contains("on resource: user new");
        assertDenied(() -> iam.updateUser(b -> b.userName("old").newPath("/boss/")));
        cloud.allow(
                "U",
                policy(
                        statement("Allow", "iam:UpdateUser", IAM + "user/old"),
                        statement("Allow", "iam:UpdateUser", IAM + "user/new")));
        iam.updateUser(b -> b.userName("old").newUserName("new"));
        admin.createGroup(b -> b.groupName("g"));
        cloud.allow("U", allow("iam:UpdateGroup", IAM + "group/g"));
        assertDenied(() -> iam.updateGroup(b -> b.groupName("g").newGroupName("h")));
    }

    /// How an administrator lets others make roles, within a boundary only.
    @Test
    void aBoundaryMayBeDemanded() {
        cloud.allow(
                "U",
                policy(
                        statement(
                                "Allow",
                                "iam:*",
                                "*",
                                "'StringEquals':{'iam:PermissionsBoundary':'" + BOUNDARY + "'}")));
        assertDenied(
                () -> iam.createRole(b -> b.roleName("R").assumeRolePolicyDocument(trust(ROOT))));
        iam.createRole(b ->
                b.roleName("R")
                        .assumeRolePolicyDocument(trust(ROOT))
                        .permissionsBoundary(BOUNDARY));
        // The role has it, so what is done to the role is within it.
        iam.putRolePolicy(b -> b.roleName("R").policyName("p").policyDocument(allow("s3:*", "*")));
        cloud.role("Free", trust(ROOT));
        assertDenied(() ->
                iam.putRolePolicy(b ->
                        b.roleName("Free").policyName("p").policyDocument(allow("s3:*", "*"))));
        assertDenied(() ->
                iam.putRolePermissionsBoundary(b ->
                        b.roleName("R")
                                .permissionsBoundary(
                                        "arn:aws:iam::aws:policy/AdministratorAccess")));
        // An operation that does not have the key does not meet the condition.
        assertDenied(() -> iam.tagRole(b -> b.roleName("R").tags(tag("a", "b"))));
    }

    @Test
    void thePolicyThatIsAttachedMayBeLimited() {
        cloud.role("R", trust(ROOT));
        cloud.allow(
                "U",
                policy(
                        statement(
                                "Allow",
                                "iam:*",
                                "*",
                                "'ArnEquals':{'iam:PolicyARN':'" + BOUNDARY + "'}")));
        iam.attachRolePolicy(b -> b.roleName("R").policyArn(BOUNDARY));
        assertDenied(() ->
                iam.attachRolePolicy(b ->
                        b.roleName("R").policyArn("arn:aws:iam::aws:policy/AdministratorAccess")));
        assertDenied(() -> iam.getPolicy(b -> b.policyArn(BOUNDARY)));
    }

    @Test
    void tagsThatAreAskedForAndTagsThatAreThereDecide() {
        cloud.allow(
                "U",
                policy(
                        statement(
                                "Allow",
                                "iam:*",
                                "*",
                                "'StringEquals':{'aws:RequestTag/team':'blue'}"),
                        statement(
                                "Allow",
                                "iam:*",
                                "*",
                                "'StringEquals':{'iam:ResourceTag/team':'blue'}")));
        assertDenied(() -> iam.createUser(b -> b.userName("N")));
        iam.createUser(b -> b.userName("N").tags(tag("team", "blue")));
        iam.getUser(b -> b.userName("N"));
        assertDenied(() -> iam.getUser(b -> b.userName("admin")));
        iam.createInstanceProfile(b -> b.instanceProfileName("P").tags(tag("team", "blue")));
        iam.getInstanceProfile(b -> b.instanceProfileName("P"));
        String arn =
                iam.createPolicy(b ->
                                b.policyName("P")
                                        .policyDocument(allow("s3:*", "*"))
                                        .tags(tag("team", "blue")))
                        .policy()
                        .arn();
        iam.getPolicy(b -> b.policyArn(arn));
        admin.untagPolicy(b -> b.policyArn(arn).tagKeys("team"));
        assertDenied(() -> iam.getPolicy(b -> b.policyArn(arn)));
    }

    /// [O] On an untag call each tag key has the value of an empty string.
    @Test
    void keysOfAnUntagCallAreRequestedTagsWithoutValue() {
        cloud.allow(
                "U",
                policy(
                        statement(
                                "Allow",
                                "iam:UntagUser",
                                "*",
                                "'StringEquals':{'aws:RequestTag/team':''},"
                                        + "'ForAllValues:StringEquals':{'aws:TagKeys':'team'}")));
        iam.untagUser(b -> b.userName("U").tagKeys("team"));
        assertDenied(() -> iam.untagUser(b -> b.userName("U").tagKeys("team", "x")));
    }

    @Test
    void aUserMayBeLimitedToThemselves() {
        cloud.allow("U", allow("iam:*", IAM + "user/${aws:username}"));
        assertThat(iam.getUser().user().userName()).isEqualTo("U");
        assertThat(iam.listAccessKeys().accessKeyMetadata()).hasSize(1);
        assertDenied(() -> iam.getUser(b -> b.userName("admin")));
        assertDenied(() -> iam.listUsers());
    }

    @Test
    void aKeyOfAnotherAccountIsNobodys() {
        cloud.allow("U", allow("iam:GetAccessKeyLastUsed", IAM + "user/U"));
        iam.getAccessKeyLastUsed(b -> b.accessKeyId(user.credentials().accessKeyId()));
        assertDenied(() ->
                iam.getAccessKeyLastUsed(
                        b -> b.accessKeyId(cloud.admin().credentials().accessKeyId())));
        assertDenied(() ->
                iam.getAccessKeyLastUsed(
                        b -> b.accessKeyId(cloud.otherAdmin().credentials().accessKeyId())));
    }

    @Test
    void eachAccountIsAWorldOfItsOwn() {
        IamClient other = cloud.otherAdmin().iam();
        assertThat(other.listUsers().users()).extracting("userName").containsExactly("admin");
        assertThat(answer(() -> other.getUser(b -> b.userName("U")))).startsWith("404");
        String arn =
                admin.createPolicy(b -> b.policyName("P").policyDocument(allow("s3:*", "*")))
                        .policy()
                        .arn();
        assertDenied(() -> other.getPolicy(b -> b.policyArn(arn)));
        assertDenied(() -> other.deletePolicy(b -> b.policyArn(arn)));
    }
}
