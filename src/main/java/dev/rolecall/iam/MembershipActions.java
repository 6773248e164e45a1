package dev.rolecall.iam;

import java.util.List;
import software.amazon.awssdk.services.iam.model.AddUserToGroupRequest;
import software.amazon.awssdk.services.iam.model.AddUserToGroupResponse;
import software.amazon.awssdk.services.iam.model.ListGroupsForUserRequest;
import software.amazon.awssdk.services.iam.model.ListGroupsForUserResponse;
import software.amazon.awssdk.services.iam.model.RemoveUserFromGroupRequest;
import software.amazon.awssdk.services.iam.model.RemoveUserFromGroupResponse;

/// Which users are in which groups.
public final class MembershipActions {
    private final Desk desk;

    MembershipActions(Desk desk) {
        this.desk = desk;
    }

    /// To add a member again is no error.
    public AddUserToGroupResponse addUserToGroup(Caller caller, AddUserToGroupRequest request) {
        desk.change(
                caller,
                account -> {
                    Group group = Find.group(account, request.groupName());
                    User user = Find.user(account, request.userName());
                    if (group.members().contains(user.id())) {
                        return account;
                    }
                    Limits.roomFor(
                            account.groupsOf(user.id()).size(),
                            "GroupsPerUser",
                            Limits.GROUPS_PER_USER);
                    return account.with(group.withMember(user.id()));
                });
        return AddUserToGroupResponse.builder().build();
    }

    /// To remove a user who is no member is no error.
    public RemoveUserFromGroupResponse removeUserFromGroup(
            Caller caller, RemoveUserFromGroupRequest request) {
        desk.change(
                caller,
                account -> {
                    Group group = Find.group(account, request.groupName());
                    User user = Find.user(account, request.userName());
                    return account.with(group.withoutMember(user.id()));
                });
        return RemoveUserFromGroupResponse.builder().build();
    }

    public ListGroupsForUserResponse listGroupsForUser(
            Caller caller, ListGroupsForUserRequest request) {
        Account account = desk.account(caller);
        List<Group> all = account.groupsOf(Find.user(account, request.userName()).id());
        Page<Group> page =
                Page.of(all, g -> Copies.fold(g.name()), request.marker(), request.maxItems());
        return ListGroupsForUserResponse.builder()
                .groups(page.map(Shapes::group))
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }
}
