package dev.rolecall.iam;

import static dev.rolecall.iam.ErrorAssert.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.AddUserToGroupRequest;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.CreateUserResponse;
import software.amazon.awssdk.services.iam.model.DeleteAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserRequest;
import software.amazon.awssdk.services.iam.model.DetachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetUserRequest;
import software.amazon.awssdk.services.iam.model.GetUserResponse;
import software.amazon.awssdk.services.iam.model.ListUsersRequest;
import software.amazon.awssdk.services.iam.model.ListUsersResponse;
import software.amazon.awssdk.services.iam.model.PutUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.RemoveUserFromGroupRequest;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.UpdateUserRequest;

class UserActionsTest {
    private final Room room = new Room();

    @Test
    void aNewUserHasAnArnAnIdAndWholeSeconds() {
        var user =
                room.call(
                                CreateUserRequest.builder().userName("Test").path("/team/").build(),
                                CreateUserResponse.class)
                        .user();
        assertThat(user.arn()).isEqualTo("arn:aws:iam::111122223333:user/team/Test");
        assertThat(user.userId()).startsWith("AIDA");
        assertThat(user.createDate()).isEqualTo("2026-11-24T10:00:00Z");
        assertThat(user.hasTags()).isFalse();
    }

    @Test
    void namesAreUniqueIgnoringCase() {
        room.user("Test");
        // aws-recorded 25
        assertError(
                room.refused(CreateUserRequest.builder().userName("test").build()),
                409,
                "EntityAlreadyExists",
                "User with name test already exists.");
    }

    @Test
    void aNameIsFoundIgnoringCaseAndAnsweredAsItIsSpelt() {
        room.user("Test");
        assertThat(got("TEST").userName()).isEqualTo("Test");
    }

    @Test
    void anUnknownUserIsMissing() {
        assertError(
                room.refused(GetUserRequest.builder().userName("Nobody").build()),
                404,
                "NoSuchEntity",
                "The user with name Nobody cannot be found.");
    }

    @Test
    void getUserWithoutANameIsTheCaller() {
        User test = room.user("Test");
        GetUserRequest nobody = GetUserRequest.builder().build();
        assertThat(room.call(room.caller(test), nobody, GetUserResponse.class).user().userId())
                .isEqualTo(test.id());
        assertThat(room.call(nobody, GetUserResponse.class).user().arn())
                .isEqualTo("arn:aws:iam::111122223333:root");
    }

    @Test
    void getUserWithoutANameNeedsAUserAsCaller() {
        Caller session = Room.session(room.role("r"), "s1");
        assertError(
                room.refused(session, GetUserRequest.builder().build()),
                400,
                "ValidationError",
                "Must specify userName when calling with non-User credentials");
    }

    @Test
    void tagsAndBoundaryAreShownByGetAndNotByList() {
        room.call(
                CreateUserRequest.builder()
                        .userName("Test")
                        .tags(Tag.builder().key("Team").value("blue").build())
                        .permissionsBoundary(Room.S3_FULL_ACCESS)
                        .build());
        assertThat(got("Test").tags()).hasSize(1);
        assertThat(got("Test").permissionsBoundary().permissionsBoundaryTypeAsString())
                .isEqualTo("Policy");
        var listed = room.call(ListUsersRequest.builder().build(), ListUsersResponse.class);
        assertThat(listed.users().getFirst().hasTags()).isFalse();
        assertThat(listed.users().getFirst().permissionsBoundary()).isNull();
    }

    @Test
    void aRenamedUserKeepsIdGroupsAndKeys() {
        User before = room.user("Test");
        room.group("devs");
        room.call(AddUserToGroupRequest.builder().groupName("devs").userName("Test").build());
        String key = room.key("Test");
        room.call(
                UpdateUserRequest.builder()
                        .userName("Test")
                        .newUserName("Best")
                        .newPath("/x/")
                        .build());
        User after = room.account().user("Best").orElseThrow();
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(room.account().user("Test")).isEmpty();
        assertThat(room.account().groupsOf(after.id())).hasSize(1);
        // aws-recorded 10: the same key speaks with the new ARN
        assertThat(room.iam.owner(key).orElseThrow().principal().arn())
                .isEqualTo("arn:aws:iam::111122223333:user/x/Best");
    }

    @Test
    void aUserCannotTakeAnothersNameButMayChangeTheCaseOfItsOwn() {
        room.user("Test");
        room.user("Other");
        assertError(
                room.refused(
                        UpdateUserRequest.builder().userName("Test").newUserName("OTHER").build()),
                409,
                "EntityAlreadyExists",
                "User with name OTHER already exists.");
        room.call(UpdateUserRequest.builder().userName("Test").newUserName("TEST").build());
        assertThat(got("test").userName()).isEqualTo("TEST");
    }

    @Test
    void aUserIsDeletedOnlyWhenItHoldsNothing() {
        room.user("Test");
        room.group("devs");
        room.key("Test");
        room.call(AddUserToGroupRequest.builder().groupName("devs").userName("Test").build());
        room.call(
                PutUserPolicyRequest.builder()
                        .userName("Test")
                        .policyName("p")
                        .policyDocument(Room.ALLOW_S3)
                        .build());
        room.call(
                AttachUserPolicyRequest.builder()
                        .userName("Test")
                        .policyArn(Room.S3_FULL_ACCESS)
                        .build());
        conflict("Cannot delete entity, must detach all policies first.");
        detachAll();
        conflict("Cannot delete entity, must delete policies first.");
        room.call(DeleteUserPolicyRequest.builder().userName("Test").policyName("p").build());
        conflict("Cannot delete entity, must remove users from group first.");
        room.call(RemoveUserFromGroupRequest.builder().groupName("devs").userName("Test").build());
        conflict("Cannot delete entity, must delete access keys first.");
        room.call(
                DeleteAccessKeyRequest.builder()
                        .userName("Test")
                        .accessKeyId(room.account().keys().keySet().iterator().next())
                        .build());
        room.call(DeleteUserRequest.builder().userName("Test").build());
        assertThat(room.account().users()).isEmpty();
    }

    private void detachAll() {
        room.call(
                DetachUserPolicyRequest.builder()
                        .userName("Test")
                        .policyArn(Room.S3_FULL_ACCESS)
                        .build());
    }

    private void conflict(String message) {
        assertError(
                room.refused(DeleteUserRequest.builder().userName("Test").build()),
                409,
                "DeleteConflict",
                message);
    }

    private software.amazon.awssdk.services.iam.model.User got(String name) {
        return room.call(GetUserRequest.builder().userName(name).build(), GetUserResponse.class)
                .user();
    }
}
