package dev.rolecall.check;

import dev.rolecall.policy.AccessRequest;
import dev.rolecall.policy.Context;
import dev.rolecall.policy.Evaluation;
import dev.rolecall.policy.PolicyDocument;
import dev.rolecall.policy.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What authors' checks have in common. Each method returns quietly if its criterion is met, and
/// throws [Unmet] with the engine's own reasons if not.
public final class Criteria {
    private Criteria() {}

    /// A criterion that is not met, all four parts at once.
    ///
    /// @param because may be empty
    /// @param tryThis what to look at next; may be empty
    public static Unmet unmet(String expected, String observed, String because, String tryThis) {
        return Unmet.expected(expected).observed(observed).because(because).tryThis(tryThis);
    }

    /// The thing, or the criterion is not met.
    public static <T> T required(Optional<T> thing, Unmet otherwise) {
        return thing.orElseThrow(() -> otherwise);
    }

    /// The principal may.
    public static void may(World world, Evaluation evaluation, String tryThis) {
        if (!evaluation.allowed()) {
            throw answered(world, evaluation, "ALLOW", "DENY", tryThis);
        }
    }

    /// The principal may not.
    public static void mayNot(World world, Evaluation evaluation, String tryThis) {
        if (evaluation.allowed()) {
            throw answered(world, evaluation, "DENY", "ALLOW", tryThis);
        }
    }

    /// The principal may, in one way or another: in a request that it can send now and from the
    /// learner's machine, with an external id or a session name if that is what is asked for.
    public static void mayNow(
            World world, Principal principal, String action, String resource, String tryThis) {
        Evaluation plain = world.may(principal, action, resource);
        Budget budget = new Budget(tryThis);
        Search search =
                new Search(world, principal, Freedom.HERE, false, budget, Evaluation::allowed);
        Search.Aims aims = _ -> Stream.of(new Search.Aim(action, resource));
        boolean found =
                plain.allowed()
                        || Stream.concat(
                                        plain.policies().resource().stream(),
                                        plain.policies().identity().stream())
                                .anyMatch(policy -> search.first(policy, aims).isPresent());
        if (!found) {
            throw answered(world, plain, "ALLOW", "DENY", tryThis);
        }
    }

    /// No policy of the principal's own or of its groups allows it anything. Groups and policies
    /// that allow nothing do no harm.
    public static void hasNoPermission(World world, Principal principal, String tryThis) {
        hasOnly(world, principal, Set.of(), tryThis);
    }

    /// The principal's own policies allow it nothing but actions of these services.
    ///
    /// @param services as actions have them before the colon, such as `s3`
    public static void hasOnly(
            World world, Principal principal, Set<String> services, String tryThis) {
        Budget budget = new Budget(tryThis);
        Predicate<String> others =
                action -> !services.contains(action.substring(0, action.indexOf(':')));
        Optional<Evaluation> granted =
                Cast.disguises(world, principal, budget).stream()
                        .flatMap(who -> new Grants(world, who, budget).own(others).stream())
                        .findFirst();
        if (granted.isPresent()) {
            Evaluation evaluation = granted.get();
            throw unmet(
                    name(principal)
                            + (services.isEmpty()
                                    ? " without a permission of its own"
                                    : " with permissions for nothing but "
                                            + String.join(", ", new TreeSet<>(services))),
                    evaluation.request().action() + " is allowed to it",
                    Because.identity(evaluation),
                    tryThis);
        }
    }

    /// The bucket's own policy allows the principal nothing, on the bucket or in it.
    ///
    /// @param bucketArn such as `arn:aws:s3:::notes`
    public static void bucketGrantsNothing(
            World world, Principal principal, String bucketArn, String tryThis) {
        Optional<Evaluation> granted =
                new Grants(world, principal, new Budget(tryThis)).inBucket(bucketArn);
        if (granted.isPresent()) {
            throw answered(world, granted.get(), "DENY", "ALLOW", tryThis);
        }
    }

