package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.AccessKey;
import dev.rolecall.iam.Account;
import dev.rolecall.iam.Group;
import dev.rolecall.iam.Identity;
import dev.rolecall.iam.InstanceProfile;
import dev.rolecall.iam.ManagedPolicy;
import dev.rolecall.iam.Policies;
import dev.rolecall.iam.User;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an account may become in a container that others use too: what is wanted, and beside it all
/// that is there and was not made through us.
final class SharedTarget {
    private final Account theirs;
    private final Map<String, String> ids;
    private final MirrorState state;
    private final List<String> left = new ArrayList<>();
    private Account target;

    /// @param theirs with our ids where we have the same
    /// @param ids the container's ids, by entity
    SharedTarget(Account theirs, Map<String, String> ids, MirrorState state, Account wanted) {
        this.theirs = theirs;
        this.ids = ids;
        this.state = state;
        this.target = wanted;
    }

    /// What is wanted and may not be, one line each; known after [#of].
    List<String> left() {
        return left;
    }

    Account of() {
        keepEntities();
        theirs.identities().forEach(this::keepPolicies);
        theirs.groups().values().forEach(this::keepMembers);
        theirs.keys().values().forEach(this::keepKey);
        theirs.policies().values().forEach(this::keepVersions);
        theirs.profiles().values().forEach(this::keepRole);
        if (theirs.alias().isPresent() && !ours(EntityRef.account(theirs.id()) + " alias")) {
            target = target.withAlias(theirs.alias());
        }
        Unchangeable.between(theirs, target).forEach(this::leave);
        return target;
    }

    /// Whether a thing was made through us: an entity of the same name, made since by others, was
    /// not.
    private boolean ours(String thing) {
        return state.made(theirs.id(), thing)
                .filter(id -> id.isEmpty() || id.equals(ids.get(thing)))
                .isPresent();
    }

    private boolean foreign(EntityRef entity, String id) {
        return !ById.of(target).has(id) && !ours(entity.toString());
    }

    private void keepEntities() {
        for (Identity identity : theirs.identities().toList()) {
            if (foreign(IdentityCalls.ref(identity), identity.id())) {
                target = target.with(identity);
            }
        }
        for (ManagedPolicy policy : theirs.policies().values()) {
            if (foreign(EntityRef.policy(policy.name()), policy.id())) {
                target = target.with(policy);
            }
        }
        for (InstanceProfile profile : theirs.profiles().values()) {
            if (foreign(EntityRef.profile(profile.name()), profile.id())) {
                target = target.with(profile);
            }
        }
    }

    private void keepPolicies(Identity its) {
        ById.of(target)
                .like(its)
                .ifPresent(wanted -> {
                    Policies policies = wanted.policies();
                    for (var inline : its.policies().inline().entrySet()) {
                        if (!policies.inline().containsKey(inline.getKey())
                                && !ours(IdentityCalls.ref(its) + " inline " + inline.getKey())) {
                            policies = policies.withInline(inline.getKey(), inline.getValue());
                        }
                    }
                    for (String arn : its.policies().attached()) {
                        if (!policies.attached().contains(arn)
                                && !ours(IdentityCalls.ref(its) + " attached " + arn)) {
                            policies = policies.attach(arn);
                        }
                    }
                    target = target.with(wanted.with(policies));
                });
    }

    private void keepMembers(Group its) {
        for (String member : its.members()) {
            Optional<String> name = theirs.userById(member).map(User::name);
            boolean kept =
                    name.filter(n -> ours(EntityRef.group(its.name()) + " member " + n)).isEmpty();
            Optional<Group> wanted = ById.of(target).group(its.id());
            if (kept && wanted.isPresent() && target.userById(member).isPresent()) {
                target = target.with(wanted.get().withMember(member));
            }
        }
    }

    private void keepKey(AccessKey its) {
        String there = state.keyThere(its.id()).orElse(its.id());
        if (!target.keys().containsKey(its.id())
                && target.userById(its.ownerId()).isPresent()
                && !ours("key " + there)) {
            target = target.with(its);
        }
    }

    private void keepVersions(ManagedPolicy its) {
        ById.of(target)
                .policy(its.id())
                .ifPresent(wanted -> {
                    List<ManagedPolicy.Version> versions = new ArrayList<>(wanted.versions());
                    its.versions().stream()
                            .filter(v -> wanted.version(v.id()).isEmpty())
                            .filter(v ->
                                    !ours(EntityRef.policy(its.name()) + " version " + v.id())
                                            && !ours(EntityRef.policy(its.name()).toString()))
                            .forEach(versions::add);
                    versions.sort(Comparator.comparingInt(v -> PolicyCalls.number(v.id())));
                    target = target.with(wanted.withVersions(versions, wanted.defaultVersion()));
                });
    }

    private void keepRole(InstanceProfile its) {
        Optional<String> role = its.roleId().flatMap(theirs::roleById).map(Identity::name);
        ById.of(target)
                .profile(its.id())
                .filter(wanted -> !wanted.roleId().equals(its.roleId()))
                .filter(_ ->
                        role.filter(r -> !ours(EntityRef.profile(its.name()) + " role " + r))
                                .isPresent())
                .ifPresent(wanted -> target = target.with(wanted.withRole(its.roleId())));
    }

    /// What would have to be deleted and made again stays as it is, if it is not ours.
    private void leave(String id) {
        ById by = ById.of(theirs);
        by.role(id).filter(r -> left(IdentityCalls.ref(r))).ifPresent(r -> target = target.with(r));
        by.group(id)
                .filter(g -> left(IdentityCalls.ref(g)))
                .ifPresent(g -> target = target.with(g));
        by.user(id).filter(u -> left(IdentityCalls.ref(u))).ifPresent(u -> target = target.with(u));
        by.policy(id).filter(p -> left(TagCalls.ref(p))).ifPresent(p -> target = target.with(p));
        by.profile(id).filter(p -> left(TagCalls.ref(p))).ifPresent(p -> target = target.with(p));
    }

    private boolean left(EntityRef entity) {
        boolean foreign = !ours(entity.toString());
        if (foreign) {
            left.add(entity + ": left as it is, for it was not made through us");
        }
        return foreign;
    }
}
