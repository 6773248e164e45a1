package dev.rolecall.policy;

import dev.rolecall.policy.Evaluation.Layer;
import dev.rolecall.policy.Evaluation.LayerFinding;
import dev.rolecall.policy.Evaluation.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Gathers what each layer said, statement by statement, from the same ballot that was decided.
final class Reasons {
    private final Ballot ballot;
    private final PolicySet policies;

    private Reasons(Ballot ballot) {
        this.ballot = ballot;
        this.policies = ballot.policies();
    }

    static List<LayerFinding> of(Ballot ballot) {
        return new Reasons(ballot).layers();
    }

    private List<LayerFinding> layers() {
        List<LayerFinding> layers = new ArrayList<>();
        if (ballot.needsNoPermission()) {
            return List.of(new LayerFinding(Layer.ALWAYS, Voice.ALLOWS, List.of()));
        }
        if (ballot.rootAssumesRole()) {
            return List.of(new LayerFinding(Layer.ALWAYS, Voice.DENIES, List.of()));
        }
        layers.add(explicitDeny());
        addLevels(layers, Layer.SERVICE_CONTROL, policies.serviceControl());
        addLevels(layers, Layer.RESOURCE_CONTROL, policies.resourceControl());
        addResource(layers);
        if (ballot.hasCallersSide()) {
            layers.add(layer(Layer.IDENTITY, policies.identity(), ballot.identity()));
            policies.boundary()
                    .ifPresent(
                            p -> layers.add(layer(Layer.BOUNDARY, List.of(p), ballot.boundary())));
            addSession(layers);
        }
        return layers;
    }

    private LayerFinding explicitDeny() {
        List<StatementFinding> denies =
                Stream.of(
                                policies.serviceControl().stream().flatMap(List::stream),
                                policies.resourceControl().stream().flatMap(List::stream),
                                policies.resource().stream(),
                                policies.identity().stream(),
                                policies.boundary().stream(),
                                policies.session().stream().flatMap(List::stream))
                        .flatMap(each -> each)
                        .flatMap(this::denies)
                        .toList();
        return new LayerFinding(
                Layer.EXPLICIT_DENY, denies.isEmpty() ? Voice.SILENT : Voice.DENIES, denies);
    }

    private Stream<StatementFinding> denies(AttachedPolicy policy) {
        return policy.document().denies().stream()
                .filter(statement -> ballot.denies(policy, statement))
                .map(statement -> finding(policy, statement));
    }

    private void addLevels(
            List<LayerFinding> layers, Layer layer, List<List<AttachedPolicy>> levels) {
        if (!levels.isEmpty()) {
            List<AttachedPolicy> all = levels.stream().flatMap(List::stream).toList();
            layers.add(layer(layer, all, ballot.everyLevelAllows(levels)));
        }
    }

    private void addResource(List<LayerFinding> layers) {
        boolean needed =
                ballot.crossAccount()
                        || !ballot.hasCallersSide()
                        || ballot.resourceLayer() == Layer.TRUST;
        if (policies.resource().isPresent() || needed) {
            Grip grip = ballot.resource();
            LayerFinding plain =
                    layer(
                            ballot.resourceLayer(),
                            policies.resource().stream().toList(),
                            grip != Grip.NONE);
            boolean delegates = grip == Grip.ACCOUNT && plain.voice() == Voice.ALLOWS;
            layers.add(
                    delegates
                            ? new LayerFinding(plain.layer(), Voice.DELEGATES, plain.statements())
                            : plain);
        }
    }

    private void addSession(List<LayerFinding> layers) {
        if (policies.session().isPresent() || !ballot.session()) {
            List<AttachedPolicy> list = policies.session().orElse(List.of());
            layers.add(layer(Layer.SESSION, list, ballot.session()));
        }
    }

    private LayerFinding layer(Layer layer, List<AttachedPolicy> list, boolean allows) {
        List<StatementFinding> denies = list.stream().flatMap(this::denies).toList();
        if (!denies.isEmpty()) {
            return new LayerFinding(layer, Voice.DENIES, denies);
        }
        return allows
                ? new LayerFinding(layer, Voice.ALLOWS, allowing(list))
                : new LayerFinding(layer, Voice.SILENT, NearestMiss.order(missing(list)));
    }

    private List<StatementFinding> allowing(List<AttachedPolicy> list) {
        return allows(list, StatementFinding::matches);
    }

    private List<StatementFinding> missing(List<AttachedPolicy> list) {
        return allows(list, finding -> !finding.matches());
    }

    private List<StatementFinding> allows(
            List<AttachedPolicy> list, Predicate<StatementFinding> wanted) {
        return list.stream()
                .flatMap(p -> p.document().allows().stream().map(s -> finding(p, s)))
                .filter(wanted)
                .toList();
    }

    private StatementFinding finding(AttachedPolicy policy, Statement statement) {
        return Examination.of(policy, statement, ballot.asked());
    }
}
