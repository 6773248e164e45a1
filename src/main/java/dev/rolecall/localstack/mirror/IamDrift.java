package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.AccessKey;
import dev.rolecall.iam.Account;
import dev.rolecall.iam.Group;
import dev.rolecall.iam.Identity;
import dev.rolecall.iam.InstanceProfile;
import dev.rolecall.iam.ManagedPolicy;
import dev.rolecall.iam.Role;
import dev.rolecall.iam.User;
import dev.rolecall.policy.PolicyDocument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Says in words what the container has otherwise than we. Ids, times and the container's own names
/// of keys are no difference; documents are compared as JSON values.
final class IamDrift {
    private final Account ours;
    private final Account theirs;
    private final Reading reading;
    private final List<Difference> found = new ArrayList<>();

    private IamDrift(Account ours, Account theirs, Reading reading) {
        this.ours = ours;
        this.theirs = theirs;
        this.reading = reading;
    }

    /// @param ours as the container is shown it
    /// @param theirs with our ids where we have the same
    /// @param reading where theirs is from
    static List<Difference> between(Account ours, Account theirs, Reading reading) {
        IamDrift drift = new IamDrift(ours, theirs, reading);
        drift.compare();
        drift.found.addAll(reading.beside());
        return List.copyOf(drift.found);
    }

    private void compare() {
        EntityRef account = EntityRef.account(ours.id());
        if (reading.asked().test(account) && !ours.alias().equals(theirs.alias())) {
            found.add(
                    Difference.about(
                            account,
                            "the alias differs",
                            ours.alias().orElse(""),
                            theirs.alias().orElse("")));
        }
        each(Account::users, u -> EntityRef.user(u.name()), this::user);
        each(Account::groups, g -> EntityRef.group(g.name()), this::group);
        each(Account::roles, r -> EntityRef.role(r.name()), this::role);
        each(Account::policies, p -> EntityRef.policy(p.name()), this::policy);
        each(Account::profiles, p -> EntityRef.profile(p.name()), this::profile);
    }

    /// Names what only one has, and compares what both have.
    private <T> void each(
            Function<Account, Map<String, T>> kind,
            Function<T, EntityRef> ref,
            BiConsumer<T, T> compare) {
        Map<String, T> here = kind.apply(ours);
        Map<String, T> there = kind.apply(theirs);
        for (String name : union(here.keySet(), there.keySet())) {
            Optional<T> mine = Optional.ofNullable(here.get(name));
            Optional<T> its = Optional.ofNullable(there.get(name));
            EntityRef entity = ref.apply(mine.or(() -> its).orElseThrow());
            if (!reading.asked().test(entity)) {
                continue;
            }
            if (mine.isEmpty()) {
                found.add(Difference.about(entity, "only in the container"));
            } else if (its.isEmpty()) {
                found.add(Difference.about(entity, "only here"));
            } else {
                name(entity, ref.apply(its.get()).name());
                compare.accept(mine.get(), its.get());
            }
        }
    }

