package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.Group;

/// Requests about groups and who is in them.
final class GroupCalls {
    private GroupCalls() {}

    static Call create(Group group) {
        return Call.makes(
                "CreateGroup",
                EntityRef.group(group.name()),
                iam ->
                        iam.createGroup(r -> r.groupName(group.name()).path(group.path()))
                                .group()
                                .groupId());
    }

    static Call delete(Group group) {
        return Call.unmakes(
                "DeleteGroup",
                EntityRef.group(group.name()),
                iam -> iam.deleteGroup(r -> r.groupName(group.name())));
    }

    /// Name and path are both given: LocalStack takes a missing path for none.
    static Call rename(Group group, Group other) {
        return Call.renames(
                "UpdateGroup",
                EntityRef.group(group.name()),
                EntityRef.group(other.name()),
                iam ->
                        iam.updateGroup(r ->
                                r.groupName(group.name())
                                        .newGroupName(other.name())
                                        .newPath(other.path())));
    }

    static Call add(Group group, String user) {
        return Call.links(
                "AddUserToGroup",
                member(group, user),
                iam -> iam.addUserToGroup(r -> r.groupName(group.name()).userName(user)));
    }

    static Call remove(Group group, String user) {
        return Call.unmakes(
                "RemoveUserFromGroup",
                member(group, user),
                iam -> iam.removeUserFromGroup(r -> r.groupName(group.name()).userName(user)));
    }

    private static String member(Group group, String user) {
        return EntityRef.group(group.name()) + " member " + user;
    }
}
