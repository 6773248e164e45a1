package dev.rolecall.localstack.mirror;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.GroupDetail;
import software.amazon.awssdk.services.iam.model.InstanceProfile;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.RoleDetail;
import software.amazon.awssdk.services.iam.model.User;
import software.amazon.awssdk.services.iam.model.UserDetail;

/// What the container answers about entities, in the SDK's shapes: GetAccountAuthorizationDetails,
/// and what that lacks.
///
/// @param keys each user's access keys, by the user's name
/// @param members each group's users, by the group's name
/// @param settings each role with its description and session length, by name
/// @param facts each customer managed policy with its id and tags, by ARN
record Details(
        List<UserDetail> users,
        List<GroupDetail> groups,
        List<RoleDetail> roles,
        List<ManagedPolicyDetail> policies,
        List<InstanceProfile> profiles,
        Map<String, List<AccessKeyMetadata>> keys,
        Map<String, List<User>> members,
        Map<String, Role> settings,
        Map<String, Policy> facts,
        Optional<String> alias) {

    /// All of an account.
    static Details all(IamClient iam) {
        List<GetAccountAuthorizationDetailsResponse> pages =
                iam
                        .getAccountAuthorizationDetailsPaginator(r ->
                                r.filter(
                                        EntityType.USER,
                                        EntityType.GROUP,
                                        EntityType.ROLE,
                                        EntityType.LOCAL_MANAGED_POLICY))
                        .stream()
                        .toList();
        List<UserDetail> users = new ArrayList<>();
        List<GroupDetail> groups = new ArrayList<>();
        List<RoleDetail> roles = new ArrayList<>();
        List<ManagedPolicyDetail> policies = new ArrayList<>();
        for (GetAccountAuthorizationDetailsResponse page : pages) {
            users.addAll(page.userDetailList());
            groups.addAll(page.groupDetailList());
            roles.addAll(page.roleDetailList());
            policies.addAll(page.policies());
        }
        return with(iam, users, groups, roles, policies);
    }

    private static Details with(
            IamClient iam,
            List<UserDetail> users,
            List<GroupDetail> groups,
            List<RoleDetail> roles,
            List<ManagedPolicyDetail> policies) {
        List<String> names = users.stream().map(UserDetail::userName).toList();
        List<String> teams = groups.stream().map(GroupDetail::groupName).toList();
        List<String> arns = policies.stream().map(ManagedPolicyDetail::arn).toList();
        return new Details(
                bounded(iam, users),
                groups,
                roles,
                policies,
                iam.listInstanceProfilesPaginator().instanceProfiles().stream().toList(),
                AtOnce.each(names, name -> keys(iam, name)),
                AtOnce.each(teams, name -> members(iam, name)),
                iam.listRolesPaginator().roles().stream()
                        .collect(Collectors.toMap(Role::roleName, r -> r)),
                AtOnce.each(arns, arn -> iam.getPolicy(r -> r.policyArn(arn)).policy()),
                alias(iam));
    }

    /// LocalStack's details say that a user has a boundary, and not which.
    private static List<UserDetail> bounded(IamClient iam, List<UserDetail> users) {
        List<String> names =
                users.stream()
                        .filter(user ->
                                user.permissionsBoundary() != null
                                        && user.permissionsBoundary().permissionsBoundaryArn()
                                                == null)
                        .map(UserDetail::userName)
                        .toList();
        Map<String, User> people =
                AtOnce.each(names, name -> iam.getUser(r -> r.userName(name)).user());
        return users.stream()
                .map(user ->
                        Optional.ofNullable(people.get(user.userName()))
                                .map(it ->
                                        user.copy(u ->
                                                u.permissionsBoundary(it.permissionsBoundary())))
                                .orElse(user))
                .toList();
    }

    static List<AccessKeyMetadata> keys(IamClient iam, String user) {
        return iam.listAccessKeysPaginator(r -> r.userName(user)).accessKeyMetadata().stream()
                .toList();
    }

    static List<User> members(IamClient iam, String group) {
        return iam.getGroupPaginator(r -> r.groupName(group)).users().stream().toList();
    }

    static Optional<String> alias(IamClient iam) {
        return iam.listAccountAliases().accountAliases().stream().findFirst();
    }
}
