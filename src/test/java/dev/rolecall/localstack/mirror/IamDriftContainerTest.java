package dev.rolecall.localstack.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.iam.Room;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AddRoleToInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.AddUserToGroupRequest;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.CreateAccountAliasRequest;
import software.amazon.awssdk.services.iam.model.CreateGroupRequest;
import software.amazon.awssdk.services.iam.model.CreateInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.PutUserPermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.PutUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.TagUserRequest;

/// Each kind of entity is made, changed and deleted straight in the container.
@Tag("container")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IamDriftContainerTest {
    private static final String READ_ONLY = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    private static final String DENY = MirrorRoom.ALLOW.replace("Allow", "Deny");

    private MirrorRoom room;

    @BeforeAll
    void populate() {
        room = MirrorRoom.attached();
        populate(room);
    }

    @AfterAll
    void close() {
        room.close();
    }

    static void populate(MirrorRoom room) {

        room.call(CreateUserRequest.builder().userName("Test").build());
        room.call(
                TagUserRequest.builder()
                        .userName("Test")
                        .tags(MirrorRoom.tag("Env", "lab"))
                        .build());
        room.call(CreateAccessKeyRequest.builder().userName("Test").build());
        room.call(
                PutUserPolicyRequest.builder()
                        .userName("Test")
                        .policyName("own")
                        .policyDocument(MirrorRoom.ALLOW)
                        .build());
        room.call(
                AttachUserPolicyRequest.builder()
                        .userName("Test")
                        .policyArn(Room.S3_FULL_ACCESS)
                        .build());
        room.call(
                PutUserPermissionsBoundaryRequest.builder()
                        .userName("Test")
                        .permissionsBoundary(READ_ONLY)
                        .build());
        room.call(CreateGroupRequest.builder().groupName("Admins").build());
        room.call(AddUserToGroupRequest.builder().groupName("Admins").userName("Test").build());
        room.call(
                CreateRoleRequest.builder()
                        .roleName("ops")
                        .assumeRolePolicyDocument(Room.trusting(room.arn("user/Test")))
                        .build());
        room.call(
                CreatePolicyRequest.builder()
                        .policyName("P")
                        .policyDocument(MirrorRoom.ALLOW)
                        .build());
        room.call(
                CreatePolicyVersionRequest.builder()
                        .policyArn(room.arn("policy/P"))
                        .policyDocument(DENY)
                        .build());
        room.call(CreateInstanceProfileRequest.builder().instanceProfileName("box").build());
        room.call(
                AddRoleToInstanceProfileRequest.builder()
                        .instanceProfileName("box")
                        .roleName("ops")
                        .build());
        room.call(CreateAccountAliasRequest.builder().accountAlias("lab" + room.account).build());
    }

    /// What is written, how it is undone, and what is said of it.
    record Write(
            String name, Consumer<IamClient> write, Consumer<IamClient> undo, List<String> words) {
        @Override
        public String toString() {
            return name;
        }
    }

    private Write write(
            String name, Consumer<IamClient> write, Consumer<IamClient> undo, String... words) {
        return new Write(name, write, undo, List.of(words));
    }

    private String p() {
        return room.arn("policy/P");
    }

    private String trust() {
        return Room.trusting(room.arn("user/Test"));
    }

    List<Write> writes() {
        List<Write> all = new ArrayList<>();
        all.add(
                write(
                        "a user made",
                        c -> c.createUser(r -> r.userName("New")),
                        c -> c.deleteUser(r -> r.userName("New")),
                        "user New: only in the container"));
        all.add(
                write(
                        "a user of another case made",
                        c -> c.createUser(r -> r.userName("TEST")),
                        c -> c.deleteUser(r -> r.userName("TEST")),
                        "user TEST: in the container only, beside another that AWS would take for the same; it cannot be taken over"));
        all.add(
                write(
                        "a user renamed",
                        c -> c.updateUser(r -> r.userName("Test").newUserName("Best")),
                        c -> {
                            c.updateUser(r -> r.userName("Best").newUserName("Test"));
                        },
                        "user Best: only in the container",
                        "user Test: only here"));
        all.add(
                write(
                        "a user moved",
                        c -> c.updateUser(r -> r.userName("Test").newPath("/x/")),
                        c -> c.updateUser(r -> r.userName("Test").newPath("/")),
                        "user Test: the path differs",
                        "user Test: tag Env is only here"));
        all.add(
                write(
                        "a boundary changed",
                        c ->
                                c.putUserPermissionsBoundary(r ->
                                        r.userName("Test")
                                                .permissionsBoundary(Room.S3_FULL_ACCESS)),
                        c ->
                                c.putUserPermissionsBoundary(
                                        r -> r.userName("Test").permissionsBoundary(READ_ONLY)),
                        "user Test: the permissions boundary differs"));
        all.add(
                write(
                        "a boundary deleted",
                        c -> c.deleteUserPermissionsBoundary(r -> r.userName("Test")),
                        c ->
                                c.putUserPermissionsBoundary(
                                        r -> r.userName("Test").permissionsBoundary(READ_ONLY)),
                        "user Test: the permissions boundary differs"));
        all.add(
                write(
                        "a user tagged",
                        c -> c.tagUser(r -> r.userName("Test").tags(MirrorRoom.tag("k", "v"))),
                        c -> c.untagUser(r -> r.userName("Test").tagKeys("k")),
                        "user Test: tag k is in the container only"));
        all.add(
                write(
                        "a tag changed",
                        c -> c.tagUser(r -> r.userName("Test").tags(MirrorRoom.tag("Env", "v"))),
                        c -> c.tagUser(r -> r.userName("Test").tags(MirrorRoom.tag("Env", "lab"))),
                        "user Test: the value of tag Env differs"));
        all.add(
                write(
                        "a user untagged",
                        c -> c.untagUser(r -> r.userName("Test").tagKeys("Env")),
                        c -> c.tagUser(r -> r.userName("Test").tags(MirrorRoom.tag("Env", "lab"))),
                        "user Test: tag Env is only here"));
        all.add(
                write(
                        "an inline policy made",
                        c ->
                                c.putUserPolicy(r ->
                                        r.userName("Test").policyName("x").policyDocument(DENY)),
                        c -> c.deleteUserPolicy(r -> r.userName("Test").policyName("x")),
                        "user Test: inline policy x is in the container only"));
        all.add(
                write(
                        "an inline policy changed",
                        c ->
                                c.putUserPolicy(r ->
                                        r.userName("Test").policyName("own").policyDocument(DENY)),
                        c ->
                                c.putUserPolicy(r ->
                                        r.userName("Test")
                                                .policyName("own")
                                                .policyDocument(MirrorRoom.ALLOW)),
                        "user Test: inline policy own differs"));
        all.add(
                write(
                        "an inline policy deleted",
                        c -> c.deleteUserPolicy(r -> r.userName("Test").policyName("own")),
                        c ->
                                c.putUserPolicy(r ->
                                        r.userName("Test")
                                                .policyName("own")
                                                .policyDocument(MirrorRoom.ALLOW)),
                        "user Test: inline policy own is only here"));
        all.add(
                write(
                        "a policy attached",
                        c -> c.attachUserPolicy(r -> r.userName("Test").policyArn(READ_ONLY)),
                        c -> c.detachUserPolicy(r -> r.userName("Test").policyArn(READ_ONLY)),
                        "user Test: policy ReadOnlyAccess is attached in the container only"));
        all.add(
                write(
                        "a policy detached",
                        c ->
                                c.detachUserPolicy(
                                        r -> r.userName("Test").policyArn(Room.S3_FULL_ACCESS)),
                        c ->
                                c.attachUserPolicy(
                                        r -> r.userName("Test").policyArn(Room.S3_FULL_ACCESS)),
                        "user Test: policy AmazonS3FullAccess is attached only here"));
        all.add(
                write(
                        "a key made",
                        c -> c.createAccessKey(r -> r.userName("Test")),
                        c -> c.deleteAccessKey(r -> r.userName("Test").accessKeyId(foreignKey(c))),
                        "access key LKIA… of Test: only in the container"));
        all.add(
                write(
                        "a key switched off",
                        c ->
                                c.updateAccessKey(r ->
                                        r.userName("Test")
                                                .accessKeyId(ourKeyThere())
                                                .status("Inactive")),
                        c ->
                                c.updateAccessKey(r ->
                                        r.userName("Test")
                                                .accessKeyId(ourKeyThere())
                                                .status("Active")),
                        "access key AKIA… of Test: Active here, Inactive in the container"));
        all.add(
                write(
                        "a group made",
                        c -> c.createGroup(r -> r.groupName("New")),
                        c -> c.deleteGroup(r -> r.groupName("New")),
                        "group New: only in the container"));
        all.add(
                write(
                        "a group moved",
                        c ->
                                c.updateGroup(r ->
                                        r.groupName("Admins")
                                                .newGroupName("Admins")
                                                .newPath("/x/")),
                        c ->
                                c.updateGroup(r ->
                                        r.groupName("Admins").newGroupName("Admins").newPath("/")),
                        "group Admins: the path differs"));
        all.add(
                write(
                        "a group's policy attached",
                        c -> c.attachGroupPolicy(r -> r.groupName("Admins").policyArn(READ_ONLY)),
                        c -> c.detachGroupPolicy(r -> r.groupName("Admins").policyArn(READ_ONLY)),
                        "group Admins: policy ReadOnlyAccess is attached in the container only"));
        all.add(
                write(
                        "a member taken out",
                        c -> c.removeUserFromGroup(r -> r.groupName("Admins").userName("Test")),
                        c -> c.addUserToGroup(r -> r.groupName("Admins").userName("Test")),
                        "user Test: it is in group Admins only here"));
        all.add(
                write(
                        "a role made",
                        c -> c.createRole(r -> r.roleName("New").assumeRolePolicyDocument(trust())),
                        c -> c.deleteRole(r -> r.roleName("New")),
                        "role New: only in the container"));
        all.add(
                write(
                        "a trust policy changed",
                        c ->
                                c.updateAssumeRolePolicy(r ->
                                        r.roleName("ops")
                                                .policyDocument(Room.trusting(room.account))),
                        c ->
                                c.updateAssumeRolePolicy(
                                        r -> r.roleName("ops").policyDocument(trust())),
                        "role ops: the trust policy differs"));
        all.add(
                write(
                        "a role's settings changed",
                        c ->
                                c.updateRole(r ->
                                        r.roleName("ops")
                                                .description("d")
                                                .maxSessionDuration(7200)),
                        c ->
                                c.updateRole(r ->
                                        r.roleName("ops").description("").maxSessionDuration(3600)),
                        "role ops: the description differs",
                        "role ops: the maximum session duration differs"));
        all.add(
                write(
                        "a managed policy made",
                        c -> c.createPolicy(r -> r.policyName("New").policyDocument(DENY)),
                        c -> c.deletePolicy(r -> r.policyArn(room.arn("policy/New"))),
                        "policy New: only in the container"));
        all.add(
                write(
                        "a default version set",
                        c -> c.setDefaultPolicyVersion(r -> r.policyArn(p()).versionId("v2")),
                        c -> c.setDefaultPolicyVersion(r -> r.policyArn(p()).versionId("v1")),
                        "policy P: the default version differs"));
        all.add(
                write(
                        "a version made",
                        c -> c.createPolicyVersion(r -> r.policyArn(p()).policyDocument(DENY)),
                        c -> c.deletePolicyVersion(r -> r.policyArn(p()).versionId("v3")),
                        "policy P: version v3 is in the container only"));
        all.add(
                write(
                        "a managed policy tagged",
                        c -> c.tagPolicy(r -> r.policyArn(p()).tags(MirrorRoom.tag("k", "v"))),
                        c -> c.untagPolicy(r -> r.policyArn(p()).tagKeys("k")),
                        "policy P: tag k is in the container only"));
        all.add(
                write(
                        "an instance profile made",
                        c -> c.createInstanceProfile(r -> r.instanceProfileName("New")),
                        c -> c.deleteInstanceProfile(r -> r.instanceProfileName("New")),
                        "instance profile New: only in the container"));
        all.add(
                write(
                        "a role taken out of an instance profile",
                        c ->
                                c.removeRoleFromInstanceProfile(
                                        r -> r.instanceProfileName("box").roleName("ops")),
                        c ->
                                c.addRoleToInstanceProfile(
                                        r -> r.instanceProfileName("box").roleName("ops")),
                        "instance profile box: the role differs"));
        all.add(
                write(
                        "the alias deleted",
                        c -> c.deleteAccountAlias(r -> r.accountAlias("x")),
                        c -> c.createAccountAlias(r -> r.accountAlias("lab" + room.account)),
                        "account " + room.account + ": the alias differs"));
        return all;
    }

    private String ourKeyThere() {
        return room.mirrored
                .state()
                .keyThere(room.ours().keys().keySet().iterator().next())
                .orElseThrow();
    }

    private String foreignKey(IamClient c) {
        return c.listAccessKeys(r -> r.userName("Test")).accessKeyMetadata().stream()
                .map(k -> k.accessKeyId())
                .filter(id -> !room.mirrored.state().keys().containsValue(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("writes")
    void aWriteStraightToTheContainerIsNamed(Write write) {
        assertThat(room.drift()).as("before").isEmpty();
        write.write().accept(room.direct());
        List<String> words =
                room.drift().stream()
                        .map(w -> w.replaceAll("(LKIA|AKIA)[A-Z0-9]{16}", "$1…"))
                        .toList();
        write.undo().accept(room.direct());
        if (words.contains("user Test: tag Env is only here")
                || words.contains("user Test: only here")) {
            // LocalStack loses the tags of a user who is moved.
            room.direct().tagUser(r -> r.userName("Test").tags(MirrorRoom.tag("Env", "lab")));
        }
        assertThat(words).containsExactlyInAnyOrderElementsOf(write.words());
    }

    @Test
    void bothTextsOfADocumentAreThere() {
        room.direct()
                .updateAssumeRolePolicy(
                        r -> r.roleName("ops").policyDocument(Room.trusting(room.account)));
        Difference trust = room.mirrored.drift(room.account).getFirst();
        room.direct().updateAssumeRolePolicy(r -> r.roleName("ops").policyDocument(trust()));
        assertThat(trust.ours()).hasValue(trust());
        assertThat(trust.theirs()).hasValue(Room.trusting(room.account));
    }

    @Test
    void aDocumentThatIsLaidOutOtherwiseIsNoDifference() {
        room.direct()
                .updateAssumeRolePolicy(r ->
                        r.roleName("ops")
                                .policyDocument(trust().replace(",", " ,\n").replace(":[", ": [")));
        assertThat(room.drift()).isEmpty();
        room.direct().updateAssumeRolePolicy(r -> r.roleName("ops").policyDocument(trust()));
    }

    @Test
    void onlyWhatIsAskedForIsCompared() {
        IamClient direct = room.direct();
        direct.tagUser(r -> r.userName("Test").tags(MirrorRoom.tag("k", "v")));
        direct.updateRole(r -> r.roleName("ops").description("d").maxSessionDuration(3600));
        direct.removeUserFromGroup(r -> r.groupName("Admins").userName("Test"));
        List<String> user = room.drift(EntityRef.user("test"));
        List<String> role = room.drift(EntityRef.role("ops"));
        List<String> group = room.drift(EntityRef.group("Admins"));
        List<String> rest =
                room.drift(
                        EntityRef.policy("P"),
                        EntityRef.profile("box"),
                        EntityRef.account(room.account),
                        EntityRef.user("nobody"));
        direct.untagUser(r -> r.userName("Test").tagKeys("k"));
        direct.updateRole(r -> r.roleName("ops").description("").maxSessionDuration(3600));
        direct.addUserToGroup(r -> r.groupName("Admins").userName("Test"));
        assertThat(user)
                .containsExactlyInAnyOrder(
                        "user Test: tag k is in the container only",
                        "user Test: it is in group Admins only here");
        assertThat(role).containsExactly("role ops: the description differs");
        assertThat(group).containsExactly("group Admins: Test is in it only here");
        assertThat(rest).isEmpty();
        assertThat(room.drift()).isEmpty();
    }

    @Test
    void allIsNamedWhenAllIsDeletedThere() {
        try (MirrorRoom other = MirrorRoom.attached()) {
            populate(other);
            IamClient direct = other.direct();
            String key =
                    direct.listAccessKeys(r -> r.userName("Test"))
                            .accessKeyMetadata()
                            .getFirst()
                            .accessKeyId();
            direct.deleteAccessKey(r -> r.userName("Test").accessKeyId(key));
            assertThat(other.drift())
                    .singleElement()
                    .asString()
                    .matches("access key AKIA.* of Test: only here");
            direct.deleteUserPolicy(r -> r.userName("Test").policyName("own"));
            direct.detachUserPolicy(r -> r.userName("Test").policyArn(Room.S3_FULL_ACCESS));
            direct.deleteUser(r -> r.userName("Test"));
            direct.removeRoleFromInstanceProfile(r -> r.instanceProfileName("box").roleName("ops"));
            direct.deleteRole(r -> r.roleName("ops"));
            direct.deleteInstanceProfile(r -> r.instanceProfileName("box"));
            direct.deletePolicy(r -> r.policyArn(other.arn("policy/P")));
            assertThat(other.drift())
                    .containsExactlyInAnyOrder(
                            "user Test: only here",
                            "group Admins: a user is in it in the container who was deleted there",
                            "role ops: only here",
                            "policy P: only here",
                            "instance profile box: only here");
            direct.deleteGroup(r -> r.groupName("Admins"));
            assertThat(other.drift()).contains("group Admins: only here");
        }
    }
}
