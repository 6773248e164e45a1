package dev.rolecall.check;

import dev.rolecall.policy.Evaluation;
import dev.rolecall.policy.PolicyDocument;
import dev.rolecall.policy.Principal;
import java.util.Optional;

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

    /// No policy of the principal's own or of its groups allows it anything. Groups and policies
    /// that allow nothing do no harm.
    public static void hasNoPermission(World world, Principal principal, String tryThis) {
        Optional<Evaluation> granted = Grants.first(world, principal);
        if (granted.isPresent()) {
            Evaluation evaluation = granted.get();
            throw unmet(
                    name(principal) + " without a permission of its own",
                    evaluation.request().action() + " is allowed to it",
                    Because.identity(evaluation),
                    tryThis);
        }
    }

    /// The resource's own policy lets this principal in and nobody else, whatever permissions
    /// others have and from whichever account they come.
    ///
    /// @param policy the trust or bucket policy; those whom it names are tried first
    public static void nobodyElseMay(
            World world,
            Principal.User only,
            String action,
            String resource,
            PolicyDocument policy,
            String tryThis) {
        for (Judge.Question question :
                new Strangers(world, only).questions(action, resource, policy)) {
            mayNot(world, world.judge(question), tryThis);
        }
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
        String invented = Strangers.isOne(principal) ? "a made-up " : "";
        return evaluation.request().action() + " by " + invented + name(principal) + elsewhere;
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
