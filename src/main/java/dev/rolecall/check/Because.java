package dev.rolecall.check;

import dev.rolecall.policy.Evaluation;
import dev.rolecall.policy.Evaluation.Layer;
import dev.rolecall.policy.Explanation;
import java.util.Optional;
import java.util.Set;

/// The reason of an answer in one phrase: the first of the layers that say most about it. The
/// resource's side comes first for a yes, since that is what a check asks about.
final class Because {
    private static final Set<Layer> RESOURCE = Set.of(Layer.TRUST, Layer.BUCKET);

    private Because() {}

    static String of(Evaluation evaluation, Explanation explanation) {
        Optional<String> told =
                evaluation.allowed()
                        ? sentence(explanation, RESOURCE)
                                .or(() -> sentence(explanation, Set.of(evaluation.decidedBy())))
                        : sentence(explanation, Set.of(evaluation.decidedBy()));
        return told.orElse(explanation.headline());
    }

    /// What one layer says of it; empty if it says nothing.
    static String of(Explanation explanation, Layer layer) {
        return sentence(explanation, Set.of(layer)).orElse("");
    }

    private static Optional<String> sentence(Explanation explanation, Set<Layer> layers) {
        return explanation.layers().stream()
                .filter(told -> layers.contains(told.layer()) && !told.sentence().isEmpty())
                .map(told -> told.name() + ": " + told.sentence())
                .findFirst();
    }
}
