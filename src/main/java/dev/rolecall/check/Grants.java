package dev.rolecall.check;

import dev.rolecall.check.Statements.Sketch;
import dev.rolecall.policy.AttachedPolicy;
import dev.rolecall.policy.Context;
import dev.rolecall.policy.Evaluation;
import dev.rolecall.policy.Evaluation.Layer;
import dev.rolecall.policy.Evaluation.Voice;
import dev.rolecall.policy.PolicySet;
import dev.rolecall.policy.Principal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Looks for anything that policies allow a principal. Each statement with an Allow is a hint where
/// to ask; the engine answers, so that a boundary or a Deny that takes it all away again counts.
final class Grants {
    private final World world;
    private final Principal who;
    private final Budget budget;

    Grants(World world, Principal who, Budget budget) {
        this.world = world;
        this.who = who;
        this.budget = budget;
    }

    /// The first thing found that its own policies allow it, or empty. What the resource's side
    /// adds does not count: a trust policy is no permission of the user's.
    ///
    /// @param wanted which actions count
    Optional<Evaluation> own(Predicate<String> wanted) {
        PolicySet all = policies("*");
        List<Sketch> others = others(all);
        for (AttachedPolicy policy : all.identity()) {
            Optional<Evaluation> found = first(policy, others, wanted, Grants::granted);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// The first thing found that the policy of a bucket allows it, or empty.
    Optional<Evaluation> inBucket(String bucketArn) {
        PolicySet all = policies(bucketArn);
        Predicate<Evaluation> within =
                evaluation -> evaluation.allowed() && isIn(bucketArn, evaluation);
        return all.resource()
                .flatMap(policy ->
                        first(policy, others(all), action -> action.startsWith("s3:"), within));
    }

    private static boolean isIn(String bucketArn, Evaluation evaluation) {
        String resource = evaluation.request().resource();
        return resource.equals(bucketArn) || resource.startsWith(bucketArn + "/");
    }

    private Optional<Evaluation> first(
            AttachedPolicy policy,
            List<Sketch> others,
            Predicate<String> wanted,
            Predicate<Evaluation> accepted) {
        Examples examples = new Examples(world.account(), others, this::fillings, budget);
        return new Search(world, who, Freedom.KNOWN, false, budget, accepted)
                .first(policy, allow -> examples.of(allow, wanted));
    }

    private PolicySet policies(String resource) {
        return plain(resource).policies();
    }

    private Evaluation plain(String resource) {
        return world.judge(new Judge.Question(who, "s3:GetObject", resource, World.HERE, false));
    }

    private static List<Sketch> others(PolicySet policies) {
        return Stream.of(
                        policies.boundary().stream(),
                        policies.identity().stream(),
                        policies.resource().stream())
                .flatMap(s -> s)
                .flatMap(policy -> Statements.of(policy.document()).stream())
                .filter(sketch -> sketch.denies() || policies.boundary().isPresent())
                .toList();
    }

    private List<String> fillings(String variable) {
        return plain("*")
                .request()
                .context()
                .get(variable)
                .map(Context.Value::values)
                .orElse(List.of(Values.FRESH));
    }

    // Not the decision: for AssumeRole the trust policy has a say in it.
    private static boolean granted(Evaluation evaluation) {
        Layer by = evaluation.decidedBy();
        boolean refused =
                evaluation.decision() == Evaluation.Decision.EXPLICIT_DENY
                        || by == Layer.ALWAYS
                        || (!evaluation.allowed() && by != Layer.TRUST && by != Layer.BUCKET);
        return !refused
                && says(evaluation, Layer.IDENTITY, Voice.ALLOWS)
                && !says(evaluation, Layer.BOUNDARY, Voice.SILENT);
    }

    private static boolean says(Evaluation evaluation, Layer layer, Voice voice) {
        return evaluation.layer(layer).filter(finding -> finding.voice() == voice).isPresent();
    }
}
