package dev.rolecall.policy;

import dev.rolecall.json.Json;
import dev.rolecall.policy.Evaluation.Layer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Something that a person could change about policies or a request, as data: what an explanation
/// proposes can be tried.
public sealed interface Change {

    /// A request and the policies that answer it.
    record Question(AccessRequest request, PolicySet policies) {
        public Evaluation answer() {
            return PolicyEngine.evaluate(request, policies);
        }
    }

    /// Returns the question after the change.
    Question applyTo(Question question);

    /// One more statement in a layer's policies: in an existing policy of the layer, or in a new
    /// one.
    ///
    /// @param statement the statement, as a JSON object
    record AddStatement(Layer layer, String statement) implements Change {
        @Override
        public Question applyTo(Question question) {
            PolicySet old = question.policies();
            AttachedPolicy added = policy();
            PolicySet changed =
                    switch (layer) {
                        case IDENTITY -> PolicySets.withIdentity(old, plus(old.identity()));
                        case TRUST, BUCKET ->
                                old.withResource(
                                        Optional.of(
                                                old.resource().map(this::merged).orElse(added)));
                        case BOUNDARY ->
                                PolicySets.withBoundary(
                                        old, old.boundary().map(this::merged).orElse(added));
                        case SESSION ->
                                PolicySets.withSession(old, plus(old.session().orElse(List.of())));
                        case SERVICE_CONTROL ->
                                PolicySets.withControls(
                                        old,
                                        old.serviceControl().stream().map(this::plus).toList(),
                                        old.resourceControl());
                        case RESOURCE_CONTROL ->
                                PolicySets.withControls(
                                        old,
                                        old.serviceControl(),
                                        old.resourceControl().stream().map(this::plus).toList());
                        case ALWAYS, EXPLICIT_DENY -> old;
                    };
            return new Question(question.request(), changed);
        }

        private List<AttachedPolicy> plus(List<AttachedPolicy> policies) {
            List<AttachedPolicy> more = new ArrayList<>(policies);
            more.add(policy());
            return more;
        }

        private AttachedPolicy policy() {
            PolicyKind kind = PolicyKind.valueOf(layer.name());
            return new AttachedPolicy(kind, "the change", Optional.empty(), document());
        }

        private PolicyDocument document() {
            return PolicyDocument.parse(
                    "{\"Version\":\"2012-10-17\",\"Statement\":[" + statement + "]}");
        }

        private AttachedPolicy merged(AttachedPolicy policy) {
            List<Object> statements = new ArrayList<>();
            policy.document().statements().forEach(s -> statements.add(s.json()));
            statements.add(document().statements().getFirst().json());
            return PolicySets.withStatements(policy, statements);
        }
    }

    /// One statement less.
    record RemoveStatement(AttachedPolicy policy, int index) implements Change {
        @Override
        public Question applyTo(Question question) {
            return new Question(
                    question.request(), PolicySets.map(question.policies(), this::without));
        }

        private AttachedPolicy without(AttachedPolicy other) {
            if (!other.equals(policy)) {
                return other;
            }
            List<Object> rest = new ArrayList<>();
            for (Statement statement : policy.document().statements()) {
                if (statement.index() != index) {
                    rest.add(statement.json());
                }
            }
            return PolicySets.withStatements(policy, rest);
        }
    }

    /// Another value of a condition key in the request.
    record Send(String key, String value) implements Change {
        @Override
        public Question applyTo(Question question) {
            AccessRequest old = question.request();
            Context context = old.context().toBuilder().put(key, value).build();
            return new Question(
                    new AccessRequest(
                            old.principal(),
                            old.action(),
                            old.resource(),
                            old.resourceAccount(),
                            context),
                    question.policies());
        }
    }

    /// Writes the statement that allows exactly this request.
    ///
    /// @param principal the principal that it names, for a policy on a resource
    /// @param onResource whether it has a `Resource`: not in a trust policy
    static String allowing(
            AccessRequest request, Optional<Map<String, String>> principal, boolean onResource) {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("Effect", "Allow");
        principal.ifPresent(named -> statement.put("Principal", named));
        statement.put("Action", request.action());
        if (onResource) {
            statement.put("Resource", request.resource());
        }
        return Json.write(statement);
    }
}
