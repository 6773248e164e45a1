package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.Account;
import dev.rolecall.iam.Group;
import dev.rolecall.iam.Identity;
import dev.rolecall.iam.InstanceProfile;
import dev.rolecall.iam.ManagedPolicy;
import dev.rolecall.iam.Role;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiPredicate;

/// Finds the entities that no request can make what they are to be: they are made anew.
final class Unchangeable {
    private final ById from;
    private final ById to;
    private final Set<String> found = new HashSet<>();

    private Unchangeable(Account from, Account to) {
        this.from = ById.of(from);
        this.to = ById.of(to);
    }

    /// The unique ids of entities that both have.
    static Set<String> between(Account from, Account to) {
        Unchangeable unchangeable = new Unchangeable(from, to);
        unchangeable.find();
        return unchangeable.found;
    }

    private void find() {
        from.roles().values().forEach(r -> to.role(r.id()).ifPresent(o -> moved(r, o)));
        from.profiles().values().forEach(p -> to.profile(p.id()).ifPresent(o -> moved(p, o)));
        from.policies().values().forEach(p -> to.policy(p.id()).ifPresent(o -> rewritten(p, o)));
        from.users()
                .values()
                .forEach(u ->
                        to.user(u.id())
                                .filter(o -> taken(u, o, from.users().values()))
                                .ifPresent(_ -> found.add(u.id())));
        from.groups().values().forEach(this::group);
    }

    private void moved(Role role, Role other) {
        addUnless(role.arn().equals(other.arn()), role.id());
    }

    private void moved(InstanceProfile profile, InstanceProfile other) {
        addUnless(profile.arn().equals(other.arn()), profile.id());
    }

    private void rewritten(ManagedPolicy policy, ManagedPolicy other) {
        BiPredicate<ManagedPolicy.Version, ManagedPolicy.Version> same =
                (one, two) -> ContainerText.same(one.document(), two.document());
        boolean kept =
                other.versions().stream()
                        .allMatch(v ->
                                policy.version(v.id())
                                        .map(old -> same.test(old, v))
                                        .orElse(
                                                PolicyCalls.number(v.id())
                                                        >= policy.nextVersion()));
        boolean some = other.versions().stream().anyMatch(v -> policy.version(v.id()).isPresent());
        boolean facts =
                policy.arn().equals(other.arn())
                        && policy.description().equals(other.description());
        addUnless(kept && some && facts, policy.id());
    }

    /// A name that another has until now is given only once that one is gone.
    private static <T extends Identity> boolean taken(T one, T renamed, Collection<T> all) {
        return !one.name().equals(renamed.name())
                && all.stream()
                        .filter(o -> !o.id().equals(one.id()))
                        .anyMatch(o ->
                                EntityRef.fold(o.name()).equals(EntityRef.fold(renamed.name())));
    }

    /// LocalStack keeps a deleted user in the user's groups, and cannot take that one out.
    private void group(Group group) {
        boolean ghosts = group.members().stream().anyMatch(m -> from.user(m).isEmpty());
        to.group(group.id())
                .filter(o -> ghosts || taken(group, o, from.groups().values()))
                .ifPresent(_ -> found.add(group.id()));
    }

    private void addUnless(boolean changeable, String id) {
        if (!changeable) {
            found.add(id);
        }
    }
}
