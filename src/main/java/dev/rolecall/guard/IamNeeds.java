package dev.rolecall.guard;

import dev.rolecall.iam.Account;
import dev.rolecall.iam.Group;
import dev.rolecall.iam.Iam;
import dev.rolecall.iam.Identity;
import dev.rolecall.iam.InstanceProfile;
import dev.rolecall.iam.ManagedPolicy;
import dev.rolecall.iam.Role;
import dev.rolecall.iam.Tagged;
import dev.rolecall.iam.User;
import dev.rolecall.policy.Arn;
import dev.rolecall.policy.Context;
import dev.rolecall.policy.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// IAM: the action is `iam:` and the operation's name; the resource is the entity that the request
/// names ("Actions, resources, and condition keys for AWS Identity and Access Management").
final class IamNeeds implements Needs {

    /// Operations without resource-level permissions, to what a refusal prints for each.
    private static final Map<String, String> COLLECTIONS =
            Map.ofEntries(
                    Map.entry("ListUsers", "user/"),
                    Map.entry("ListRoles", "role/"),
                    Map.entry("ListGroups", "group/"),
                    Map.entry("ListInstanceProfiles", "instance-profile/"));

    /// A new entity's ARN has the path that the request gives.
    private static final Set<String> MAKERS =
            Set.of(
                    "CreateUser",
                    "CreateGroup",
                    "CreateRole",
                    "CreateInstanceProfile",
                    "CreatePolicy");

    private final Iam iam;

    IamNeeds(Iam iam) {
        this.iam = iam;
    }

    @Override
    public List<Need> of(Asking asking) {
        List<Need> needs = new ArrayList<>();
        needs.add(new Need("iam:" + asking.operation(), target(asking), context(asking)));
        if (asking.operation().equals("AddRoleToInstanceProfile")) {
            String role = asking.input().text("RoleName").orElse("");
            Context passed =
                    Context.builder().put("iam:PassedToService", "ec2.amazonaws.com").build();
            needs.add(new Need("iam:PassRole", entity(asking, "role", role, true), passed));
        }
        return needs;
    }

    private Need.Target target(Asking asking) {
        String operation = asking.operation();
        Members input = asking.input();
        String account = asking.caller().account();
        if (COLLECTIONS.containsKey(operation)) {
            String printed = "arn:aws:iam::" + account + ":" + COLLECTIONS.get(operation);
            return Need.Target.of("*", account).printedAs(printed);
        }
        if (operation.equals("GetAccessKeyLastUsed")) {
            return ofKey(asking);
        }
        for (Kind kind : Kind.values()) {
            if (input.has(kind.member)
                    && !(kind == Kind.POLICY_NAME && !MAKERS.contains(operation))) {
                return named(asking, kind, input.text(kind.member).orElse(""));
            }
        }
        return BY_USER.contains(operation)
                ? self(asking)
                : Need.Target.of("*", account)
                        .printedAs(operation.equals("ListPolicies") ? "policy path /" : "*");
    }

    /// The members that name a resource, the one that decides first.
    private enum Kind {
        GROUP("GroupName", "group"),
        INSTANCE_PROFILE("InstanceProfileName", "instance-profile"),
        ROLE("RoleName", "role"),
        USER("UserName", "user"),
        POLICY_ARN("PolicyArn", "policy"),
        SOURCE_ARN("PolicySourceArn", ""),
        SAML("SAMLProviderArn", ""),
        OIDC("OpenIDConnectProviderArn", ""),
        MFA("SerialNumber", ""),
        POLICY_NAME("PolicyName", "policy");

        private final String member;
        private final String stem;

        Kind(String member, String stem) {
            this.member = member;
            this.stem = stem;
        }
    }

    /// Operations that mean the caller where the request names no user.
    private static final Set<String> BY_USER =
            Set.of(
                    "GetUser",
                    "ListAccessKeys",
                    "CreateAccessKey",
                    "UpdateAccessKey",
                    "DeleteAccessKey",
                    "ListMFADevices",
                    "ChangePassword");

