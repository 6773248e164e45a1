package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.AccessKey;
import dev.rolecall.iam.Account;
import dev.rolecall.iam.Bounded;
import dev.rolecall.iam.Group;
import dev.rolecall.iam.Identity;
import dev.rolecall.iam.InstanceProfile;
import dev.rolecall.iam.ManagedPolicy;
import dev.rolecall.iam.Role;
import dev.rolecall.iam.User;
import java.util.Optional;
import java.util.Set;

/// The first half of a route: what is taken off, emptied and deleted.
final class Departures {
    private final Route route;
    private final ById to;
    private final Account toAccount;
    private final Set<String> anew;

    /// @param anew unique ids of entities that are deleted although they are wanted
    Departures(Route route, Account to, Set<String> anew) {
        this.route = route;
        this.to = ById.of(to);
        this.toAccount = to;
        this.anew = anew;
    }

    void go() {
        now().keys().values().forEach(this::key);
        now().groups().values().forEach(this::members);
        now().profiles().values().forEach(this::role);
        now().identities().toList().forEach(this::policies);
        now().bounded().toList().forEach(this::boundary);
        delete();
    }

    private Account now() {
        return route.now();
    }

    private boolean leaves(String id) {
        return anew.contains(id) || !to.has(id);
    }

    /// LocalStack looks for a key under the name that its user had when it was made: the keys of a
    /// renamed user are made anew.
    private void key(AccessKey key) {
        now().userById(key.ownerId())
                .filter(owner ->
                        leaves(owner.id())
                                || to.user(owner.id())
                                        .filter(u -> u.name().equals(owner.name()))
                                        .isEmpty()
                                || !wanted(key))
                .ifPresent(
                        owner -> route.go(KeyCalls.delete(key, owner.name()), now().without(key)));
    }

    private boolean wanted(AccessKey key) {
        return Optional.ofNullable(toAccount.keys().get(key.id()))
                .filter(k -> k.ownerId().equals(key.ownerId()))
                .isPresent();
    }

    private void members(Group group) {
        for (String member : group.members()) {
            Optional<User> user = now().userById(member);
            boolean stays =
                    !leaves(group.id())
                            && !leaves(member)
                            && to.group(group.id())
                                    .filter(g -> g.members().contains(member))
                                    .isPresent();
            if (user.isPresent() && !stays) {
                Group fewer = now().group(group.name()).orElseThrow().withoutMember(member);
                route.go(GroupCalls.remove(group, user.get().name()), now().with(fewer));
            }
        }
    }

    private void role(InstanceProfile profile) {
        Optional<Role> role = profile.roleId().flatMap(now()::roleById);
        boolean stays =
                !leaves(profile.id())
                        && role.filter(r -> !leaves(r.id())).isPresent()
                        && to.profile(profile.id())
                                .filter(p -> p.roleId().equals(profile.roleId()))
                                .isPresent();
        if (role.isPresent() && !stays) {
            route.go(
                    ProfileCalls.removeRole(profile, role.get().name()),
                    now().with(profile.withRole(Optional.empty())));
        }
    }

    private void policies(Identity identity) {
        Optional<Identity> after = to.like(identity).filter(i -> !leaves(i.id()));
        for (String name : identity.policies().inline().keySet()) {
            if (after.filter(i -> i.policies().inline().containsKey(name)).isEmpty()) {
                Identity now = now(identity);
                route.go(
                        IdentityCalls.delete(identity, name),
                        now().with(now.with(now.policies().withoutInline(name))));
            }
        }
        for (String arn : identity.policies().attached()) {
            boolean gone = now().policyByArn(arn).filter(p -> leaves(p.id())).isPresent();
            if (gone || after.filter(i -> i.policies().attached().contains(arn)).isEmpty()) {
                Identity now = now(identity);
                detach(identity, arn, now().with(now.with(now.policies().detach(arn))));
            }
        }
    }

    private Identity now(Identity identity) {
        return Names.same(now(), identity);
    }

    /// LocalStack detaches from users and groups only what there is, and deletes what is attached:
    /// so what is gone is put there for the moment.
    private void detach(Identity identity, String arn, Account then) {
        Call call = IdentityCalls.detach(identity, arn);
        Optional<ManagedPolicy> standIn = StandIn.needed(now(), identity, arn);
        standIn.ifPresent(policy -> route.go(PolicyCalls.create(policy), now()));
        route.go(call, then);
        standIn.ifPresent(policy -> route.go(PolicyCalls.delete(policy), now()));
    }

    private void boundary(Bounded bounded) {
        bounded.boundary()
                .flatMap(now()::policyByArn)
                .filter(policy -> leaves(policy.id()))
                .ifPresent(_ ->
                        route.go(
                                BoundaryCalls.clear(bounded),
                                now().with((Identity) bounded.withBoundary(Optional.empty()))));
    }

    private void delete() {
        for (InstanceProfile profile : now().profiles().values()) {
            if (leaves(profile.id())) {
                route.go(ProfileCalls.delete(profile), now().without(profile));
            }
        }
        for (Identity identity : now().identities().toList()) {
            if (leaves(identity.id())) {
                route.go(delete(identity), now().without(identity));
            }
        }
        for (ManagedPolicy policy : now().policies().values()) {
            if (leaves(policy.id())) {
                delete(policy);
            }
        }
    }

    private static Call delete(Identity identity) {
        return switch (identity) {
            case User user -> UserCalls.delete(user);
            case Group group -> GroupCalls.delete(group);
            case Role role -> RoleCalls.delete(role);
        };
    }

    private void delete(ManagedPolicy policy) {
        ManagedPolicy fewer = policy;
        for (ManagedPolicy.Version version : policy.versions()) {
            if (!version.id().equals(policy.defaultVersion())) {
                fewer = PolicySteps.without(fewer, version.id());
                route.go(PolicyCalls.deleteVersion(policy, version.id()), now().with(fewer));
            }
        }
        route.go(PolicyCalls.delete(policy), now().without(policy));
    }
}
