package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.AccessKey;
import dev.rolecall.iam.Account;
import dev.rolecall.iam.Identity;
import dev.rolecall.iam.ManagedPolicy;
import dev.rolecall.iam.Policies;
import dev.rolecall.iam.Role;
import dev.rolecall.policy.PolicyDocument;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// An account of ours as the container can have it: trust policies name ARNs, and what LocalStack
/// cannot do at all ([NotMirrored]) is left out. What is sent, and what is compared, is this.
final class Shown {
    private final LastNames names;
    private final Set<String> unknownPolicies;
    private final Predicate<Role> translated;

    private Shown(LastNames names, Set<String> unknownPolicies, Predicate<Role> translated) {
        this.names = names;
        this.unknownPolicies = unknownPolicies;
        this.translated = translated;
    }

    static Account of(Account account, LastNames names, MirrorState state) {
        return of(account, names, state, _ -> true);
    }

    /// @param translated the roles whose trust policies matter; others keep unique ids
    static Account of(
            Account account, LastNames names, MirrorState state, Predicate<Role> translated) {
        return new Shown(names, state.unknownPolicies(), translated).of(account);
    }

    private Account of(Account account) {
        return new Account(
                account.id(),
                account.created(),
                account.alias(),
                each(account.users(), u -> u.with(known(u))),
                each(account.groups(), g -> g.with(known(g))),
                each(
                        account.roles(),
                        r -> (translated.test(r) ? withArns(r, names) : r).with(known(r))),
                each(account.policies(), Shown::withFoldedTags),
                account.profiles(),
                usersKeys(account));
    }

    /// In their order: the oldest is made first.
    private static Map<String, AccessKey> usersKeys(Account account) {
        Map<String, AccessKey> keys = new LinkedHashMap<>(account.keys());
        keys.values().removeIf(key -> key.ownerId().equals(account.id()));
        return keys;
    }

    private static <T> Map<String, T> each(Map<String, T> all, Function<T, T> change) {
        return all.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> change.apply(e.getValue())));
    }

    private Policies known(Identity identity) {
        return new Policies(
                identity.policies().inline(),
                identity.policies().attached().stream()
                        .filter(arn -> !unknownPolicies.contains(arn))
                        .toList());
    }

    /// The role with its trust policy as a read shows it.
    static Role withArns(Role role, LastNames names) {
        String text = role.trust().readable(names);
        return text.equals(role.trust().text()) ? role : role.withTrust(PolicyDocument.parse(text));
    }

    private static ManagedPolicy withFoldedTags(ManagedPolicy policy) {
        return policy.withTags(Tags.newestOfAlike(policy.tags()));
    }
}
