package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.AccessKey;
import dev.rolecall.iam.Account;
import dev.rolecall.iam.Group;
import dev.rolecall.iam.InstanceProfile;
import dev.rolecall.iam.ManagedPolicy;
import dev.rolecall.iam.Role;
import dev.rolecall.iam.User;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Gives what was read from the container our unique ids and key ids, so that it can be compared
/// with what we have: entities of the same name are the same.
final class Alignment {
    private final List<Account> models;
    private final Function<EntityId, String> others;

    private Alignment(List<Account> models, Function<EntityId, String> others) {
        this.models = models;
        this.others = others;
    }

    /// An entity that we do not have.
    record EntityId(EntityRef entity, String id) {}

    /// What only the container has keeps the container's ids.
    ///
    /// @param models accounts of ours; an earlier one comes first where they differ
    static Account of(Account read, MirrorState state, Account... models) {
        return new Alignment(List.of(models), EntityId::id).align(read, state);
    }

    /// What only the container has gets the ids that it is given.
    static Account of(
            Account read, MirrorState state, Account model, Function<EntityId, String> others) {
        return new Alignment(List.of(model), others).align(read, state);
    }

    private Account align(Account read, MirrorState state) {
        Map<String, String> users =
                ids(
                        read.users().values(),
                        User::id,
                        u -> EntityRef.user(u.name()),
                        Account::users,
                        User::id);
        Map<String, String> groups =
                ids(
                        read.groups().values(),
                        Group::id,
                        g -> EntityRef.group(g.name()),
                        Account::groups,
                        Group::id);
        Map<String, String> roles =
                ids(
                        read.roles().values(),
                        Role::id,
                        r -> EntityRef.role(r.name()),
                        Account::roles,
                        Role::id);
        Map<String, String> policies =
                ids(
                        read.policies().values(),
                        ManagedPolicy::id,
                        p -> EntityRef.policy(p.name()),
                        Account::policies,
                        ManagedPolicy::id);
        Map<String, String> profiles =
                ids(
                        read.profiles().values(),
                        InstanceProfile::id,
                        p -> EntityRef.profile(p.name()),
                        Account::profiles,
                        InstanceProfile::id);
        return new Account(
                read.id(),
                read.created(),
                read.alias(),
                each(read.users(), u -> Copies.of(u, of(users, u.id()))),
                each(read.groups(), g -> Copies.of(g, of(groups, g.id()), members(g, users))),
                each(read.roles(), r -> Copies.of(r, of(roles, r.id()))),
                each(read.policies(), p -> Copies.of(p, of(policies, p.id()))),
                each(
                        read.profiles(),
                        p -> Copies.of(p, of(profiles, p.id()), p.roleId().map(r -> of(roles, r)))),
                keys(read, state, users));
    }

    /// Ids in the container to ours. None of ours is given twice.
    private <T> Map<String, String> ids(
            Collection<T> read,
            Function<T, String> id,
            Function<T, EntityRef> ref,
            Function<Account, Map<String, T>> there,
            Function<T, String> ourId) {
        Map<String, String> ids = new HashMap<>();
        Set<String> given = new HashSet<>();
        for (Account model : models) {
            for (T one : read) {
                T same = there.apply(model).get(EntityRef.fold(ref.apply(one).name()));
                if (same != null
                        && !ids.containsKey(id.apply(one))
                        && given.add(ourId.apply(same))) {
                    ids.put(id.apply(one), ourId.apply(same));
                }
            }
        }
        for (T one : read) {
            ids.computeIfAbsent(id.apply(one), i -> others.apply(new EntityId(ref.apply(one), i)));
        }
        return ids;
    }

    private static String of(Map<String, String> ids, String id) {
        return ids.getOrDefault(id, id);
    }

    private static List<String> members(Group group, Map<String, String> users) {
        return group.members().stream().map(m -> of(users, m)).toList();
    }

    private static Map<String, AccessKey> keys(
            Account read, MirrorState state, Map<String, String> users) {
        Map<String, String> here =
                state.keys().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        Map<String, AccessKey> keys = new LinkedHashMap<>();
        read.keys()
                .values()
                .forEach(key -> {
                    String id = of(here, key.id());
                    keys.put(
                            id,
                            new AccessKey(
                                    id,
                                    key.secret(),
                                    of(users, key.ownerId()),
                                    key.active(),
                                    key.created(),
                                    key.lastUsed()));
                });
        return keys;
    }

    private static <T> Map<String, T> each(Map<String, T> all, Function<T, T> change) {
        return all.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> change.apply(e.getValue())));
    }
}
