package dev.rolecall.check;

import dev.rolecall.check.Statements.Sketch;
import dev.rolecall.check.Statements.Test;
import dev.rolecall.json.Json;
import dev.rolecall.policy.AccessRequest;
import dev.rolecall.policy.AttachedPolicy;
import dev.rolecall.policy.Context;
import dev.rolecall.policy.Evaluation;
import dev.rolecall.policy.Evaluation.Layer;
import dev.rolecall.policy.PolicyDocument;
import dev.rolecall.policy.PolicyEngine;
import dev.rolecall.policy.PolicyKind;
import dev.rolecall.policy.PolicySet;
import dev.rolecall.policy.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A part of a statement, made a policy of its own and put to the engine: what cannot come out true
/// alone cannot in the whole.
final class Probe {
    private static final Principal SOMEBODY =
            new Principal.User("111111111111", "/", "somebody", "AIDASOMEBODY");
    private static final AttachedPolicy EVERYTHING =
            attached(PolicyKind.IDENTITY, "Allow", Map.of("Action", "*", "Resource", "*"), true);

    private final AttachedPolicy policy;
    private final boolean denies;

    private Probe(AttachedPolicy policy, boolean denies) {
        this.policy = policy;
        this.denies = denies;
    }

    /// One condition.
    static Probe of(Test test) {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("Action", "*");
        statement.put("Resource", "*");
        statement.put("Condition", Map.of(test.operator(), Map.of(test.name(), test.values())));
        String effect = test.denies() ? "Deny" : "Allow";
        return new Probe(
                attached(PolicyKind.IDENTITY, effect, statement, test.variables()), test.denies());
    }

    /// All of an Allow but its conditions.
    static Probe bare(Sketch allow, PolicyKind kind) {
        Map<String, Object> statement = new LinkedHashMap<>(allow.json().members());
        statement.remove("Condition");
        statement.remove("Effect");
        return new Probe(attached(kind, "Allow", statement, allow.variables()), false);
    }

    /// Whether the condition counts as fulfilled.
    boolean holds(Context context) {
        return holds(new AccessRequest(SOMEBODY, "x:x", "*", "", context));
    }

    /// Whether the statement would allow it, as far as it decides: what the other side says does
    /// not count.
    boolean holds(AccessRequest request) {
        Evaluation evaluation = PolicyEngine.evaluate(request, policies());
        return denies
                ? evaluation.decision() == Evaluation.Decision.EXPLICIT_DENY
                : evaluation.allowed() || isOfOthers(evaluation.decidedBy());
    }

    private boolean isOfOthers(Layer decidedBy) {
        return policy.kind() == PolicyKind.IDENTITY
                && (decidedBy == Layer.TRUST || decidedBy == Layer.BUCKET);
    }

    // A bucket policy's yes to the account would be the identity policies' to give: that it may be
    // one is left to the question itself.
    private PolicySet policies() {
        return switch (policy.kind()) {
            case TRUST, BUCKET, RESOURCE_CONTROL ->
                    PolicySet.ofIdentity(List.of(EVERYTHING)).withResource(Optional.of(policy));
            case IDENTITY, BOUNDARY, SESSION, SERVICE_CONTROL ->
                    PolicySet.ofIdentity(denies ? List.of(EVERYTHING, policy) : List.of(policy));
        };
    }

    private static AttachedPolicy attached(
            PolicyKind kind, String effect, Map<String, ?> statement, boolean variables) {
        Map<String, Object> whole = new LinkedHashMap<>(statement);
        whole.put("Effect", effect);
        String version = variables ? "2012-10-17" : "2008-10-17";
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("Version", version);
        document.put("Statement", List.of(whole));
        return new AttachedPolicy(
                kind, "", Optional.empty(), PolicyDocument.parse(Json.write(document)));
    }
}
