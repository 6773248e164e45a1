package dev.rolecall.policy;

import dev.rolecall.policy.Change.Question;
import dev.rolecall.policy.Evaluation.Layer;
import dev.rolecall.policy.Evaluation.LayerFinding;
import dev.rolecall.policy.Evaluation.Voice;
import dev.rolecall.policy.Explanation.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks for what would make a no a yes. Every proposal is tried before it is made.
final class Remedies {
    private final Evaluation evaluation;
    private final AccessRequest request;
    private final Question question;
    private final String holder;

    Remedies(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.request = evaluation.request();
        this.question = new Question(request, evaluation.policies());
        this.holder = Wording.holder(request.principal());
    }

    /// The changes of which each one suffices.
    List<Suggestion> single() {
        if (evaluation.allowed()) {
            return List.of();
        }
        return candidates().stream()
                .filter(each -> each.change().applyTo(question).answer().allowed())
                .toList();
    }

    /// The fewest changes found that suffice together; none if nothing here does.
    List<Suggestion> together() {
        List<Suggestion> all = new ArrayList<>(candidates());
        if (evaluation.allowed() || !allowedAfter(all)) {
            return List.of();
        }
        for (Suggestion each : List.copyOf(all)) {
            List<Suggestion> fewer = all.stream().filter(s -> !s.equals(each)).toList();
            if (allowedAfter(fewer)) {
                all = new ArrayList<>(fewer);
            }
        }
        return List.copyOf(all);
    }

    private boolean allowedAfter(List<Suggestion> changes) {
        Question changed = question;
        for (Suggestion each : changes) {
            changed = each.change().applyTo(changed);
        }
        return changed.answer().allowed();
    }

    private List<Suggestion> candidates() {
        List<Suggestion> candidates = new ArrayList<>(conditions());
        evaluation.layer(Layer.EXPLICIT_DENY).stream()
                .flatMap(finding -> finding.statements().stream())
                .map(this::without)
                .forEach(candidates::add);
        for (Layer layer : List.of(Layer.SERVICE_CONTROL, Layer.RESOURCE_CONTROL)) {
            if (isSilent(layer)) {
                candidates.add(
                        adding(
                                layer,
                                "allow "
                                        + request.action()
                                        + " in the "
                                        + Wording.layer(layer)
                                        + ", at every level"));
            }
        }
        resource().ifPresent(candidates::add);
        identity().ifPresent(candidates::add);
        if (isSilent(Layer.BOUNDARY)) {
            candidates.add(
                    adding(
                            Layer.BOUNDARY,
                            "allow "
                                    + request.action()
                                    + " in the permissions boundary of "
                                    + holder));
        }
        if (isSilent(Layer.SESSION)) {
            candidates.add(
                    adding(
                            Layer.SESSION,
                            "make the session with a session policy that allows "
                                    + request.action()));
        }
        return candidates;
    }

    private boolean isSilent(Layer layer) {
        return evaluation
                .layer(layer)
                .map(LayerFinding::voice)
                .filter(v -> v == Voice.SILENT)
                .isPresent();
    }

    /// A statement that only conditions keep from matching: what the request would have to carry.
    private List<Suggestion> conditions() {
        return evaluation.layers().stream()
                .filter(layer -> layer.voice() == Voice.SILENT)
                .flatMap(layer ->
                        layer.statements().stream()
                                .flatMap(f ->
                                        ConditionRemedy.of(f, request)
                                                .map(r -> suggestion(layer, r))
                                                .stream()))
                .toList();
    }

    private static Suggestion suggestion(LayerFinding layer, ConditionRemedy remedy) {
        return new Suggestion(layer.layer(), remedy.sentence(), remedy.change());
    }

    private Suggestion without(StatementFinding deny) {
        return new Suggestion(
                Layer.EXPLICIT_DENY,
                "remove " + Wording.statement(deny),
                new Change.RemoveStatement(deny.policy(), deny.index()));
    }

    private Suggestion adding(Layer layer, String sentence) {
        Optional<Map<String, String>> principal =
                layer == Layer.RESOURCE_CONTROL
                        ? Optional.of(Map.of("AWS", "*"))
                        : Optional.empty();
        String statement = Change.allowing(request, principal, true);
        return new Suggestion(layer, sentence, new Change.AddStatement(layer, statement));
    }

    private Optional<Suggestion> resource() {
        boolean role = request.action().startsWith("sts:AssumeRole");
        boolean bucket = request.resource().startsWith("arn:aws:s3:::");
        Optional<Map<String, String>> principal = principal();
        if ((!role && !bucket) || principal.isEmpty()) {
            return Optional.empty();
        }
        Layer layer = role ? Layer.TRUST : Layer.BUCKET;
        String sentence =
                role
                        ? "name " + holder + " in the trust policy"
                        : "allow " + request.action() + " to " + holder + " in the bucket policy";
        return Optional.of(
                new Suggestion(
                        layer,
                        sentence,
                        new Change.AddStatement(
                                layer, Change.allowing(request, principal, !role))));
    }

    private Optional<Map<String, String>> principal() {
        return switch (request.principal()) {
            case Principal.User _, Principal.RoleSession _, Principal.FederatedUser _ ->
                    Optional.of(Map.of("AWS", request.principal().principalArn()));
            case Principal.Root root -> Optional.of(Map.of("AWS", root.account()));
            case Principal.Service service -> Optional.of(Map.of("Service", service.name()));
            case Principal.Provider provider -> Optional.of(Map.of("Federated", provider.name()));
            case Principal.Anonymous _ -> Optional.of(Map.of("AWS", "*"));
        };
    }

    private Optional<Suggestion> identity() {
        boolean holds =
                request.principal() instanceof Principal.User
                        || request.principal() instanceof Principal.RoleSession
                        || request.principal() instanceof Principal.FederatedUser;
        if (!holds || !isSilent(Layer.IDENTITY)) {
            return Optional.empty();
        }
        boolean one =
                evaluation.layer(Layer.TRUST).or(() -> evaluation.layer(Layer.BUCKET)).isEmpty();
        String on = request.resource().equals("*") ? "" : " on " + resourceHere();
        String sentence =
                one
                        ? "a statement on " + holder + " that allows " + request.action() + on
                        : "allow " + request.action() + on + " to " + holder;
        return Optional.of(adding(Layer.IDENTITY, sentence));
    }

    /// The resource that is already named in the headline of the explanation.
    private String resourceHere() {
        String text = Wording.resource(request);
        int space = text.indexOf(' ');
        return space < 0 ? text : "this " + text.substring(0, space);
    }
}
