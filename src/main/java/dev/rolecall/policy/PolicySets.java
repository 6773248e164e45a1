package dev.rolecall.policy;

import dev.rolecall.json.Json;
import dev.rolecall.json.JsonValue.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Copies of a set of policies with one part changed.
final class PolicySets {
    private PolicySets() {}

    static PolicySet withIdentity(PolicySet old, List<AttachedPolicy> identity) {
        return new PolicySet(
                identity,
                old.resource(),
                old.boundary(),
                old.session(),
                old.serviceControl(),
                old.resourceControl());
    }

    static PolicySet withBoundary(PolicySet old, AttachedPolicy boundary) {
        return new PolicySet(
                old.identity(),
                old.resource(),
                Optional.of(boundary),
                old.session(),
                old.serviceControl(),
                old.resourceControl());
    }

    static PolicySet withSession(PolicySet old, List<AttachedPolicy> session) {
        return new PolicySet(
                old.identity(),
                old.resource(),
                old.boundary(),
                Optional.of(session),
                old.serviceControl(),
                old.resourceControl());
    }

    static PolicySet withControls(
            PolicySet old,
            List<List<AttachedPolicy>> service,
            List<List<AttachedPolicy>> resource) {
        return new PolicySet(
                old.identity(), old.resource(), old.boundary(), old.session(), service, resource);
    }

    static PolicySet map(PolicySet old, UnaryOperator<AttachedPolicy> change) {
        return new PolicySet(
                old.identity().stream().map(change).toList(),
                old.resource().map(change),
                old.boundary().map(change),
                old.session().map(list -> list.stream().map(change).toList()),
                old.serviceControl().stream().map(l -> l.stream().map(change).toList()).toList(),
                old.resourceControl().stream().map(l -> l.stream().map(change).toList()).toList());
    }

    /// The policy with other statements; version and id stay.
    static AttachedPolicy withStatements(AttachedPolicy policy, List<Object> statements) {
        Map<String, Object> document = new LinkedHashMap<>();
        if (policy.document().json() instanceof JsonObject old) {
            document.putAll(old.members());
        }
        document.put("Statement", statements);
        return new AttachedPolicy(
                policy.kind(),
                policy.label(),
                policy.arn(),
                PolicyDocument.parse(Json.write(document)));
    }
}
