package dev.rolecall.iam;

import java.util.List;

/// The groups of actions. What stands in none of them is answered as an unknown operation.
final class Actions {
    private Actions() {}

    static List<Object> all(Desk desk) {
        return List.of(
                new UserActions(desk),
                new UserTagActions(desk),
                new AccessKeyActions(desk),
                new UserPolicyActions(desk),
                new UserAttachmentActions(desk),
                new GroupActions(desk),
                new MembershipActions(desk),
                new GroupPolicyActions(desk),
                new GroupAttachmentActions(desk),
                new RoleActions(desk),
                new RoleUpdateActions(desk),
                new RoleTagActions(desk),
                new RolePolicyActions(desk),
                new RoleAttachmentActions(desk),
                new BoundaryActions(desk),
                new ManagedPolicyActions(desk),
                new PolicyListActions(desk),
                new PolicyVersionActions(desk),
                new PolicyTagActions(desk),
                new PolicyEntityActions(desk),
                new InstanceProfileActions(desk),
                new InstanceProfileTagActions(desk),
                new AccountActions(desk),
                new AuthorizationDetailsActions(desk));
    }
}
