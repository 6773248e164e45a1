package dev.rolecall.iam;

import dev.rolecall.policy.PrincipalNames;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.AttachedPermissionsBoundary;
import software.amazon.awssdk.services.iam.model.RoleLastUsed;
import software.amazon.awssdk.services.iam.model.Tag;

/// Users, groups, roles and instance profiles in the SDK's shapes. A list shows less than a get,
/// and an empty list of tags is left out, as AWS leaves it out.
final class Shapes {
    private Shapes() {}

    /// A user as CreateUser and GetUser show it.
    static software.amazon.awssdk.services.iam.model.User user(User user) {
        return listed(user).toBuilder()
                .permissionsBoundary(boundary(user))
                .tags(user.tags().isEmpty() ? null : tags(user.tags()))
                .build();
    }

    /// A user as ListUsers and GetGroup show it.
    static software.amazon.awssdk.services.iam.model.User listed(User user) {
        return software.amazon.awssdk.services.iam.model.User.builder()
                .path(user.path())
                .userName(user.name())
                .userId(user.id())
                .arn(user.arn())
                .createDate(user.created())
                .build();
    }

    static software.amazon.awssdk.services.iam.model.Group group(Group group) {
        return software.amazon.awssdk.services.iam.model.Group.builder()
                .path(group.path())
                .groupName(group.name())
                .groupId(group.id())
                .arn(group.arn())
                .createDate(group.created())
                .build();
    }

    /// A role as GetRole shows it: with RoleLastUsed, be it empty.
    static software.amazon.awssdk.services.iam.model.Role role(Role role, PrincipalNames names) {
        return listed(role, names).toBuilder()
                .roleLastUsed(lastUsed(role))
                .permissionsBoundary(boundary(role))
                .tags(role.tags().isEmpty() ? null : tags(role.tags()))
                .build();
    }

    /// A role as CreateRole shows it: the trust policy as it was given, no MaxSessionDuration.
    static software.amazon.awssdk.services.iam.model.Role created(Role role, String trust) {
        return bare(role, trust).toBuilder()
                .permissionsBoundary(boundary(role))
                .tags(role.tags().isEmpty() ? null : tags(role.tags()))
                .build();
    }

    /// A role as ListRoles shows it.
    static software.amazon.awssdk.services.iam.model.Role listed(Role role, PrincipalNames names) {
        return bare(role, role.trust().readable(names)).toBuilder()
                .maxSessionDuration(role.maxSessionSeconds())
                .build();
    }

    private static software.amazon.awssdk.services.iam.model.Role bare(Role role, String trust) {
        return software.amazon.awssdk.services.iam.model.Role.builder()
                .path(role.path())
                .roleName(role.name())
                .roleId(role.id())
                .arn(role.arn())
                .createDate(role.created())
                .assumeRolePolicyDocument(trust)
                .description(role.description().isEmpty() ? null : role.description())
                .build();
    }

    static software.amazon.awssdk.services.iam.model.InstanceProfile profile(
            InstanceProfile profile, Account account, PrincipalNames names) {
        return software.amazon.awssdk.services.iam.model.InstanceProfile.builder()
                .path(profile.path())
                .instanceProfileName(profile.name())
                .instanceProfileId(profile.id())
                .arn(profile.arn())
                .createDate(profile.created())
                .roles(
                        profile.roleId().flatMap(account::roleById).stream()
                                .map(role -> bare(role, role.trust().readable(names)))
                                .toList())
                .tags(profile.tags().isEmpty() ? null : tags(profile.tags()))
                .build();
    }

    static RoleLastUsed lastUsed(Role role) {
        RoleLastUsed.Builder used = RoleLastUsed.builder();
        role.lastUsed().ifPresent(use -> used.lastUsedDate(use.at()).region(use.region()));
        return used.build();
    }

    /// The boundary; AWS writes the type as `Policy`, which the SDK's enum does not know. Null if
    /// there is none, for a builder.
    @Nullable
    static AttachedPermissionsBoundary boundary(Bounded bounded) {
        return bounded.boundary()
                .map(arn ->
                        AttachedPermissionsBoundary.builder()
                                .permissionsBoundaryArn(arn)
                                .permissionsBoundaryType("Policy")
                                .build())
                .orElse(null);
    }

    static List<Tag> tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }
}
