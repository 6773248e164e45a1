package dev.rolecall.cloud;

import static dev.rolecall.cloud.Texts.ROOT;
import static dev.rolecall.cloud.Texts.allow;
import static dev.rolecall.cloud.Texts.policy;
import static dev.rolecall.cloud.Texts.statement;
import static dev.rolecall.cloud.Texts.trust;

import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.ListUsersResponse;
import software.amazon.awssdk.services.iam.model.StatusType;
import software.amazon.awssdk.services.iam.model.Tag;

/// The walk through IAM: every kind of entity is made, changed, listed and deleted, and its limits
/// are met.
final class ContractOfIam {
    private static final String MINE = "arn:aws:iam::" + TestCloud.ACCOUNT + ":policy/team/P";
    private static final String READ_ONLY = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess";

    /// LocalStack does not have this one.
    private static final String NEW = "arn:aws:iam::aws:policy/AIDevOpsAgentFullAccess";

    private final TestCloud cloud;
    private final Transcript told;
    private final IamClient iam;

    ContractOfIam(TestCloud cloud, Transcript told) {
        this.cloud = cloud;
        this.told = told;
        iam = cloud.admin().iam();
    }

    void walk() {
        users();
        keys();
        groups();
        policies();
        roles();
        profiles();
        account();
        pages();
        endings();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private void users() {
        told.call(
                "CreateUser",
                () -> iam.createUser(b -> b.userName("ann").path("/a/").tags(tag("Team", "blue"))));
        told.refused("CreateUser again", () -> iam.createUser(b -> b.userName("ANN")));
        told.refused("CreateUser no name", () -> iam.createUser(b -> b.userName("no/good")));
        told.call("GetUser", () -> iam.getUser(b -> b.userName("ann")));
        told.refused("GetUser nobody", () -> iam.getUser(b -> b.userName("nobody")));
        told.call(
                "TagUser",
                () -> iam.tagUser(b -> b.userName("ann").tags(tag("team", "red"), tag("x", ""))));
        told.call("ListUserTags", () -> iam.listUserTags(b -> b.userName("ann")));
        told.call("UntagUser", () -> iam.untagUser(b -> b.userName("ann").tagKeys("X", "none")));
        told.refused(
                "PutUserPolicy no document",
                () ->
                        iam.putUserPolicy(
                                b -> b.userName("ann").policyName("own").policyDocument("{}")));
        told.call(
                "PutUserPolicy",
                () ->
                        iam.putUserPolicy(b ->
                                b.userName("ann")
                                        .policyName("own")
                                        .policyDocument(
                                                policy(
                                                        statement(
                                                                "Allow",
                                                                "s3:*",
                                                                "*",
                                                                "'Bool':{'aws:SecureTransport':false}")))));
        told.call(
                "GetUserPolicy", () -> iam.getUserPolicy(b -> b.userName("ann").policyName("own")));
        told.call("ListUserPolicies", () -> iam.listUserPolicies(b -> b.userName("ann")));
        told.call(
                "PutUserPermissionsBoundary",
                () ->
                        iam.putUserPermissionsBoundary(
                                b -> b.userName("ann").permissionsBoundary(READ_ONLY)));
        told.call(
                "UpdateUser",
                () -> iam.updateUser(b -> b.userName("ann").newUserName("Ann").newPath("/b/")));
        told.call("GetUser renamed", () -> iam.getUser(b -> b.userName("ann")));
    }

    private void keys() {
        AccessKey key =
                told.call("CreateAccessKey", () -> iam.createAccessKey(b -> b.userName("Ann")))
                        .accessKey();
        told.call("CreateAccessKey second", () -> iam.createAccessKey(b -> b.userName("Ann")));
        told.refused("CreateAccessKey third", () -> iam.createAccessKey(b -> b.userName("Ann")));
        told.call(
                "UpdateAccessKey",
                () ->
                        iam.updateAccessKey(b ->
                                b.userName("Ann")
                                        .accessKeyId(key.accessKeyId())
                                        .status(StatusType.INACTIVE)));
        told.call("ListAccessKeys", () -> iam.listAccessKeys(b -> b.userName("Ann")));
        told.refused("a key that is off", () -> cloud.with(key).sts().getCallerIdentity());
        told.call(
                "GetAccessKeyLastUsed",
                () -> iam.getAccessKeyLastUsed(b -> b.accessKeyId(key.accessKeyId())));
        told.call(
                "DeleteAccessKey",
                () -> iam.deleteAccessKey(b -> b.userName("Ann").accessKeyId(key.accessKeyId())));
        told.refused("DeleteUser who has things", () -> iam.deleteUser(b -> b.userName("Ann")));
        told.refused(
                "a user who may not",
                () -> cloud.user("Mallory").iam().deleteUser(b -> b.userName("Ann")));
    }

    private void groups() {
        told.call("CreateGroup", () -> iam.createGroup(b -> b.groupName("devs")));
        told.call(
                "AddUserToGroup",
                () -> iam.addUserToGroup(b -> b.groupName("devs").userName("ann")));
        told.call(
                "AttachGroupPolicy",
                () -> iam.attachGroupPolicy(b -> b.groupName("devs").policyArn(READ_ONLY)));
        told.call("GetGroup", () -> iam.getGroup(b -> b.groupName("devs")));
        told.call("ListGroupsForUser", () -> iam.listGroupsForUser(b -> b.userName("Ann")));
        told.refused("DeleteGroup not empty", () -> iam.deleteGroup(b -> b.groupName("devs")));
        told.call(
                "UpdateGroup",
                () -> iam.updateGroup(b -> b.groupName("devs").newGroupName("makers")));
    }

    private void policies() {
        String document = allow("s3:GetObject", "*");
        told.refused(
                "CreatePolicy no action",
                () -> iam.createPolicy(b -> b.policyName("P").policyDocument(allow("s3", "*"))));
        told.call(
                "CreatePolicy",
                () ->
                        iam.createPolicy(b ->
                                b.policyName("P")
                                        .path("/team/")
                                        .description("one")
                                        .tags(tag("a", "1"), tag("A", "2"))
                                        .policyDocument(document)));
        for (int version = 2; version <= 5; version++) {
            boolean chosen = version == 3;
            told.call(
                    "CreatePolicyVersion " + version,
                    () ->
                            iam.createPolicyVersion(b ->
                                    b.policyArn(MINE)
                                            .policyDocument(document)
                                            .setAsDefault(chosen)));
        }
        told.refused(
                "CreatePolicyVersion sixth",
                () -> iam.createPolicyVersion(b -> b.policyArn(MINE).policyDocument(document)));
        told.refused(
                "DeletePolicyVersion default",
                () -> iam.deletePolicyVersion(b -> b.policyArn(MINE).versionId("v3")));
        told.call(
                "DeletePolicyVersion",
                () -> iam.deletePolicyVersion(b -> b.policyArn(MINE).versionId("v1")));
        told.call("ListPolicyVersions", () -> iam.listPolicyVersions(b -> b.policyArn(MINE)));
        told.call("GetPolicy", () -> iam.getPolicy(b -> b.policyArn(MINE)));
        told.refused(
                "AttachUserPolicy none",
                () -> iam.attachUserPolicy(b -> b.userName("Ann").policyArn(MINE + "x")));
        told.call(
                "AttachUserPolicy new of AWS's",
                () -> iam.attachUserPolicy(b -> b.userName("Ann").policyArn(NEW)));
        told.call(
                "ListAttachedUserPolicies",
                () -> iam.listAttachedUserPolicies(b -> b.userName("Ann")));
        told.call(
                "DetachUserPolicy",
                () -> iam.detachUserPolicy(b -> b.userName("Ann").policyArn(NEW)));
    }

    private void roles() {
        told.refused(
                "CreateRole trusting nobody",
                () ->
                        iam.createRole(b ->
                                b.roleName("R")
                                        .assumeRolePolicyDocument(trust(Texts.user("nobody")))));
        told.call(
                "CreateRole",
                () ->
                        iam.createRole(b ->
                                b.roleName("R")
                                        .description("reads")
                                        .permissionsBoundary(MINE)
                                        .assumeRolePolicyDocument(
                                                trust(
                                                        "arn:aws:iam::"
                                                                + TestCloud.ACCOUNT
                                                                + ":user/b/Ann"))));
        told.refused(
                "UpdateRole too long",
                () -> iam.updateRole(b -> b.roleName("R").maxSessionDuration(50_000)));
        told.call(
                "UpdateRole", () -> iam.updateRole(b -> b.roleName("R").maxSessionDuration(7200)));
        told.refused(
                "TagRole the same twice",
                () -> iam.tagRole(b -> b.roleName("R").tags(tag("k", "1"), tag("K", "2"))));
        told.call(
                "UpdateAssumeRolePolicy",
                () -> iam.updateAssumeRolePolicy(b -> b.roleName("R").policyDocument(trust(ROOT))));
        told.call(
                "AttachRolePolicy",
                () -> iam.attachRolePolicy(b -> b.roleName("R").policyArn(READ_ONLY)));
        told.call("GetRole", () -> iam.getRole(b -> b.roleName("r")));
        told.call(
                "ListEntitiesForPolicy",
                () -> iam.listEntitiesForPolicy(b -> b.policyArn(READ_ONLY)));
        told.refused("DeletePolicy in use", () -> iam.deletePolicy(b -> b.policyArn(MINE)));
    }

    private void profiles() {
        told.call(
                "CreateInstanceProfile",
                () -> iam.createInstanceProfile(b -> b.instanceProfileName("box")));
        told.call("AddRoleToInstanceProfile", this::addRole);
        told.refused("AddRoleToInstanceProfile again", this::addRole);
        told.call(
                "ListInstanceProfilesForRole",
                () -> iam.listInstanceProfilesForRole(b -> b.roleName("R")));
        told.refused("DeleteRole in use", () -> iam.deleteRole(b -> b.roleName("R")));
        told.call(
                "RemoveRoleFromInstanceProfile",
                () ->
                        iam.removeRoleFromInstanceProfile(
                                b -> b.instanceProfileName("box").roleName("R")));
    }

    private Object addRole() {
        return iam.addRoleToInstanceProfile(b -> b.instanceProfileName("box").roleName("R"));
    }

    private void account() {
        told.call("CreateAccountAlias", () -> iam.createAccountAlias(b -> b.accountAlias("acme")));
        told.refused(
                "CreateAccountAlias of another's",
                () -> cloud.otherAdmin().iam().createAccountAlias(b -> b.accountAlias("acme")));
        told.call("ListAccountAliases", () -> iam.listAccountAliases());
        told.call("GetAccountSummary", () -> iam.getAccountSummary());
        told.call(
                "GetAccountAuthorizationDetails",
                () ->
                        iam.getAccountAuthorizationDetails(
                                b -> b.filter(EntityType.USER, EntityType.ROLE)));
    }

    private void pages() {
        ListUsersResponse page =
                told.call("ListUsers first", () -> iam.listUsers(b -> b.maxItems(2)));
        String marker = told.opaque("marker", page.marker());
        told.call("ListUsers rest", () -> iam.listUsers(b -> b.maxItems(2).marker(marker)));
        told.refused("ListUsers no marker", () -> iam.listUsers(b -> b.marker("no marker!")));
        told.refused("ListUsers none", () -> iam.listUsers(b -> b.maxItems(0)));
        told.call("ListPolicies", () -> iam.listPolicies(b -> b.pathPrefix("/team/").maxItems(1)));
    }

    private void endings() {
        told.call(
                "DetachRolePolicy",
                () -> iam.detachRolePolicy(b -> b.roleName("R").policyArn(READ_ONLY)));
        told.call("DeleteRole", () -> iam.deleteRole(b -> b.roleName("R")));
        told.refused("GetRole gone", () -> iam.getRole(b -> b.roleName("R")));
        told.call("ListPolicyTags", () -> iam.listPolicyTags(b -> b.policyArn(MINE)));
        told.call(
                "RemoveUserFromGroup",
                () -> iam.removeUserFromGroup(b -> b.groupName("makers").userName("Ann")));
        told.call(
                "DeleteInstanceProfile",
                () -> iam.deleteInstanceProfile(b -> b.instanceProfileName("box")));
        told.call(
                "DeleteUserPolicy",
                () -> iam.deleteUserPolicy(b -> b.userName("Ann").policyName("own")));
    }
}