    private Need.Target named(Asking asking, Kind kind, String name) {
        String account = asking.caller().account();
        if (kind.stem.isEmpty() || kind == Kind.POLICY_ARN) {
            String owner =
                    Arn.parse(name).map(Arn::account).filter(a -> a.length() == 12).orElse(account);
            return Need.Target.of(name, owner)
                    .printedAs(kind == Kind.POLICY_ARN ? "policy " + name : name);
        }
        boolean made = MAKERS.contains(asking.operation());
        Need.Target target = entity(asking, kind.stem, name, !made);
        if (made && kind != Kind.POLICY_NAME) {
            return target;
        }
        return target.printedAs(kind.stem.replace('-', ' ') + " " + name);
    }

    private Need.Target entity(Asking asking, String stem, String name, boolean exists) {
        String account = asking.caller().account();
        String path = exists ? path(account, stem, name) : asking.input().text("Path").orElse("/");
        return Need.Target.of("arn:aws:iam::" + account + ":" + stem + path + name, account);
    }

    private Need.Target self(Asking asking) {
        String account = asking.caller().account();
        if (asking.caller().principal() instanceof Principal.User user) {
            String printed =
                    asking.operation().equals("GetUser")
                            ? "user " + user.name()
                            : "user null" + user.name();
            return Need.Target.of(user.arn(), account).printedAs(printed);
        }
        return Need.Target.of("arn:aws:iam::" + account + ":user/", account);
    }

    private Need.Target ofKey(Asking asking) {
        String key = asking.input().text("AccessKeyId").orElse("");
        String account = asking.caller().account();
        String arn =
                iam.owner(key)
                        .map(owner -> owner.principal().arn())
                        .orElse("arn:aws:iam::" + account + ":user/");
        return Need.Target.of(arn, account).printedAs("access key " + key);
    }

    private Context context(Asking asking) {
        Members input = asking.input();
        Context.Builder context = Context.builder();
        if (input.has("PolicyArn")) {
            context.put("iam:PolicyARN", input.text("PolicyArn").orElse(""));
        }
        boundary(asking).ifPresent(arn -> context.put("iam:PermissionsBoundary", arn));
        Tagging.requested(input, context);
        resourceTags(asking)
                .forEach((key, value) ->
                        context.put("aws:ResourceTag/" + key, value)
                                .put("iam:ResourceTag/" + key, value));
        return context.build();
    }

    private Optional<String> boundary(Asking asking) {
        Optional<String> asked = asking.input().text("PermissionsBoundary");
        return asked.isPresent() ? asked : named(asking).flatMap(IamNeeds::boundaryOf);
    }

    private Map<String, String> resourceTags(Asking asking) {
        return MAKERS.contains(asking.operation())
                ? Map.of()
                : named(asking).map(IamNeeds::tagsOf).orElse(Map.of());
    }

    /// The user or role that the request names, if it is there.
    private Optional<Identity> named(Asking asking) {
        Optional<Account> account = iam.state().account(asking.caller().account());
        Optional<String> role = asking.input().text("RoleName");
        Optional<String> user = asking.input().text("UserName");
        return role.isPresent()
                ? account.flatMap(a -> a.role(role.get()))
                : user.flatMap(name -> account.flatMap(a -> a.user(name)));
    }

    private static Optional<String> boundaryOf(Identity identity) {
        return switch (identity) {
            case User user -> user.boundary();
            case Role role -> role.boundary();
            case Group _ -> Optional.empty();
        };
    }

    private static Map<String, String> tagsOf(Identity identity) {
        return identity instanceof Tagged tagged ? tagged.tags() : Map.of();
    }

    /// An entity's path. One that is not there is judged as if it had none.
    private String path(String accountId, String stem, String name) {
        return iam.state()
                .account(accountId)
                .flatMap(account ->
                        switch (stem) {
                            case "user" -> account.user(name).map(User::path);
                            case "role" -> account.role(name).map(Role::path);
                            case "group" -> account.group(name).map(Group::path);
                            case "policy" -> account.policy(name).map(ManagedPolicy::path);
                            default -> account.profile(name).map(InstanceProfile::path);
                        })
                .orElse("/");
    }
}
