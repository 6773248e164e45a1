package dev.rolecall.iam;

import java.util.Optional;
import software.amazon.awssdk.services.iam.model.DeleteRolePermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePermissionsBoundaryResponse;
import software.amazon.awssdk.services.iam.model.DeleteUserPermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserPermissionsBoundaryResponse;
import software.amazon.awssdk.services.iam.model.PutRolePermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.PutRolePermissionsBoundaryResponse;
import software.amazon.awssdk.services.iam.model.PutUserPermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.PutUserPermissionsBoundaryResponse;

/// Permissions boundaries of users and roles. To delete one that is not there is no error.
public final class BoundaryActions {
    private final Desk desk;
    private final Boundaries boundaries;

    BoundaryActions(Desk desk) {
        this.desk = desk;
        this.boundaries = new Boundaries(desk);
    }

    public PutUserPermissionsBoundaryResponse putUserPermissionsBoundary(
            Caller caller, PutUserPermissionsBoundaryRequest request) {
        desk.change(
                caller,
                account ->
                        account.with(
                                Find.user(account, request.userName())
                                        .withBoundary(
                                                boundaries.checked(
                                                        account, request.permissionsBoundary()))));
        return PutUserPermissionsBoundaryResponse.builder().build();
    }

    public DeleteUserPermissionsBoundaryResponse deleteUserPermissionsBoundary(
            Caller caller, DeleteUserPermissionsBoundaryRequest request) {
        desk.change(
                caller,
                account ->
                        account.with(
                                Find.user(account, request.userName())
                                        .withBoundary(Optional.empty())));
        return DeleteUserPermissionsBoundaryResponse.builder().build();
    }

    public PutRolePermissionsBoundaryResponse putRolePermissionsBoundary(
            Caller caller, PutRolePermissionsBoundaryRequest request) {
        desk.change(
                caller,
                account ->
                        account.with(
                                Find.role(account, request.roleName())
                                        .withBoundary(
                                                boundaries.checked(
                                                        account, request.permissionsBoundary()))));
        return PutRolePermissionsBoundaryResponse.builder().build();
    }

    public DeleteRolePermissionsBoundaryResponse deleteRolePermissionsBoundary(
            Caller caller, DeleteRolePermissionsBoundaryRequest request) {
        desk.change(
                caller,
                account ->
                        account.with(
                                Find.role(account, request.roleName())
                                        .withBoundary(Optional.empty())));
        return DeleteRolePermissionsBoundaryResponse.builder().build();
    }
}
