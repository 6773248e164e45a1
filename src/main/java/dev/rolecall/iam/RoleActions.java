package dev.rolecall.iam;

import dev.rolecall.fault.IamErrors;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleResponse;
import software.amazon.awssdk.services.iam.model.DeleteRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteRoleResponse;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;
import software.amazon.awssdk.services.iam.model.ListRolesRequest;
import software.amazon.awssdk.services.iam.model.ListRolesResponse;

/// Roles.
public final class RoleActions {
    private final Desk desk;
    private final Boundaries boundaries;

    RoleActions(Desk desk) {
        this.desk = desk;
        this.boundaries = new Boundaries(desk);
    }

    /// The answer has the trust policy as it was given; later reads have it as it was understood.
    public CreateRoleResponse createRole(Caller caller, CreateRoleRequest request) {
        Account after = desk.change(caller, account -> account.with(made(account, request)));
        Role role = Find.role(after, request.roleName());
        return CreateRoleResponse.builder()
                .role(Shapes.created(role, request.assumeRolePolicyDocument()))
                .build();
    }

    private Role made(Account account, CreateRoleRequest request) {
        String name = request.roleName();
        if (account.role(name).isPresent()) {
            throw IamErrors.roleExists(name);
        }
        Limits.roomFor(account.roles().size(), "RolesPerAccount", Limits.ROLES);
        return new Role(
                account.id(),
                Paths.of(request.path()),
                name,
                desk.ids().unique(Ids.Prefix.AROA),
                desk.now(),
                Objects.requireNonNullElse(request.description(), ""),
                Documents.trust(request.assumeRolePolicyDocument(), desk.names()),
                Objects.requireNonNullElse(
                        request.maxSessionDuration(), Role.DEFAULT_SESSION_SECONDS),
                Policies.none(),
                Tagging.CASE_IGNORED.of(request.tags()),
                boundaries.checked(account, request.permissionsBoundary()),
                Optional.empty());
    }

    public GetRoleResponse getRole(Caller caller, GetRoleRequest request) {
        Role role = Find.role(desk.account(caller), request.roleName());
        return GetRoleResponse.builder().role(Shapes.role(role, desk.names())).build();
    }

    public DeleteRoleResponse deleteRole(Caller caller, DeleteRoleRequest request) {
        desk.change(
                caller,
                account -> {
                    Role role = Find.role(account, request.roleName());
                    if (account.profiles().values().stream()
                            .anyMatch(p -> p.roleId().filter(role.id()::equals).isPresent())) {
                        throw IamErrors.deleteConflict("remove roles from instance profile");
                    }
                    Conflicts.refuseIfHoldsPolicies(role);
                    return account.without(role);
                });
        return DeleteRoleResponse.builder().build();
    }

    public ListRolesResponse listRoles(Caller caller, ListRolesRequest request) {
        List<Role> all =
                Paths.under(
                        request.pathPrefix(), desk.account(caller).roles().values(), Role::path);
        Page<Role> page =
                Page.of(all, r -> Copies.fold(r.name()), request.marker(), request.maxItems());
        return ListRolesResponse.builder()
                .roles(page.map(role -> Shapes.listed(role, desk.names())))
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }
}
