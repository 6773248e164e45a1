package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.AccessKey;
import dev.rolecall.iam.Account;
import dev.rolecall.iam.Bounded;
import dev.rolecall.iam.Group;
import dev.rolecall.iam.Identity;
import dev.rolecall.iam.InstanceProfile;
import dev.rolecall.iam.ManagedPolicy;
import dev.rolecall.iam.Policies;
import dev.rolecall.iam.Role;
import dev.rolecall.iam.Tagged;
import dev.rolecall.iam.User;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The second half of a route: what is renamed, made, changed and attached.
final class Arrivals {
    private final Route route;
    private final Account to;
    private final ById before;

    Arrivals(Route route, Account to) {
        this.route = route;
        this.to = to;
        this.before = ById.of(route.now());
    }

    void go() {
        to.users().values().forEach(this::rename);
        to.groups().values().forEach(this::rename);
        to.policies().values().forEach(this::policy);
        to.users().values().forEach(this::user);
        to.groups().values().forEach(this::group);
        to.roles().values().forEach(this::role);
        to.profiles().values().forEach(this::profile);
        to.identities().forEach(this::policies);
        to.groups().values().forEach(this::members);
        to.keys().values().forEach(this::key);
        if (!now().alias().equals(to.alias())) {
            EntityRef account = EntityRef.account(to.id());
            route.go(
                    KeyCalls.alias(now().alias(), to.alias(), account),
                    now().withAlias(to.alias()));
        }
    }

    private Account now() {
        return route.now();
    }

    /// LocalStack keeps a user's tags under the ARN: they are taken off before it changes.
    private void rename(User user) {
        Optional<User> there = before.user(user.id()).filter(u -> !u.arn().equals(user.arn()));
        there.filter(u -> !u.tags().isEmpty())
                .ifPresent(u ->
                        route.go(
                                TagCalls.untag(u, List.copyOf(u.tags().keySet())),
                                now().with(u.withTags(Map.of()))));
        there.flatMap(u -> now().user(u.name()))
                .ifPresent(u ->
                        route.go(
                                UserCalls.rename(u, user),
                                now().without(u).with(u.named(user.path(), user.name()))));
    }

    private void rename(Group group) {
        before.group(group.id())
                .filter(g -> !g.arn().equals(group.arn()))
                .ifPresent(g ->
                        route.go(
                                GroupCalls.rename(g, group),
                                now().without(g).with(g.named(group.path(), group.name()))));
    }

    private void policy(ManagedPolicy policy) {
        before.policy(policy.id())
                .ifPresentOrElse(
                        now -> {
                            PolicySteps.change(route, now, policy);
                            tags(now().policy(policy.name()).orElseThrow(), policy);
                        },
                        () -> PolicySteps.make(route, policy));
    }

    private void user(User user) {
        if (before.user(user.id()).isEmpty()) {
            route.go(UserCalls.create(user), now().with(user.with(Policies.none())));
        } else {
            tags(now().user(user.name()).orElseThrow(), user);
            boundary(now().user(user.name()).orElseThrow(), user);
        }
    }

    private void group(Group group) {
        if (before.group(group.id()).isEmpty()) {
            Group empty =
                    new Group(
                            group.account(),
                            group.path(),
                            group.name(),
                            group.id(),
                            group.created(),
                            Policies.none(),
                            List.of());
            route.go(GroupCalls.create(group), now().with(empty));
        }
    }

    private void role(Role role) {
        Optional<Role> there = before.role(role.id());
        if (there.isEmpty()) {
            route.go(RoleCalls.create(role), now().with(role.with(Policies.none())));
            return;
        }
        Role now = there.get();
        if (!now.description().equals(role.description())
                || now.maxSessionSeconds() != role.maxSessionSeconds()) {
            now = now.withSettings(role.description(), role.maxSessionSeconds());
            route.go(RoleCalls.settings(role), now().with(now));
        }
        if (!ContainerText.same(now.trust(), role.trust())) {
            now = now.withTrust(role.trust());
            route.go(RoleCalls.trust(role), now().with(now));
        }
        tags(now, role);
        boundary(now().role(role.name()).orElseThrow(), role);
    }

