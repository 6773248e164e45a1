package dev.rolecall.iam;

import dev.rolecall.fault.IamErrors;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyRequest;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyResponse;
import software.amazon.awssdk.services.iam.model.PolicyGroup;
import software.amazon.awssdk.services.iam.model.PolicyRole;
import software.amazon.awssdk.services.iam.model.PolicyUsageType;
import software.amazon.awssdk.services.iam.model.PolicyUser;

/// Who a managed policy is attached to, or bounds.
public final class PolicyEntityActions {
    private final Desk desk;

    PolicyEntityActions(Desk desk) {
        this.desk = desk;
    }

    public ListEntitiesForPolicyResponse listEntitiesForPolicy(
            Caller caller, ListEntitiesForPolicyRequest request) {
        Account account = desk.account(caller);
        String arn = request.policyArn();
        desk.requireManaged(account, arn, IamErrors::invalidArn, IamErrors::noSuchPolicy);
        List<Identity> using =
                account.identities()
                        .filter(identity -> ofWantedKind(identity, request))
                        .filter(identity -> uses(identity, arn, request))
                        .toList();
        Page<Identity> page =
                Page.of(
                        Paths.under(request.pathPrefix(), using, Identity::path),
                        PolicyEntityActions::key,
                        request.marker(),
                        request.maxItems());
        return ListEntitiesForPolicyResponse.builder()
                .policyUsers(of(page, User.class).map(PolicyEntityActions::shape).toList())
                .policyGroups(of(page, Group.class).map(PolicyEntityActions::shape).toList())
                .policyRoles(of(page, Role.class).map(PolicyEntityActions::shape).toList())
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }

    private static boolean ofWantedKind(Identity identity, ListEntitiesForPolicyRequest request) {
        EntityType wanted = request.entityFilter();
        if (wanted == null) {
            return true;
        }
        return switch (identity) {
            case User _ -> wanted == EntityType.USER;
            case Group _ -> wanted == EntityType.GROUP;
            case Role _ -> wanted == EntityType.ROLE;
        };
    }

    private static boolean uses(
            Identity identity, String arn, ListEntitiesForPolicyRequest request) {
        boolean attached = identity.policies().attached().contains(arn);
        boolean bounds =
                identity instanceof Bounded bounded
                        && bounded.boundary().filter(arn::equals).isPresent();
        PolicyUsageType wanted = request.policyUsageFilter();
        return (attached && wanted != PolicyUsageType.PERMISSIONS_BOUNDARY)
                || (bounds && wanted != PolicyUsageType.PERMISSIONS_POLICY);
    }

    /// In the order of the list: groups, roles, users, each by name.
    private static String key(Identity identity) {
        return identity.kind().word() + "/" + Copies.fold(identity.name());
    }

    private static <T extends Identity> Stream<T> of(Page<Identity> page, Class<T> type) {
        return page.items().stream().filter(type::isInstance).map(type::cast);
    }

    private static PolicyUser shape(User user) {
        return PolicyUser.builder().userName(user.name()).userId(user.id()).build();
    }

    private static PolicyGroup shape(Group group) {
        return PolicyGroup.builder().groupName(group.name()).groupId(group.id()).build();
    }

    private static PolicyRole shape(Role role) {
        return PolicyRole.builder().roleName(role.name()).roleId(role.id()).build();
    }
}
