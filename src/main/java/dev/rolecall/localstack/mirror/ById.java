package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.Account;
import dev.rolecall.iam.Group;
import dev.rolecall.iam.Identity;
import dev.rolecall.iam.InstanceProfile;
import dev.rolecall.iam.ManagedPolicy;
import dev.rolecall.iam.Role;
import dev.rolecall.iam.User;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// An account's entities by unique id.
record ById(
        Map<String, User> users,
        Map<String, Group> groups,
        Map<String, Role> roles,
        Map<String, ManagedPolicy> policies,
        Map<String, InstanceProfile> profiles) {

    static ById of(Account account) {
        return new ById(
                by(account.users().values(), User::id),
                by(account.groups().values(), Group::id),
                by(account.roles().values(), Role::id),
                by(account.policies().values(), ManagedPolicy::id),
                by(account.profiles().values(), InstanceProfile::id));
    }

    private static <T> Map<String, T> by(Collection<T> all, Function<T, String> id) {
        return all.stream().collect(Collectors.toMap(id, Function.identity()));
    }

    Optional<User> user(String id) {
        return Optional.ofNullable(users.get(id));
    }

    Optional<Group> group(String id) {
        return Optional.ofNullable(groups.get(id));
    }

    Optional<Role> role(String id) {
        return Optional.ofNullable(roles.get(id));
    }

    Optional<ManagedPolicy> policy(String id) {
        return Optional.ofNullable(policies.get(id));
    }

    Optional<InstanceProfile> profile(String id) {
        return Optional.ofNullable(profiles.get(id));
    }

    /// The one of the same kind and id.
    Optional<Identity> like(Identity identity) {
        Map<String, ? extends Identity> kind =
                switch (identity) {
                    case User _ -> users;
                    case Group _ -> groups;
                    case Role _ -> roles;
                };
        return Optional.ofNullable(kind.get(identity.id()));
    }

    /// Whether an entity has that id, of whatever kind.
    boolean has(String id) {
        return users.containsKey(id)
                || groups.containsKey(id)
                || roles.containsKey(id)
                || policies.containsKey(id)
                || profiles.containsKey(id);
    }
}
