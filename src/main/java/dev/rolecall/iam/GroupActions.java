package dev.rolecall.iam;

import dev.rolecall.fault.IamErrors;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.CreateGroupRequest;
import software.amazon.awssdk.services.iam.model.CreateGroupResponse;
import software.amazon.awssdk.services.iam.model.DeleteGroupRequest;
import software.amazon.awssdk.services.iam.model.DeleteGroupResponse;
import software.amazon.awssdk.services.iam.model.GetGroupRequest;
import software.amazon.awssdk.services.iam.model.GetGroupResponse;
import software.amazon.awssdk.services.iam.model.ListGroupsRequest;
import software.amazon.awssdk.services.iam.model.ListGroupsResponse;
import software.amazon.awssdk.services.iam.model.UpdateGroupRequest;
import software.amazon.awssdk.services.iam.model.UpdateGroupResponse;

/// Groups.
public final class GroupActions {
    private final Desk desk;

    GroupActions(Desk desk) {
        this.desk = desk;
    }

    public CreateGroupResponse createGroup(Caller caller, CreateGroupRequest request) {
        Account after = desk.change(caller, account -> account.with(made(account, request)));
        return CreateGroupResponse.builder()
                .group(Shapes.group(Find.group(after, request.groupName())))
                .build();
    }

    private Group made(Account account, CreateGroupRequest request) {
        String name = request.groupName();
        if (account.group(name).isPresent()) {
            throw IamErrors.groupExists(name);
        }
        Limits.roomFor(account.groups().size(), "GroupsPerAccount", Limits.GROUPS);
        return new Group(
                account.id(),
                Paths.of(request.path()),
                name,
                desk.ids().unique(Ids.Prefix.AGPA),
                desk.now(),
                Policies.none(),
                List.of());
    }

    /// The group and a page of its users.
    public GetGroupResponse getGroup(Caller caller, GetGroupRequest request) {
        Account account = desk.account(caller);
        Group group = Find.group(account, request.groupName());
        List<User> users =
                group.members().stream()
                        .flatMap(id -> account.userById(id).stream())
                        .sorted(Comparator.comparing(user -> Copies.fold(user.name())))
                        .toList();
        Page<User> page =
                Page.of(users, u -> Copies.fold(u.name()), request.marker(), request.maxItems());
        return GetGroupResponse.builder()
                .group(Shapes.group(group))
                .users(page.map(Shapes::listed))
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }

    public UpdateGroupResponse updateGroup(Caller caller, UpdateGroupRequest request) {
        desk.change(
                caller,
                account -> {
                    Group group = Find.group(account, request.groupName());
                    String name = Objects.requireNonNullElse(request.newGroupName(), group.name());
                    String path = Objects.requireNonNullElse(request.newPath(), group.path());
                    Optional<Group> other = account.group(name);
                    if (other.isPresent() && !other.get().id().equals(group.id())) {
                        throw IamErrors.groupExists(name);
                    }
                    return account.without(group).with(group.named(path, name));
                });
        return UpdateGroupResponse.builder().build();
    }

    public DeleteGroupResponse deleteGroup(Caller caller, DeleteGroupRequest request) {
        desk.change(
                caller,
                account -> {
                    Group group = Find.group(account, request.groupName());
                    if (!group.members().isEmpty()) {
                        throw IamErrors.deleteConflict("remove users from group");
                    }
                    Conflicts.refuseIfHoldsPolicies(group);
                    return account.without(group);
                });
        return DeleteGroupResponse.builder().build();
    }

    public ListGroupsResponse listGroups(Caller caller, ListGroupsRequest request) {
        List<Group> all =
                Paths.under(
                        request.pathPrefix(), desk.account(caller).groups().values(), Group::path);
        Page<Group> page =
                Page.of(all, g -> Copies.fold(g.name()), request.marker(), request.maxItems());
        return ListGroupsResponse.builder()
                .groups(page.map(Shapes::group))
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }
}
