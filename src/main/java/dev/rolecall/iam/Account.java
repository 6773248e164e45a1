package dev.rolecall.iam;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// All that IAM holds of one account, at one moment.
///
/// The maps of named entities have the name in lower case as their key, since names are unique
/// ignoring case ("IAM identifiers"); look-ups by name ignore case too, those by ARN do not.
///
/// @param id 12 digits
/// @param keys by access key id, oldest first
public record Account(
        String id,
        Instant created,
        Optional<String> alias,
        Map<String, User> users,
        Map<String, Group> groups,
        Map<String, Role> roles,
        Map<String, ManagedPolicy> policies,
        Map<String, InstanceProfile> profiles,
        Map<String, AccessKey> keys) {

    public Account {
        users = Copies.sorted(users);
        groups = Copies.sorted(groups);
        roles = Copies.sorted(roles);
        policies = Copies.sorted(policies);
        profiles = Copies.sorted(profiles);
        keys = Copies.inOrder(keys);
    }

    public static Account empty(String id, Instant created) {
        return new Account(
                id,
                created,
                Optional.empty(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of());
    }

    public Optional<User> user(String name) {
        return Optional.ofNullable(users.get(Copies.fold(name)));
    }

    public Optional<Group> group(String name) {
        return Optional.ofNullable(groups.get(Copies.fold(name)));
    }

    public Optional<Role> role(String name) {
        return Optional.ofNullable(roles.get(Copies.fold(name)));
    }

    public Optional<ManagedPolicy> policy(String name) {
        return Optional.ofNullable(policies.get(Copies.fold(name)));
    }

    public Optional<InstanceProfile> profile(String name) {
        return Optional.ofNullable(profiles.get(Copies.fold(name)));
    }

    public Optional<User> userById(String userId) {
        return users.values().stream().filter(u -> u.id().equals(userId)).findFirst();
    }

    public Optional<Role> roleById(String roleId) {
        return roles.values().stream().filter(r -> r.id().equals(roleId)).findFirst();
    }

    /// The customer managed policy of that very ARN.
    public Optional<ManagedPolicy> policyByArn(String arn) {
        return policies.values().stream().filter(p -> p.arn().equals(arn)).findFirst();
    }

    /// The groups of a user, by name.
    public List<Group> groupsOf(String userId) {
        return groups.values().stream().filter(g -> g.members().contains(userId)).toList();
    }

    /// The keys of a user, or of the root user by the account's id; oldest first.
    public List<AccessKey> keysOf(String ownerId) {
        return keys.values().stream()
                .filter(k -> k.ownerId().equals(ownerId))
                .sorted(Comparator.comparing(AccessKey::created))
                .toList();
    }

    /// Groups, roles and users.
    public Stream<Identity> identities() {
        return Stream.of(groups.values(), roles.values(), users.values())
                .flatMap(all -> all.stream().map(Identity.class::cast));
    }

    /// Users and roles: what may have a boundary.
    public Stream<Bounded> bounded() {
        return Stream.<Bounded>concat(users.values().stream(), roles.values().stream());
    }

    public Account with(Identity identity) {
        return switch (identity) {
            case User user -> withUsers(Copies.with(users, Copies.fold(user.name()), user));
            case Group group -> withGroups(Copies.with(groups, Copies.fold(group.name()), group));
            case Role role -> withRoles(Copies.with(roles, Copies.fold(role.name()), role));
        };
    }

    public Account without(Identity identity) {
        String key = Copies.fold(identity.name());
        return switch (identity) {
            case User _ -> withUsers(Copies.without(users, key));
            case Group _ -> withGroups(Copies.without(groups, key));
            case Role _ -> withRoles(Copies.without(roles, key));
        };
    }

    public Account with(ManagedPolicy policy) {
        return withPolicies(Copies.with(policies, Copies.fold(policy.name()), policy));
    }

    public Account without(ManagedPolicy policy) {
        return withPolicies(Copies.without(policies, Copies.fold(policy.name())));
    }

    public Account with(InstanceProfile profile) {
        return withProfiles(Copies.with(profiles, Copies.fold(profile.name()), profile));
    }

    public Account without(InstanceProfile profile) {
        return withProfiles(Copies.without(profiles, Copies.fold(profile.name())));
    }

    public Account with(AccessKey key) {
        return withKeys(Copies.with(keys, key.id(), key));
    }

    public Account without(AccessKey key) {
        return withKeys(Copies.without(keys, key.id()));
    }

    public Account withAlias(Optional<String> newAlias) {
        return new Account(id, created, newAlias, users, groups, roles, policies, profiles, keys);
    }

    private Account withUsers(Map<String, User> map) {
        return new Account(id, created, alias, map, groups, roles, policies, profiles, keys);
    }

    private Account withGroups(Map<String, Group> map) {
        return new Account(id, created, alias, users, map, roles, policies, profiles, keys);
    }

    private Account withRoles(Map<String, Role> map) {
        return new Account(id, created, alias, users, groups, map, policies, profiles, keys);
    }

    private Account withPolicies(Map<String, ManagedPolicy> map) {
        return new Account(id, created, alias, users, groups, roles, map, profiles, keys);
    }

    private Account withProfiles(Map<String, InstanceProfile> map) {
        return new Account(id, created, alias, users, groups, roles, policies, map, keys);
    }

    private Account withKeys(Map<String, AccessKey> map) {
        return new Account(id, created, alias, users, groups, roles, policies, profiles, map);
    }
}
