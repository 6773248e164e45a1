package dev.rolecall.guard;

import dev.rolecall.iam.Iam;
import dev.rolecall.policy.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// IAM: the action is `iam:` and the operation's name; the resource is the entity that the request
/// names ("Actions, resources, and condition keys for AWS Identity and Access Management").
final class IamNeeds implements Needs {

    /// Operations that have `iam:PermissionsBoundary`.
    private static final Set<String> KNOW_BOUNDARY =
            Set.of(
                    "AttachRolePolicy",
                    "AttachUserPolicy",
                    "CreateRole",
                    "CreateUser",
                    "DeleteRole",
                    "DeleteRolePermissionsBoundary",
                    "DeleteRolePolicy",
                    "DeleteUserPermissionsBoundary",
                    "DeleteUserPolicy",
                    "DetachRolePolicy",
                    "DetachUserPolicy",
                    "GetRole",
                    "PutRolePermissionsBoundary",
                    "PutRolePolicy",
                    "PutUserPermissionsBoundary",
                    "PutUserPolicy",
                    "UpdateAssumeRolePolicy",
                    "UpdateRole",
                    "UpdateRoleDescription");

    /// Operations that have `iam:PolicyARN`.
    private static final Set<String> KNOW_POLICY =
            Set.of(
                    "AttachGroupPolicy",
                    "AttachRolePolicy",
                    "AttachUserPolicy",
                    "DetachGroupPolicy",
                    "DetachRolePolicy",
                    "DetachUserPolicy");

    private final IamThings things;

    IamNeeds(Iam iam) {
        this.things = new IamThings(iam);
    }

    @Override
    public List<Need> of(Asking asking) {
        String operation = asking.operation();
        List<Need> needs = new ArrayList<>();
        needs.add(need(asking, things.of(asking)));
        switch (operation) {
            case "AddRoleToInstanceProfile" -> needs.add(passRole(asking));
            // Who renames needs the right to both names ("UpdateUser", "UpdateGroup").
            case "UpdateUser" ->
                    things.renamed(asking, IamThings.Kind.USER, "NewUserName")
                            .ifPresent(target -> needs.add(need(asking, target)));
            case "UpdateGroup" ->
                    things.renamed(asking, IamThings.Kind.GROUP, "NewGroupName")
                            .ifPresent(target -> needs.add(need(asking, target)));
            default -> {
                // Most operations need one permission.
            }
        }
        return needs;
    }

    private Need need(Asking asking, IamThing thing) {
        return new Need("iam:" + asking.operation(), thing.target(), context(asking, thing));
    }

    private Need passRole(Asking asking) {
        String name = asking.input().text("RoleName").orElse("");
        IamThing role = things.named(asking.caller().account(), IamThings.Kind.ROLE, name);
        Context.Builder context = Context.builder();
        context.put("iam:PassedToService", "ec2.amazonaws.com");
        role.describe(context);
        return new Need("iam:PassRole", role.target(), context.build());
    }

    private static Context context(Asking asking, IamThing thing) {
        Members input = asking.input();
        Context.Builder context = Context.builder();
        if (KNOW_POLICY.contains(asking.operation())) {
            input.text("PolicyArn").ifPresent(arn -> context.put("iam:PolicyARN", arn));
        }
        if (KNOW_BOUNDARY.contains(asking.operation())) {
            boundary(input, thing).ifPresent(arn -> context.put("iam:PermissionsBoundary", arn));
        }
        Tagging.requested(input, context);
        thing.describe(context);
        return context.build();
    }

    /// The boundary that the request sets, else the one that is set.
    private static Optional<String> boundary(Members input, IamThing thing) {
        return input.text("PermissionsBoundary").or(thing::boundary);
    }
}
