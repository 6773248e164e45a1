package dev.rolecall.localstack;

import dev.rolecall.iam.Account;
import java.util.ArrayList;
import java.util.Collection;
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
        return new IamReading(ours).read(Details.all(iam), _ -> true);
    }

    /// These entities and no others.
    static Reading of(IamClient iam, Account ours, Set<EntityRef> chosen) {
        Map<String, String> arns = new HashMap<>();
        chosen.stream()
                .filter(ref -> ref.kind() == EntityRef.Kind.POLICY)
                .map(EntityRef::name)
                .forEach(name ->
                        arns.put(
                                name,
                                ours.policy(name)
                                        .map(p -> p.arn())
                                        .orElse("arn:aws:iam::" + ours.id() + ":policy/" + name)));
        return new IamReading(ours)
                .read(
                        ChosenDetails.of(iam, chosen, arns),
                        ref -> chosen.stream().anyMatch(ref::same));
    }

    private Reading read(Details details, Predicate<EntityRef> asked) {
        Account account =
                new Account(
                        ours.id(),
                        ours.created(),
                        details.alias(),
                        named(
                                shapes.users(details),
                                u -> EntityRef.user(u.name()),
                                u -> u.id(),
                                n -> ours.user(n).map(u -> u.name())),
                        named(
                                shapes.groups(details),
                                g -> EntityRef.group(g.name()),
                                g -> g.id(),
                                n -> ours.group(n).map(g -> g.name())),
                        named(
                                shapes.roles(details),
                                r -> EntityRef.role(r.name()),
                                r -> r.id(),
                                n -> ours.role(n).map(r -> r.name())),
                        named(
                                shapes.policies(details),
                                p -> EntityRef.policy(p.name()),
                                p -> p.id(),
                                n -> ours.policy(n).map(p -> p.name())),
                        named(
                                shapes.profiles(details),
                                p -> EntityRef.profile(p.name()),
                                p -> p.id(),
                                n -> ours.profile(n).map(p -> p.name())),
                        shapes.keys(details));
        return new Reading(account, ids, groupsOf(details), beside, asked);
    }

    private static Map<String, Set<String>> groupsOf(Details details) {
        return details.users().stream()
                .collect(Collectors.toMap(UserDetail::userName, u -> new HashSet<>(u.groupList())));
    }

    /// By the name that AWS distinguishes. Of several that it would not, the one that is spelled as
    /// ours is kept, or else the first.
    private <T> Map<String, T> named(
            Collection<T> all,
            Function<T, EntityRef> ref,
            Function<T, String> id,
            Function<String, Optional<String>> oursNamed) {
        Map<String, T> kept = new LinkedHashMap<>();
        for (T one : all) {
            String name = ref.apply(one).name();
            ids.put(ref.apply(one).toString(), id.apply(one));
            boolean meant = oursNamed.apply(name).filter(name::equals).isPresent();
            String key = EntityRef.fold(name);
            T other = meant ? kept.put(key, one) : kept.putIfAbsent(key, one);
            if (other != null) {
                beside(ref.apply(meant ? other : one));
            }
        }
        return kept;
    }

    private void beside(EntityRef ref) {
        beside.add(
                Difference.about(
                        ref,
                        "in the container only, beside another that AWS would take for the same;"
                                + " it cannot be taken over"));
    }
}
