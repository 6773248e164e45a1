package dev.rolecall.localstack.mirror;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.iam.model.Group;
import software.amazon.awssdk.services.iam.model.GroupDetail;
import software.amazon.awssdk.services.iam.model.InstanceProfile;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyDetail;
import software.amazon.awssdk.services.iam.model.PolicyVersion;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.RoleDetail;
import software.amazon.awssdk.services.iam.model.User;
import software.amazon.awssdk.services.iam.model.UserDetail;

/// Asks the container about a few entities, one by one, and for nothing else.
final class ChosenDetails {
    private final IamClient iam;
    private final List<UserDetail> users = new ArrayList<>();
    private final List<GroupDetail> groups = new ArrayList<>();
    private final List<RoleDetail> roles = new ArrayList<>();
    private final List<ManagedPolicyDetail> policies = new ArrayList<>();
    private final List<InstanceProfile> profiles = new ArrayList<>();
    private final Map<String, List<AccessKeyMetadata>> keys = new HashMap<>();
    private final Map<String, List<User>> members = new HashMap<>();
    private final Map<String, Role> settings = new HashMap<>();
    private final Map<String, Policy> facts = new HashMap<>();
    private Optional<String> alias = Optional.empty();

    private ChosenDetails(IamClient iam) {
        this.iam = iam;
    }

    /// @param arns the ARN of each policy that is asked for, by its name
    static Details of(IamClient iam, Set<EntityRef> chosen, UnaryOperator<String> arns) {
        ChosenDetails details = new ChosenDetails(iam);
        chosen.forEach(ref -> details.read(ref, arns));
        return new Details(
                details.users,
                details.groups,
                details.roles,
                details.policies,
                details.profiles,
                details.keys,
                details.members,
                details.settings,
                details.facts,
                details.alias);
    }

    private void read(EntityRef ref, UnaryOperator<String> arns) {
        String name = ref.name();
        switch (ref.kind()) {
            case ACCOUNT -> alias = Details.alias(iam);
            case USER ->
                    there(() -> iam.getUser(r -> r.userName(name)).user()).ifPresent(this::user);
            case GROUP ->
                    there(() -> iam.getGroup(r -> r.groupName(name)).group())
                            .ifPresent(this::group);
            case ROLE ->
                    there(() -> iam.getRole(r -> r.roleName(name)).role()).ifPresent(this::role);
            case POLICY ->
                    there(() -> iam.getPolicy(r -> r.policyArn(arns.apply(name))).policy())
                            .ifPresent(this::policy);
            case INSTANCE_PROFILE ->
                    there(() ->
                                    iam.getInstanceProfile(r -> r.instanceProfileName(name))
                                            .instanceProfile())
                            .ifPresent(profiles::add);
        }
    }

    private static <T> Optional<T> there(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (NoSuchEntityException e) {
            return Optional.empty();
        }
    }

    private void user(User user) {
        String name = user.userName();
        keys.put(name, Details.keys(iam, name));
        users.add(
                UserDetail.builder()
                        .path(user.path())
                        .userName(name)
                        .userId(user.userId())
                        .createDate(user.createDate())
                        .permissionsBoundary(user.permissionsBoundary())
                        .tags(user.tags())
                        .userPolicyList(
                                inline(
                                        iam
                                                .listUserPoliciesPaginator(r -> r.userName(name))
                                                .policyNames()
                                                .stream()
                                                .toList(),
                                        policy ->
                                                iam.getUserPolicy(r ->
                                                                r.userName(name).policyName(policy))
                                                        .policyDocument()))
                        .attachedManagedPolicies(
                                iam
                                        .listAttachedUserPoliciesPaginator(r -> r.userName(name))
                                        .attachedPolicies()
                                        .stream()
                                        .toList())
                        .groupList(
                                iam
                                        .listGroupsForUserPaginator(r -> r.userName(name))
                                        .groups()
                                        .stream()
                                        .map(Group::groupName)
                                        .toList())
                        .build());
    }

    private void group(Group group) {
        String name = group.groupName();
        members.put(name, Details.members(iam, name));
        groups.add(
                GroupDetail.builder()
                        .path(group.path())
                        .groupName(name)
                        .groupId(group.groupId())
                        .createDate(group.createDate())
                        .groupPolicyList(
                                inline(
                                        iam
                                                .listGroupPoliciesPaginator(r -> r.groupName(name))
                                                .policyNames()
                                                .stream()
                                                .toList(),
                                        policy ->
                                                iam.getGroupPolicy(r ->
                                                                r.groupName(name)
                                                                        .policyName(policy))
                                                        .policyDocument()))
                        .attachedManagedPolicies(
                                iam
                                        .listAttachedGroupPoliciesPaginator(r -> r.groupName(name))
                                        .attachedPolicies()
                                        .stream()
                                        .toList())
                        .build());
    }

    private void role(Role role) {
        String name = role.roleName();
        settings.put(name, role);
        roles.add(
                RoleDetail.builder()
                        .path(role.path())
                        .roleName(name)
                        .roleId(role.roleId())
                        .createDate(role.createDate())
                        .assumeRolePolicyDocument(role.assumeRolePolicyDocument())
                        .permissionsBoundary(role.permissionsBoundary())
                        .tags(role.tags())
                        .rolePolicyList(
                                inline(
                                        iam
                                                .listRolePoliciesPaginator(r -> r.roleName(name))
                                                .policyNames()
                                                .stream()
                                                .toList(),
                                        policy ->
                                                iam.getRolePolicy(r ->
                                                                r.roleName(name).policyName(policy))
                                                        .policyDocument()))
                        .attachedManagedPolicies(
                                iam
                                        .listAttachedRolePoliciesPaginator(r -> r.roleName(name))
                                        .attachedPolicies()
                                        .stream()
                                        .toList())
                        .build());
    }

    private static List<PolicyDetail> inline(List<String> names, UnaryOperator<String> document) {
        return names.stream()
                .map(name ->
                        PolicyDetail.builder()
                                .policyName(name)
                                .policyDocument(document.apply(name))
                                .build())
                .toList();
    }

    private void policy(Policy policy) {
        facts.put(policy.arn(), policy);
        List<PolicyVersion> versions =
                iam.listPolicyVersionsPaginator(r -> r.policyArn(policy.arn())).versions().stream()
                        .map(v ->
                                iam.getPolicyVersion(r ->
                                                r.policyArn(policy.arn()).versionId(v.versionId()))
                                        .policyVersion())
                        .toList();
        policies.add(
                ManagedPolicyDetail.builder()
                        .arn(policy.arn())
                        .path(policy.path())
                        .defaultVersionId(policy.defaultVersionId())
                        .description(policy.description())
                        .createDate(policy.createDate())
                        .updateDate(policy.updateDate())
                        .policyVersionList(versions)
                        .build());
    }
}