    private void profile(InstanceProfile profile) {
        Optional<InstanceProfile> there = before.profile(profile.id());
        if (there.isEmpty()) {
            route.go(ProfileCalls.create(profile), now().with(profile.withRole(Optional.empty())));
        } else {
            tags(there.get(), profile);
        }
        InstanceProfile now = now().profile(profile.name()).orElseThrow();
        if (!now.roleId().equals(profile.roleId())) {
            profile.roleId()
                    .flatMap(now()::roleById)
                    .ifPresent(role ->
                            route.go(
                                    ProfileCalls.addRole(profile, role.name()),
                                    now().with(now.withRole(profile.roleId()))));
        }
    }

    private void tags(Tagged now, Tagged wanted) {
        List<String> gone = Tags.gone(now.tags(), wanted.tags());
        Tagged left = now;
        if (!gone.isEmpty()) {
            Map<String, String> fewer = new LinkedHashMap<>(now.tags());
            fewer.keySet().removeAll(gone);
            left = now.withTags(fewer);
            route.go(TagCalls.untag(now, gone), with(left));
        }
        Map<String, String> news = Tags.news(left.tags(), wanted.tags());
        if (!news.isEmpty()) {
            route.go(TagCalls.tag(wanted, news), with(left.withTags(wanted.tags())));
        }
    }

    private Account with(Tagged tagged) {
        return switch (tagged) {
            case User user -> now().with(user);
            case Role role -> now().with(role);
            case ManagedPolicy policy -> now().with(policy);
            case InstanceProfile profile -> now().with(profile);
        };
    }

    private void boundary(Bounded now, Bounded wanted) {
        if (!now.boundary().equals(wanted.boundary())) {
            Call call =
                    wanted.boundary()
                            .map(arn -> BoundaryCalls.set(now, arn))
                            .orElseGet(() -> BoundaryCalls.clear(now));
            route.go(call, now().with((Identity) now.withBoundary(wanted.boundary())));
        }
    }

    private void policies(Identity identity) {
        identity.policies()
                .inline()
                .forEach((name, document) -> {
                    Identity now = now(identity);
                    boolean there =
                            Optional.ofNullable(now.policies().inline().get(name))
                                    .filter(d -> ContainerText.same(d, document))
                                    .isPresent();
                    if (!there) {
                        route.go(
                                IdentityCalls.put(identity, name, document),
                                now().with(now.with(now.policies().withInline(name, document))));
                    }
                });
        for (String arn : identity.policies().attached()) {
            Identity now = now(identity);
            if (!now.policies().attached().contains(arn)) {
                route.go(
                        IdentityCalls.attach(identity, arn),
                        now().with(now.with(now.policies().attach(arn))));
            }
        }
    }

    private Identity now(Identity identity) {
        return Names.same(now(), identity);
    }

    private void members(Group group) {
        for (String member : group.members()) {
            Group now = now().group(group.name()).orElseThrow();
            Optional<User> user = now().userById(member);
            if (user.isPresent() && !now.members().contains(member)) {
                route.go(
                        GroupCalls.add(group, user.get().name()),
                        now().with(now.withMember(member)));
            }
        }
    }

    private void key(AccessKey key) {
        Optional<User> owner = now().userById(key.ownerId());
        if (owner.isEmpty()) {
            return;
        }
        String user = owner.get().name();
        AccessKey there = now().keys().get(key.id());
        if (there == null) {
            there = key.withActive(true);
            route.go(KeyCalls.create(key, user), now().with(there));
        }
        if (there.active() != key.active()) {
            route.go(KeyCalls.status(key, user), now().with(key));
        }
    }
}
