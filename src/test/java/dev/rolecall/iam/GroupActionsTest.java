package dev.rolecall.iam;

import static dev.rolecall.iam.ErrorAssert.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.AddUserToGroupRequest;
import software.amazon.awssdk.services.iam.model.DeleteGroupRequest;
import software.amazon.awssdk.services.iam.model.GetGroupRequest;
import software.amazon.awssdk.services.iam.model.GetGroupResponse;
import software.amazon.awssdk.services.iam.model.ListGroupsForUserRequest;
import software.amazon.awssdk.services.iam.model.ListGroupsForUserResponse;
import software.amazon.awssdk.services.iam.model.RemoveUserFromGroupRequest;
import software.amazon.awssdk.services.iam.model.UpdateGroupRequest;
import software.amazon.awssdk.services.iam.model.UpdateUserRequest;

class GroupActionsTest {
    private final Room room = new Room();

    @Test
    void aGroupShowsItsUsersUnderTheirPresentNames() {
        room.group("devs");
        room.user("b");
        room.user("A");
        add("devs", "b");
        add("devs", "A");
        room.call(UpdateUserRequest.builder().userName("b").newUserName("C").build());
        var got =
                room.call(
                        GetGroupRequest.builder().groupName("DEVS").build(),
                        GetGroupResponse.class);
        assertThat(got.group().groupName()).isEqualTo("devs");
        assertThat(got.users()).extracting(user -> user.userName()).containsExactly("A", "C");
        assertThat(got.isTruncated()).isFalse();
    }

    @Test
    void addingAMemberAgainAndRemovingAStrangerAreNoErrors() {
        room.group("devs");
        room.user("Test");
        room.user("Stranger");
        add("devs", "Test");
        add("devs", "Test");
        // aws-recorded 24
        room.call(
                RemoveUserFromGroupRequest.builder()
                        .groupName("devs")
                        .userName("Stranger")
                        .build());
        assertThat(room.account().group("devs").orElseThrow().members()).hasSize(1);
    }

    @Test
    void aUserIsInTenGroupsAtMost() {
        room.user("Test");
        for (int i = 0; i < 10; i++) {
            room.group("g" + i);
            add("g" + i, "Test");
        }
        room.group("last");
        assertError(
                room.refused(
                        AddUserToGroupRequest.builder().groupName("last").userName("Test").build()),
                409,
                "LimitExceeded",
                "Cannot exceed quota for GroupsPerUser: 10");
        assertThat(
                        room.call(
                                        ListGroupsForUserRequest.builder().userName("Test").build(),
                                        ListGroupsForUserResponse.class)
                                .groups())
                .hasSize(10);
    }

    @Test
    void aGroupWithUsersIsNotDeleted() {
        room.group("devs");
        room.user("Test");
        add("devs", "Test");
        DeleteGroupRequest delete = DeleteGroupRequest.builder().groupName("devs").build();
        assertError(
                room.refused(delete),
                409,
                "DeleteConflict",
                "Cannot delete entity, must remove users from group first.");
        room.call(RemoveUserFromGroupRequest.builder().groupName("devs").userName("Test").build());
        room.call(delete);
        assertError(
                room.refused(delete),
                404,
                "NoSuchEntity",
                "The group with name devs cannot be found.");
    }

    @Test
    void aRenamedGroupKeepsItsMembers() {
        room.group("devs");
        room.user("Test");
        add("devs", "Test");
        room.call(UpdateGroupRequest.builder().groupName("devs").newGroupName("engineers").build());
        assertThat(room.account().group("devs")).isEmpty();
        assertThat(room.account().group("engineers").orElseThrow().members()).hasSize(1);
    }

    private void add(String group, String user) {
        room.call(AddUserToGroupRequest.builder().groupName(group).userName(user).build());
    }
}
