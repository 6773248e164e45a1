package dev.rolecall.iam;

import java.util.Objects;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.UpdateRoleDescriptionRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleDescriptionResponse;
import software.amazon.awssdk.services.iam.model.UpdateRoleRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleResponse;

/// What of a role can be changed: its settings and its trust policy.
public final class RoleUpdateActions {
    private final Desk desk;

    RoleUpdateActions(Desk desk) {
        this.desk = desk;
    }

    /// What is not given stays as it is.
    public UpdateRoleResponse updateRole(Caller caller, UpdateRoleRequest request) {
        change(
                caller,
                request.roleName(),
                role ->
                        role.withSettings(
                                Objects.requireNonNullElse(
                                        request.description(), role.description()),
                                Objects.requireNonNullElse(
                                        request.maxSessionDuration(), role.maxSessionSeconds())));
        return UpdateRoleResponse.builder().build();
    }

    public UpdateRoleDescriptionResponse updateRoleDescription(
            Caller caller, UpdateRoleDescriptionRequest request) {
        Role after =
                change(
                        caller,
                        request.roleName(),
                        role -> role.withSettings(request.description(), role.maxSessionSeconds()));
        return UpdateRoleDescriptionResponse.builder()
                .role(Shapes.listed(after, desk.names()))
                .build();
    }

    /// Sessions that were issued before live on.
    public UpdateAssumeRolePolicyResponse updateAssumeRolePolicy(
            Caller caller, UpdateAssumeRolePolicyRequest request) {
        change(
                caller,
                request.roleName(),
                role -> role.withTrust(Documents.trust(request.policyDocument(), desk.names())));
        return UpdateAssumeRolePolicyResponse.builder().build();
    }

    private Role change(Caller caller, String name, UnaryOperator<Role> change) {
        Account after =
                desk.change(
                        caller, account -> account.with(change.apply(Find.role(account, name))));
        return Find.role(after, name);
    }
}
