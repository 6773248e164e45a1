package dev.rolecall.check;

import dev.rolecall.policy.AttachedPolicy;
import dev.rolecall.policy.Evaluation;
import dev.rolecall.policy.PolicyDocument;
import dev.rolecall.policy.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Everybody who might come in through a resource's own policy, each with everything allowed by
/// their own account: the policy alone holds them back.
final class Strangers {
    private final World world;
    private final String action;
    private final String resource;
    private final Budget budget;
    private final Set<Principal> cast;

    /// @param known names worth trying with others
    Strangers(
            World world,
            String action,
            String resource,
            PolicyDocument policy,
            List<String> known,
            Budget budget) {
        this.world = world;
        this.action = action;
        this.resource = resource;
        this.budget = budget;
        this.cast = new Cast(world, policy, known, budget).all();
    }

    /// The first found that gets in, or empty.
    Optional<Evaluation> first(Predicate<Principal> among, Predicate<Evaluation> accepted) {
        return cast.stream()
                .filter(among)
                .flatMap(who -> in(who, Freedom.ANYBODY, accepted).stream())
                .findFirst();
    }

    /// Somebody of an account who does not get in, from where the learner is, though their account
    /// allows it; or empty.
    Optional<Evaluation> firstLeftOut(String account) {
        return cast.stream()
                .filter(who -> who.account().equals(account))
                .filter(who -> in(who, Freedom.HERE, Evaluation::allowed).isEmpty())
                .map(who -> world.mayIfAllowed(who, action, resource))
                .findFirst();
    }

    private Optional<Evaluation> in(
            Principal who, Freedom freedom, Predicate<Evaluation> accepted) {
        Search search = new Search(world, who, freedom, true, budget, accepted);
        return ways(who)
                .flatMap(way -> {
                    Optional<AttachedPolicy> policy =
                            world.mayIfAllowed(who, way, resource).policies().resource();
                    return policy.flatMap(it -> search.first(it, aims(way))).stream();
                })
                .findFirst();
    }

    private Search.Aims aims(String way) {
        return _ -> Stream.of(new Search.Aim(way, resource));
    }

    // Somebody for whom an identity provider speaks has ways of their own into a role.
    private Stream<String> ways(Principal principal) {
        return principal instanceof Principal.Provider && action.equals("sts:AssumeRole")
                ? Stream.of("sts:AssumeRoleWithWebIdentity", "sts:AssumeRoleWithSAML")
                : Stream.of(action);
    }
}