    /// The resource's own policy lets this principal in and nobody else, whatever permissions
    /// others have and from whichever account they come.
    ///
    /// @param policy the trust policy; those whom it names are tried too
    public static void nobodyElseMay(
            World world,
            Principal.User only,
            String action,
            String resource,
            PolicyDocument policy,
            String tryThis) {
        Budget budget = new Budget(tryThis);
        List<String> known = List.of(only.name());
        Optional<Evaluation> found =
                new Strangers(world, action, resource, policy, known, budget)
                        .first(who -> !isSame(only, who), Evaluation::allowed);
        if (found.isPresent()) {
            throw answered(world, found.get(), "DENY", "ALLOW", tryThis);
        }
    }

    /// Everybody in the learner's account gets in if the account's own policies allow it, and not
    /// without; nobody else gets in at all, and no service.
    ///
    /// @param policy the trust policy; those whom it names are tried too
    public static void leftToTheAccount(
            World world, String action, String resource, PolicyDocument policy, String tryThis) {
        String home = world.account();
        Strangers all =
                new Strangers(world, action, resource, policy, List.of(), new Budget(tryThis));
        Optional<Evaluation> out = all.firstLeftOut(home);
        if (out.isPresent()) {
            throw answered(world, out.get(), "ALLOW", "DENY", tryThis);
        }
        Predicate<Evaluation> tooMuch =
                evaluation ->
                        evaluation.allowed()
                                && (evaluation.decidedBy() == Evaluation.Layer.TRUST
                                        || !evaluation
                                                .request()
                                                .principal()
                                                .account()
                                                .equals(home));
        Optional<Evaluation> in = all.first(_ -> true, tooMuch);
        if (in.isPresent()) {
            throw answered(world, in.get(), "DENY", "ALLOW", tryThis);
        }
    }

    // The same user however its account or path were changed meanwhile.
    private static boolean isSame(Principal.User only, Principal principal) {
        return principal instanceof Principal.User user
                && (user.id().equals(only.id()) || user.arn().equals(only.arn()));
    }

    private static Unmet answered(
            World world, Evaluation evaluation, String wanted, String got, String tryThis) {
        Fact expected = new Fact(question(world, evaluation), wanted);
        String because = Because.of(world, evaluation);
        return Unmet.of(new Verdict.Failed(expected, new Fact("", got), because, tryThis));
    }

    private static String question(World world, Evaluation evaluation) {
        Principal principal = evaluation.request().principal();
        String elsewhere =
                principal.account().isEmpty() || principal.account().equals(world.account())
                        ? ""
                        : " of account " + principal.account();
        String invented = world.isMadeUp(principal) ? "a made-up " : "";
        return evaluation.request().action()
                + " by "
                + invented
                + name(principal)
                + elsewhere
                + chosen(world, evaluation);
    }

    /// What of the request was chosen: ` with sts:ExternalId secret`.
    private static String chosen(World world, Evaluation evaluation) {
        AccessRequest request = evaluation.request();
        Context plain =
                world.may(request.principal(), request.action(), request.resource())
                        .request()
                        .context();
        String told =
                request.context().all().entrySet().stream()
                        .filter(key -> !key.getKey().equals("aws:epochtime"))
                        .filter(key -> !key.getValue().values().isEmpty())
                        .filter(key ->
                                !plain.get(key.getKey())
                                        .map(Context.Value::values)
                                        .equals(Optional.of(key.getValue().values())))
                        .map(Map.Entry::getValue)
                        .map(value -> value.name() + " " + String.join(", ", value.values()))
                        .collect(Collectors.joining(", "));
        return told.isEmpty() ? "" : " with " + told;
    }

    /// As the last part of an ARN has it: `user/Test`.
    private static String name(Principal principal) {
        return switch (principal) {
            case Principal.User user -> "user" + user.path() + user.name();
            case Principal.RoleSession session ->
                    "role"
                            + session.rolePath()
                            + session.roleName()
                            + " as "
                            + session.sessionName();
            default -> principal.arn();
        };
    }
}
