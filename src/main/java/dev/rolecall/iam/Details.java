package dev.rolecall.iam;

import dev.rolecall.policy.PolicyDocument;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.GroupDetail;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.PolicyDetail;
import software.amazon.awssdk.services.iam.model.RoleDetail;
import software.amazon.awssdk.services.iam.model.UserDetail;

/// Entities as GetAccountAuthorizationDetails shows them, with all their policies.
record Details(Desk desk, Account account) {

    UserDetail user(User user) {
        return UserDetail.builder()
                .path(user.path())
                .userName(user.name())
                .userId(user.id())
                .arn(user.arn())
                .createDate(user.created())
                .userPolicyList(inline(user))
                .groupList(account.groupsOf(user.id()).stream().map(Group::name).toList())
                .attachedManagedPolicies(attached(user))
                .permissionsBoundary(Shapes.boundary(user))
                .tags(Shapes.tags(user.tags()))
                .build();
    }

    GroupDetail group(Group group) {
        return GroupDetail.builder()
                .path(group.path())
                .groupName(group.name())
                .groupId(group.id())
                .arn(group.arn())
                .createDate(group.created())
                .groupPolicyList(inline(group))
                .attachedManagedPolicies(attached(group))
                .build();
    }

    RoleDetail role(Role role) {
        return RoleDetail.builder()
                .path(role.path())
                .roleName(role.name())
                .roleId(role.id())
                .arn(role.arn())
                .createDate(role.created())
                .assumeRolePolicyDocument(role.trust().readable(desk.names()))
                .instanceProfileList(
                        account.profiles().values().stream()
                                .filter(p -> p.roleId().filter(role.id()::equals).isPresent())
                                .map(p -> Shapes.profile(p, account, desk.names()))
                                .toList())
                .rolePolicyList(inline(role))
                .attachedManagedPolicies(attached(role))
                .permissionsBoundary(Shapes.boundary(role))
                .tags(Shapes.tags(role.tags()))
                .roleLastUsed(Shapes.lastUsed(role))
                .build();
    }

    static ManagedPolicyDetail policy(ManagedPolicy policy, PolicyUse use) {
        return ManagedPolicyDetail.builder()
                .policyName(policy.name())
                .policyId(policy.id())
                .arn(policy.arn())
                .path(policy.path())
                .defaultVersionId(policy.defaultVersion())
                .attachmentCount(use.attachments(policy.arn()))
                .permissionsBoundaryUsageCount(use.boundaries(policy.arn()))
                .isAttachable(true)
                .description(policy.description().isEmpty() ? null : policy.description())
                .createDate(policy.created())
                .updateDate(policy.updated())
                .policyVersionList(
                        policy.versions().reversed().stream()
                                .map(v -> PolicyVersionActions.withDocument(policy, v))
                                .toList())
                .build();
    }

    private static List<PolicyDetail> inline(Identity identity) {
        return identity.policies().inline().entrySet().stream().map(Details::inline).toList();
    }

    private static PolicyDetail inline(Map.Entry<String, PolicyDocument> policy) {
        return PolicyDetail.builder()
                .policyName(policy.getKey())
                .policyDocument(policy.getValue().text())
                .build();
    }

    private List<AttachedPolicy> attached(Identity identity) {
        return identity.policies().attached().stream()
                .flatMap(arn -> desk.managed(account, arn).stream())
                .map(Attachments::shape)
                .toList();
    }
}
