package dev.rolecall.guard;

import dev.rolecall.iam.Account;
import dev.rolecall.iam.Group;
import dev.rolecall.iam.Iam;
import dev.rolecall.iam.InstanceProfile;
import dev.rolecall.iam.ManagedPolicy;
import dev.rolecall.iam.Role;
import dev.rolecall.iam.User;
import dev.rolecall.policy.Arn;
import dev.rolecall.policy.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds what an IAM request is about, and how AWS's refusal would print it (observed forms).
final class IamThings {

    /// Operations without a resource of their own, to what a refusal prints for each; the rest of
    /// them print `*`.
    private static final Map<String, String> COLLECTIONS =
            Map.of(
                    "ListUsers", "user/",
                    "ListRoles", "role/",
                    "ListGroups", "group/",
                    "ListInstanceProfiles", "instance-profile/");

    /// A new entity's ARN has the path that the request gives.
    private static final Set<String> MAKERS =
            Set.of("CreateUser", "CreateGroup", "CreateRole", "CreateInstanceProfile");

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

    /// Entities by the member that names them; where a request names several, the first counts.
    enum Kind {
        GROUP("GroupName", "group"),
        INSTANCE_PROFILE("InstanceProfileName", "instance-profile"),
        ROLE("RoleName", "role"),
        USER("UserName", "user");

        private final String member;
        private final String stem;

        Kind(String member, String stem) {
            this.member = member;
            this.stem = stem;
        }

        /// `instance profile NAME`.
        String printed(String name) {
            return stem.replace('-', ' ') + " " + name;
        }
    }

    private final Iam iam;

    IamThings(Iam iam) {
        this.iam = iam;
    }

    IamThing of(Asking asking) {
        String account = asking.caller().account();
        Members input = asking.input();
        if (asking.operation().equals("GetAccessKeyLastUsed")) {
            return ofKey(account, input.text("AccessKeyId").orElse(""));
        }
        for (Kind kind : Kind.values()) {
            Optional<String> name = input.text(kind.member);
            if (name.isPresent()) {
                return MAKERS.contains(asking.operation())
                        ? made(account, kind.stem, input.text("Path"), name.get())
                        : named(account, kind, name.get()).printedAs(kind.printed(name.get()));
            }
        }
        return unnamed(asking, account);
    }

    private IamThing unnamed(Asking asking, String account) {
        Optional<String> policy = asking.input().text("PolicyArn");
        if (policy.isPresent()) {
            return policy(account, policy.get());
        }
        return switch (asking.operation()) {
            case "CreatePolicy" -> newPolicy(account, asking.input());
            case "ListPolicies" -> IamThing.plain("*", account).printedAs("policy path /");
            case String operation when BY_USER.contains(operation) -> self(asking);
            case String operation when COLLECTIONS.containsKey(operation) ->
                    IamThing.plain("*", account)
                            .printedAs(
                                    "arn:aws:iam::" + account + ":" + COLLECTIONS.get(operation));
            default -> IamThing.plain("*", account);
        };
    }

    private static IamThing newPolicy(String account, Members input) {
        String name = input.text("PolicyName").orElse("");
        return made(account, "policy", input.text("Path"), name).printedAs("policy " + name);
    }

    private static IamThing made(String account, String stem, Optional<String> path, String name) {
        String arn = "arn:aws:iam::" + account + ":" + stem + path.orElse("/") + name;
        return IamThing.plain(arn, account);
    }

    /// The entity of that name, spelt as it is: names ignore case and ARNs in policies do not. One
    /// that is not there is judged as if it had no path.
    IamThing named(String accountId, Kind kind, String name) {
        return iam.state()
                .account(accountId)
                .flatMap(account ->
                        switch (kind) {
                            case USER -> account.user(name).map(IamThings::of);
                            case ROLE -> account.role(name).map(IamThings::of);
                            case GROUP -> account.group(name).map(IamThings::of);
                            case INSTANCE_PROFILE -> account.profile(name).map(IamThings::of);
                        })
                .orElseGet(() -> made(accountId, kind.stem, Optional.empty(), name));
    }

    private static IamThing of(User user) {
        return new IamThing(user.arn(), user.account(), user.arn(), user.tags(), user.boundary());
    }

    private static IamThing of(Role role) {
        return new IamThing(role.arn(), role.account(), role.arn(), role.tags(), role.boundary());
    }

    private static IamThing of(Group group) {
        return IamThing.plain(group.arn(), group.account());
    }

    private static IamThing of(InstanceProfile profile) {
        String arn = profile.arn();
        return new IamThing(arn, profile.account(), arn, profile.tags(), Optional.empty());
    }

    /// A policy of AWS's is judged like one of the caller's own account.
    private IamThing policy(String account, String arn) {
        String owner =
                Arn.parse(arn).map(Arn::account).filter(a -> a.length() == 12).orElse(account);
        Map<String, String> tags = iam.managedPolicy(arn).map(ManagedPolicy::tags).orElse(Map.of());
        return new IamThing(arn, owner, "policy " + arn, tags, Optional.empty());
    }

    /// The caller. A session of a role has the name of its session, and no user behind it.
    private IamThing self(Asking asking) {
        String account = asking.caller().account();
        String nobody = asking.operation().equals("GetUser") ? "user " : "user null";
        return switch (asking.caller().principal()) {
            case Principal.User user ->
                    named(account, Kind.USER, user.name()).printedAs(nobody + user.name());
            case Principal.RoleSession session ->
                    made(account, "user", Optional.empty(), session.sessionName())
                            .printedAs(nobody + session.sessionName());
            case Principal.Root root -> IamThing.plain(root.arn(), account);
            case Principal.FederatedUser _,
                    Principal.Service _,
                    Principal.Provider _,
                    Principal.Anonymous _ ->
                    IamThing.plain("*", account);
        };
    }

    /// A key is judged as its user; one that is not the account's, as a user that is not there.
    private IamThing ofKey(String accountId, String key) {
        return iam.state()
                .account(accountId)
                .flatMap(account ->
                        Optional.ofNullable(account.keys().get(key))
                                .flatMap(found -> account.userById(found.ownerId())))
                .map(IamThings::of)
                .orElseGet(() -> made(accountId, "user", Optional.empty(), ""))
                .printedAs("access key " + key);
    }

    /// What an entity will be called after it was renamed or moved; empty if it stays what it is.
    Optional<IamThing> renamed(Asking asking, Kind kind, String newName) {
        String accountId = asking.caller().account();
        Members input = asking.input();
        String name = input.text(kind.member).orElse("");
        Optional<Account> account = iam.state().account(accountId);
        Optional<String> path =
                kind == Kind.USER
                        ? account.flatMap(a -> a.user(name)).map(User::path)
                        : account.flatMap(a -> a.group(name)).map(Group::path);
        String to = input.text(newName).orElse(name);
        IamThing target =
                made(accountId, kind.stem, input.text("NewPath").or(() -> path), to)
                        .printedAs(kind.printed(to));
        boolean moves = input.has(newName) || input.has("NewPath");
        return moves ? Optional.of(target) : Optional.empty();
    }
}
