package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.Bounded;
import dev.rolecall.iam.Role;
import dev.rolecall.iam.User;

/// Requests about permissions boundaries.
final class BoundaryCalls {
    private BoundaryCalls() {}

    static Call set(Bounded bounded, String arn) {
        return switch (bounded) {
            case User user ->
                    Call.alters(
                            "PutUserPermissionsBoundary",
                            EntityRef.user(user.name()),
                            iam ->
                                    iam.putUserPermissionsBoundary(
                                            r -> r.userName(user.name()).permissionsBoundary(arn)));
            case Role role ->
                    Call.alters(
                            "PutRolePermissionsBoundary",
                            EntityRef.role(role.name()),
                            iam ->
                                    iam.putRolePermissionsBoundary(
                                            r -> r.roleName(role.name()).permissionsBoundary(arn)));
        };
    }

    static Call clear(Bounded bounded) {
        return switch (bounded) {
            case User user ->
                    Call.alters(
                            "DeleteUserPermissionsBoundary",
                            EntityRef.user(user.name()),
                            iam -> iam.deleteUserPermissionsBoundary(r -> r.userName(user.name())));
            case Role role ->
                    Call.alters(
                            "DeleteRolePermissionsBoundary",
                            EntityRef.role(role.name()),
                            iam -> iam.deleteRolePermissionsBoundary(r -> r.roleName(role.name())));
        };
    }
}
