package dev.rolecall.policy;

import dev.rolecall.policy.Evaluation.Decision;
import dev.rolecall.policy.Evaluation.Layer;

/// The decision: this one page ("Policy evaluation logic", "Cross-account policy evaluation
/// logic").
record Verdict(Decision decision, Layer decidedBy) {

    static Verdict of(Ballot ballot) {
        if (ballot.needsNoPermission()) {
            return allow(Layer.ALWAYS);
        }
        if (ballot.rootAssumesRole()) {
            return new Verdict(Decision.EXPLICIT_DENY, Layer.ALWAYS);
        }
        if (ballot.denied()) {
            return new Verdict(Decision.EXPLICIT_DENY, Layer.EXPLICIT_DENY);
        }
        if (!ballot.everyLevelAllows(ballot.policies().serviceControl())) {
            return silent(Layer.SERVICE_CONTROL);
        }
        if (!ballot.everyLevelAllows(ballot.policies().resourceControl())) {
            return silent(Layer.RESOURCE_CONTROL);
        }
        Layer resource = ballot.resourceLayer();
        Grip grip = ballot.resource();
        if (!ballot.hasCallersSide()) {
            return grip == Grip.SELF ? allow(resource) : silent(resource);
        }
        if (ballot.crossAccount()) {
            return grip == Grip.NONE ? silent(resource) : callersSide(ballot);
        }
        return switch (grip) {
            case SELF -> allow(resource);
            case ENTITY -> limits(ballot, resource);
            case ACCOUNT -> callersSide(ballot);
            case NONE -> resource == Layer.TRUST ? silent(resource) : callersSide(ballot);
        };
    }

    /// The caller's own account must say yes.
    private static Verdict callersSide(Ballot ballot) {
        return ballot.identity() ? limits(ballot, Layer.IDENTITY) : silent(Layer.IDENTITY);
    }

    /// A yes stands unless a boundary or session policy keeps silent: they never grant.
    private static Verdict limits(Ballot ballot, Layer granting) {
        if (!ballot.boundary()) {
            return silent(Layer.BOUNDARY);
        }
        return ballot.session() ? allow(granting) : silent(Layer.SESSION);
    }

    private static Verdict allow(Layer layer) {
        return new Verdict(Decision.ALLOW, layer);
    }

    private static Verdict silent(Layer layer) {
        return new Verdict(Decision.IMPLICIT_DENY, layer);
    }
}