    private static Collection<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }

    private void name(EntityRef entity, String there) {
        if (!entity.name().equals(there)) {
            found.add(Difference.about(entity, "it is called " + there + " in the container"));
        }
    }

    private EntityDrift of(EntityRef entity) {
        return new EntityDrift(entity, found);
    }

    private void user(User mine, User its) {
        EntityDrift drift = of(EntityRef.user(mine.name()));
        drift.text("path", mine.path(), its.path());
        drift.boundary(mine, its);
        drift.tags(mine.tags(), its.tags());
        drift.policies(mine.policies(), its.policies());
        keys(drift, mine, its);
        Set<String> here = names(ours.groupsOf(mine.id()));
        Set<String> there = reading.groupsOf().getOrDefault(its.name(), Set.of());
        for (String group : union(here, there)) {
            // Of a group that only one has it is said already.
            boolean both =
                    ours.group(group).isPresent()
                            && (theirs.group(group).isPresent()
                                    || !reading.asked().test(EntityRef.group(group)));
            if (both && !here.contains(group)) {
                drift.add("it is in group " + group + " in the container only");
            } else if (both && !there.contains(group)) {
                drift.add("it is in group " + group + " only here");
            }
        }
    }

    private static Set<String> names(List<Group> groups) {
        return groups.stream().map(Group::name).collect(Collectors.toSet());
    }

    private void keys(EntityDrift drift, User mine, User its) {
        Map<String, AccessKey> here = byId(ours.keysOf(mine.id()));
        Map<String, AccessKey> there = byId(theirs.keysOf(its.id()));
        for (String id : union(here.keySet(), there.keySet())) {
            String key = "access key " + id + " of " + mine.name() + ": ";
            if (!there.containsKey(id)) {
                drift.say(key + "only here");
            } else if (!here.containsKey(id)) {
                drift.say(key + "only in the container");
            } else if (here.get(id).active() != there.get(id).active()) {
                drift.say(
                        key
                                + here.get(id).status()
                                + " here, "
                                + there.get(id).status()
                                + " in the container");
            }
        }
    }

    private static Map<String, AccessKey> byId(List<AccessKey> keys) {
        return keys.stream().collect(Collectors.toMap(AccessKey::id, Function.identity()));
    }

    /// Who is in it is said of the users, where they are compared too.
    private void group(Group mine, Group its) {
        EntityDrift drift = of(EntityRef.group(mine.name()));
        drift.text("path", mine.path(), its.path());
        drift.policies(mine.policies(), its.policies());
        if (reading.whole() && its.members().stream().anyMatch(this::ghost)) {
            drift.add("a user is in it in the container who was deleted there");
        }
        Set<String> here =
                mine.members().stream()
                        .flatMap(id -> ours.userById(id).stream())
                        .map(User::name)
                        .collect(Collectors.toSet());
        Set<String> there = reading.members().getOrDefault(its.name(), Set.of());
        for (String user : union(here, there)) {
            if (!reading.asked().test(EntityRef.user(user))) {
                if (!here.contains(user)) {
                    drift.add(user + " is in it in the container only");
                } else if (!there.contains(user)) {
                    drift.add(user + " is in it only here");
                }
            }
        }
    }

    /// LocalStack keeps a user in a group who was deleted before being taken out of it.
    private boolean ghost(String member) {
        return theirs.userById(member).isEmpty() && !reading.ids().containsValue(member);
    }

    private void role(Role mine, Role its) {
        EntityDrift drift = of(EntityRef.role(mine.name()));
        drift.text("path", mine.path(), its.path());
        drift.document("the trust policy", mine.trust(), its.trust());
        drift.text("description", mine.description(), its.description());
        drift.text(
                "maximum session duration",
                mine.maxSessionSeconds() + " s",
                its.maxSessionSeconds() + " s");
        drift.boundary(mine, its);
        drift.tags(mine.tags(), its.tags());
        drift.policies(mine.policies(), its.policies());
    }

    private void policy(ManagedPolicy mine, ManagedPolicy its) {
        EntityDrift drift = of(EntityRef.policy(mine.name()));
        drift.text("path", mine.path(), its.path());
        drift.text("description", mine.description(), its.description());
        drift.text("default version", mine.defaultVersion(), its.defaultVersion());
        drift.documents("version", versions(mine), versions(its));
        drift.tags(mine.tags(), its.tags());
    }

    private static Map<String, PolicyDocument> versions(ManagedPolicy policy) {
        return policy.versions().stream()
                .collect(
                        Collectors.toMap(
                                ManagedPolicy.Version::id, ManagedPolicy.Version::document));
    }

    private void profile(InstanceProfile mine, InstanceProfile its) {
        EntityDrift drift = of(EntityRef.profile(mine.name()));
        drift.text("path", mine.path(), its.path());
        drift.text(
                "role",
                mine.roleId().flatMap(ours::roleById).map(Identity::name).orElse(""),
                reading.roleOf().getOrDefault(its.name(), ""));
        drift.tags(mine.tags(), its.tags());
    }
}
