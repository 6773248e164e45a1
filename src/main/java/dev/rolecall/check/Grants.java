package dev.rolecall.check;

import dev.rolecall.policy.AttachedPolicy;
import dev.rolecall.policy.Context;
import dev.rolecall.policy.Evaluation;
import dev.rolecall.policy.Evaluation.Layer;
import dev.rolecall.policy.Evaluation.Voice;
import dev.rolecall.policy.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks for anything that a principal's own policies allow it. Each statement with an Allow is a
/// hint where to ask; the engine answers, so that a boundary or a Deny that takes it all away again
/// counts. What the resource's side adds does not: a trust policy is no permission of the user's.
final class Grants {
    /// For actions that a pattern leaves open: reads and writes of the services that there are.
    private static final List<String> ACTIONS =
            List.of(
                    "s3:ListAllMyBuckets",
                    "s3:ListBucket",
                    "s3:GetObject",
                    "s3:PutObject",
                    "s3:CreateBucket",
                    "sts:AssumeRole",
                    "sts:TagSession",
                    "iam:ListUsers",
                    "iam:GetUser",
                    "iam:CreateAccessKey",
                    "iam:AttachUserPolicy");

    private static final List<String> RESOURCES =
            List.of("*", "arn:aws:s3:::x", "arn:aws:s3:::x/x");

    private Grants() {}

    /// The first thing found that it is allowed, or empty.
    static Optional<Evaluation> first(World world, Principal principal) {
        for (AttachedPolicy policy : world.identityPolicies(principal)) {
            for (Statements.Sketch statement : Statements.of(policy.document())) {
                Optional<Evaluation> found =
                        statement.allows() ? first(world, principal, statement) : Optional.empty();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Evaluation> first(
            World world, Principal principal, Statements.Sketch statement) {
        Context context = statement.satisfying();
        for (String action : actions(statement)) {
            for (String resource : resources(statement)) {
                Evaluation evaluation =
                        world.judge(
                                new Judge.Question(principal, action, resource, context, false));
                if (granted(evaluation)) {
                    return Optional.of(evaluation);
                }
            }
        }
        return Optional.empty();
    }

    // Not the decision: for AssumeRole the trust policy has a say in it.
    private static boolean granted(Evaluation evaluation) {
        return evaluation.decision() != Evaluation.Decision.EXPLICIT_DENY
                && evaluation.decidedBy() != Layer.ALWAYS
                && says(evaluation, Layer.IDENTITY, Voice.ALLOWS)
                && !says(evaluation, Layer.BOUNDARY, Voice.SILENT);
    }

    private static boolean says(Evaluation evaluation, Layer layer, Voice voice) {
        return evaluation.layer(layer).filter(finding -> finding.voice() == voice).isPresent();
    }

    private static List<String> actions(Statements.Sketch statement) {
        List<String> actions = new ArrayList<>(ACTIONS);
        statement.texts("Action").stream()
                .filter(pattern -> pattern.contains(":"))
                .map(pattern -> Statements.example(pattern, "x"))
                .forEach(actions::add);
        return actions;
    }

    private static List<String> resources(Statements.Sketch statement) {
        List<String> resources = new ArrayList<>(RESOURCES);
        statement.texts("Resource").stream()
                .map(pattern -> Statements.example(pattern, "x"))
                .forEach(resources::add);
        return resources;
    }
}
