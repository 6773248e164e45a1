package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.User;

/// Requests about users.
final class UserCalls {
    private UserCalls() {}

    static Call create(User user) {
        return Call.makes(
                "CreateUser",
                EntityRef.user(user.name()),
                iam ->
                        iam.createUser(
                                        r -> {
                                            r.userName(user.name()).path(user.path());
                                            user.boundary().ifPresent(r::permissionsBoundary);
                                            if (!user.tags().isEmpty()) {
                                                r.tags(Tags.of(user.tags()));
                                            }
                                        })
                                .user()
                                .userId());
    }

    static Call delete(User user) {
        return Call.unmakes(
                "DeleteUser",
                EntityRef.user(user.name()),
                iam -> iam.deleteUser(r -> r.userName(user.name())));
    }

    /// Name and path are both given: LocalStack takes a missing one for none.
    static Call rename(User user, User other) {
        return Call.renames(
                "UpdateUser",
                EntityRef.user(user.name()),
                EntityRef.user(other.name()),
                iam ->
                        iam.updateUser(r ->
                                r.userName(user.name())
                                        .newUserName(other.name())
                                        .newPath(other.path())));
    }
}
