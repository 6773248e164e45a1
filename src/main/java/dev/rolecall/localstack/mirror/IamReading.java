package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.AccessKey;
import dev.rolecall.iam.Account;
import dev.rolecall.iam.Group;
import dev.rolecall.iam.InstanceProfile;
import dev.rolecall.iam.ManagedPolicy;
import dev.rolecall.iam.Role;
import dev.rolecall.iam.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.UserDetail;

/// Reads an account from the container: all of it, or chosen entities.
final class IamReading {
    private final Account ours;
    private final Shapes shapes;
    private final Map<String, String> ids = new HashMap<>();
    private final List<Difference> beside = new ArrayList<>();

    private IamReading(Account ours) {
        this.ours = ours;
        this.shapes = new Shapes(ours.id());
    }

    /// All that there is.
    ///
    /// @param ours the same account here: of two names that AWS would take for one, ours is meant
    static Reading all(IamClient iam, Account ours) {
        return new IamReading(ours).read(Details.all(iam), _ -> true, true);
    }

    /// These entities and no others, under the names that we spell them with.
    static Reading of(IamClient iam, Account ours, Set<EntityRef> chosen) {
        Set<EntityRef> spelled =
                chosen.stream().map(ref -> Names.spelled(ours, ref)).collect(Collectors.toSet());
        return new IamReading(ours)
                .read(
                        ChosenDetails.of(iam, spelled, name -> Names.policyArn(ours, name)),
                        ref -> spelled.stream().anyMatch(ref::same),
                        false);
    }

    private Reading read(Details details, Predicate<EntityRef> asked, boolean whole) {
        Singles<User> users =
                singles(
                        shapes.users(details),
                        User::id,
                        u -> EntityRef.user(u.name()),
                        ours.users());
        Singles<Group> groups =
                singles(
                        shapes.groups(details),
                        Group::id,
                        g -> EntityRef.group(g.name()),
                        ours.groups());
        Singles<Role> roles =
                singles(
                        shapes.roles(details),
                        Role::id,
                        r -> EntityRef.role(r.name()),
                        ours.roles());
        Singles<ManagedPolicy> policies =
                singles(
                        shapes.policies(details),
                        ManagedPolicy::id,
                        p -> EntityRef.policy(p.name()),
                        ours.policies());
        Singles<InstanceProfile> profiles =
                singles(
                        shapes.profiles(details),
                        InstanceProfile::id,
                        p -> EntityRef.profile(p.name()),
                        ours.profiles());
        Map<String, AccessKey> keys = shapes.keys(details);
        return new Reading(
                new Account(
                        ours.id(),
                        ours.created(),
                        details.alias(),
                        users.kept(),
                        groups.kept(),
                        roles.kept(),
                        policies.kept(),
                        profiles.kept(),
                        keys),
                ids,
                groupsOf(details),
                members(details),
                roleOf(details),
                beside,
                new Account(
                        ours.id(),
                        ours.created(),
                        Optional.empty(),
                        users.doubles(),
                        groups.doubles(),
                        roles.doubles(),
                        policies.doubles(),
                        profiles.doubles(),
                        keys),
                asked,
                whole);
    }

    private static Map<String, Set<String>> groupsOf(Details details) {
        return details.users().stream()
                .collect(Collectors.toMap(UserDetail::userName, u -> new HashSet<>(u.groupList())));
    }

    private static Map<String, Set<String>> members(Details details) {
        return details.members().entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                e ->
                                        e.getValue().stream()
                                                .map(u -> u.userName())
                                                .collect(Collectors.toSet())));
    }

    private static Map<String, String> roleOf(Details details) {
        return details.profiles().stream()
                .filter(p -> p.hasRoles() && !p.roles().isEmpty())
                .collect(
                        Collectors.toMap(
                                p -> p.instanceProfileName(),
                                p -> p.roles().getFirst().roleName()));
    }

    /// @param kept one of each name that AWS distinguishes
    private record Singles<T>(Map<String, T> kept, Map<String, T> doubles) {}

    /// Of several whose names AWS would not distinguish, the one that is spelled as ours is kept,
    /// or else the first.
    private <T> Singles<T> singles(
            List<T> all,
            Function<T, String> id,
            Function<T, EntityRef> ref,
            Map<String, T> oursOfKind) {
        Singles<T> singles = new Singles<>(new LinkedHashMap<>(), new LinkedHashMap<>());
        for (T one : all) {
            EntityRef entity = ref.apply(one);
            ids.put(entity.toString(), id.apply(one));
            String key = EntityRef.fold(entity.name());
            T mine = oursOfKind.get(key);
            boolean meant = mine != null && ref.apply(mine).equals(entity);
            T other = meant ? singles.kept().put(key, one) : singles.kept().putIfAbsent(key, one);
            if (other != null) {
                T doubled = meant ? other : one;
                singles.doubles().put(key, doubled);
                beside(ref.apply(doubled));
            }
        }
        return singles;
    }

    private void beside(EntityRef ref) {
        beside.add(
                Difference.about(
                        ref,
                        "in the container only, beside another that AWS would take for the same;"
                                + " it cannot be taken over"));
    }
}
