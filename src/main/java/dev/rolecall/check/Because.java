package dev.rolecall.check;

import dev.rolecall.policy.Evaluation;
import dev.rolecall.policy.Evaluation.Layer;
import dev.rolecall.policy.Evaluation.LayerFinding;
import dev.rolecall.policy.Evaluation.Voice;
import dev.rolecall.policy.Explanation;
import dev.rolecall.policy.StatementFinding;
import dev.rolecall.policy.StatementFinding.Element;
import dev.rolecall.policy.StatementFinding.Test;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The reason of an answer in one phrase. For a yes it is the statement that gave it, that of the
/// resource's own policy first, since a check that minds a yes asks about that.
final class Because {
    private Because() {}

    static String of(World world, Evaluation evaluation) {
        Explanation explanation = world.why(evaluation);
        Optional<String> told =
                evaluation.allowed()
                        ? allowing(world, evaluation).or(() -> identityStatement(evaluation))
                        : explanation.layers().stream()
                                .filter(layer -> layer.layer() == evaluation.decidedBy())
                                .filter(layer -> !layer.sentence().isEmpty())
                                .map(layer -> layer.name() + ": " + layer.sentence())
                                .findFirst();
        return told.orElse(explanation.headline());
    }

    /// The statement of an identity policy that allows it; empty if there is none.
    static String identity(Evaluation evaluation) {
        return identityStatement(evaluation).orElse("");
    }

    private static Optional<String> identityStatement(Evaluation evaluation) {
        return first(evaluation, Layer.IDENTITY)
                .map(statement ->
                        "statement %d of %s allows it"
                                .formatted(statement.index() + 1, statement.policy().label()));
    }

    private static Optional<String> allowing(World world, Evaluation evaluation) {
        return Stream.of(Layer.TRUST, Layer.BUCKET)
                .flatMap(layer ->
                        first(evaluation, layer)
                                .map(statement -> sentence(world, layer, statement))
                                .stream())
                .findFirst();
    }

    private static Optional<StatementFinding> first(Evaluation evaluation, Layer layer) {
        return evaluation
                .layer(layer)
                .filter(f -> f.voice() == Voice.ALLOWS || f.voice() == Voice.DELEGATES)
                .map(LayerFinding::statements)
                .flatMap(statements -> statements.stream().findFirst());
    }

    private static String sentence(World world, Layer layer, StatementFinding statement) {
        String where = layer == Layer.TRUST ? "the trust policy" : "the bucket policy";
        return "statement %d of %s has Principal %s%s"
                .formatted(
                        statement.index() + 1,
                        where,
                        wanted(world, statement, Element.PRINCIPAL),
                        conditions(world, statement));
    }

    private static String conditions(World world, StatementFinding statement) {
        String conditions = wanted(world, statement, Element.CONDITION);
        String principal = wanted(world, statement, Element.PRINCIPAL);
        if (!conditions.isEmpty()) {
            return ", and its condition holds for them: " + conditions;
        }
        if (principal.equals("*")) {
            return ": everybody";
        }
        return principal.matches("[0-9]{12}|arn:[^,]*:root") ? ": the whole account" : "";
    }

    // Policies are kept with unique ids; people know ARNs.
    private static String wanted(World world, StatementFinding statement, Element element) {
        return statement.tests().stream()
                .filter(test -> test.element() == element)
                .map(Test::wanted)
                .flatMap(wanted -> Stream.of(wanted.split(", ")))
                .map(text -> world.names().arn(text).orElse(text))
                .collect(Collectors.joining(", "));
    }
}
