package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.Role;

/// Requests about roles.
final class RoleCalls {
    private RoleCalls() {}

    static Call create(Role role) {
        return Call.makes(
                "CreateRole",
                EntityRef.role(role.name()),
                iam ->
                        iam.createRole(
                                        r -> {
                                            r.roleName(role.name())
                                                    .path(role.path())
                                                    .maxSessionDuration(role.maxSessionSeconds())
                                                    .assumeRolePolicyDocument(
                                                            ContainerText.of(role.trust()));
                                            role.boundary().ifPresent(r::permissionsBoundary);
                                            if (!role.description().isEmpty()) {
                                                r.description(role.description());
                                            }
                                            if (!role.tags().isEmpty()) {
                                                r.tags(Tags.of(role.tags()));
                                            }
                                        })
                                .role()
                                .roleId());
    }

    static Call delete(Role role) {
        return Call.unmakes(
                "DeleteRole",
                EntityRef.role(role.name()),
                iam -> iam.deleteRole(r -> r.roleName(role.name())));
    }

    /// Both settings are given: LocalStack forgets the one that is not.
    static Call settings(Role role) {
        return Call.alters(
                "UpdateRole",
                EntityRef.role(role.name()),
                iam ->
                        iam.updateRole(r ->
                                r.roleName(role.name())
                                        .description(role.description())
                                        .maxSessionDuration(role.maxSessionSeconds())));
    }

    /// LocalStack refuses some trust policies here that it takes from CreateRole, and AWS takes
    /// from both, such as one of version 2008-10-17. Then the role is made anew.
    static Call trust(Role role) {
        return Call.alters(
                        "UpdateAssumeRolePolicy",
                        EntityRef.role(role.name()),
                        iam ->
                                iam.updateAssumeRolePolicy(r ->
                                        r.roleName(role.name())
                                                .policyDocument(ContainerText.of(role.trust()))))
                .orAnew(role.id());
    }
}
