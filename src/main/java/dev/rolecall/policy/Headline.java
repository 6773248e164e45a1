package dev.rolecall.policy;

import dev.rolecall.policy.Evaluation.Layer;
import dev.rolecall.policy.Evaluation.LayerFinding;
import dev.rolecall.policy.Evaluation.Voice;

/// The answer and its reason in one phrase.
final class Headline {
    private final Evaluation evaluation;
    private final String who;

    private Headline(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.who = Wording.holder(evaluation.request().principal());
    }

    static String of(Evaluation evaluation) {
        Headline headline = new Headline(evaluation);
        return switch (evaluation.decision()) {
            case ALLOW -> "ALLOW, because " + headline.yes();
            case EXPLICIT_DENY -> "DENY, because " + headline.explicitNo();
            case IMPLICIT_DENY -> "DENY, because " + headline.silence();
        };
    }

    private String yes() {
        return switch (evaluation.decidedBy()) {
            case ALWAYS -> "this action needs no permission";
            case TRUST, BUCKET -> "the " + Wording.layer(evaluation.decidedBy()) + " names " + who;
            default -> {
                if (evaluation.request().crossAccount()) {
                    yield "both accounts say yes";
                }
                yield evaluation.request().principal() instanceof Principal.Root
                        ? "the root user may do everything in its own account"
                        : "a policy on " + who + " says yes";
            }
        };
    }

    private String explicitNo() {
        return evaluation.decidedBy() == Layer.ALWAYS
                ? "roles may not be assumed by root accounts"
                : "a statement says no, and that outweighs every yes";
    }

    private String silence() {
        return switch (evaluation.decidedBy()) {
            case SERVICE_CONTROL, RESOURCE_CONTROL ->
                    "the organization's " + Wording.layer(evaluation.decidedBy()) + " are silent";
            case BOUNDARY -> "the permissions boundary is silent";
            case SESSION ->
                    evaluation.policies().session().isPresent()
                            ? "the session policy is silent"
                            : "a federated session without a session policy has no rights";
            case TRUST, BUCKET -> says(Layer.IDENTITY) ? "one of two sides is silent" : nobody();
            case IDENTITY ->
                    says(Layer.TRUST) || says(Layer.BUCKET)
                            ? "one of two sides is silent"
                            : nobody();
            case ALWAYS, EXPLICIT_DENY -> throw new IllegalStateException("not silent");
        };
    }

    private static String nobody() {
        return "nobody said yes";
    }

    private boolean says(Layer layer) {
        return evaluation
                .layer(layer)
                .map(LayerFinding::voice)
                .filter(voice -> voice == Voice.ALLOWS || voice == Voice.DELEGATES)
                .isPresent();
    }
}
