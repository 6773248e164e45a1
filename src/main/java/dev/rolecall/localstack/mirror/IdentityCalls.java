package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.Group;
import dev.rolecall.iam.Identity;
import dev.rolecall.iam.Role;
import dev.rolecall.iam.User;
import dev.rolecall.policy.PolicyDocument;
import software.amazon.awssdk.services.iam.IamClient;

/// Requests about the policies of users, groups and roles.
final class IdentityCalls {
    private IdentityCalls() {}

    static EntityRef ref(Identity identity) {
        return switch (identity) {
            case User user -> EntityRef.user(user.name());
            case Group group -> EntityRef.group(group.name());
            case Role role -> EntityRef.role(role.name());
        };
    }

    static Call put(Identity identity, String name, PolicyDocument document) {
        String text = ContainerText.of(document);
        return Call.links(
                operation("Put", identity, "Policy"),
                inline(identity, name),
                iam -> put(iam, identity, name, text));
    }

    private static void put(IamClient iam, Identity identity, String name, String text) {
        switch (identity) {
            case User u ->
                    iam.putUserPolicy(
                            r -> r.userName(u.name()).policyName(name).policyDocument(text));
            case Group g ->
                    iam.putGroupPolicy(
                            r -> r.groupName(g.name()).policyName(name).policyDocument(text));
            case Role o ->
                    iam.putRolePolicy(
                            r -> r.roleName(o.name()).policyName(name).policyDocument(text));
        }
    }

    static Call delete(Identity identity, String name) {
        return Call.unmakes(
                operation("Delete", identity, "Policy"),
                inline(identity, name),
                iam -> delete(iam, identity, name));
    }

    private static void delete(IamClient iam, Identity identity, String name) {
        switch (identity) {
            case User u -> iam.deleteUserPolicy(r -> r.userName(u.name()).policyName(name));
            case Group g -> iam.deleteGroupPolicy(r -> r.groupName(g.name()).policyName(name));
            case Role o -> iam.deleteRolePolicy(r -> r.roleName(o.name()).policyName(name));
        }
    }

    static Call attach(Identity identity, String arn) {
        Call call =
                Call.links(
                        operation("Attach", identity, "Policy"),
                        attached(identity, arn),
                        iam -> attach(iam, identity, arn));
        return arn.startsWith("arn:aws:iam::aws:") ? call.unlessUnknown(arn) : call;
    }

    private static void attach(IamClient iam, Identity identity, String arn) {
        switch (identity) {
            case User u -> iam.attachUserPolicy(r -> r.userName(u.name()).policyArn(arn));
            case Group g -> iam.attachGroupPolicy(r -> r.groupName(g.name()).policyArn(arn));
            case Role o -> iam.attachRolePolicy(r -> r.roleName(o.name()).policyArn(arn));
        }
    }

    static Call detach(Identity identity, String arn) {
        return Call.unmakes(
                operation("Detach", identity, "Policy"),
                attached(identity, arn),
                iam -> detach(iam, identity, arn));
    }

    private static void detach(IamClient iam, Identity identity, String arn) {
        switch (identity) {
            case User u -> iam.detachUserPolicy(r -> r.userName(u.name()).policyArn(arn));
            case Group g -> iam.detachGroupPolicy(r -> r.groupName(g.name()).policyArn(arn));
            case Role o -> iam.detachRolePolicy(r -> r.roleName(o.name()).policyArn(arn));
        }
    }

    private static String operation(String verb, Identity identity, String noun) {
        return verb
                + switch (identity) {
                    case User _ -> "User";
                    case Group _ -> "Group";
                    case Role _ -> "Role";
                }
                + noun;
    }

    private static String inline(Identity identity, String name) {
        return ref(identity) + " inline " + name;
    }

    private static String attached(Identity identity, String arn) {
        return ref(identity) + " attached " + arn;
    }
}
