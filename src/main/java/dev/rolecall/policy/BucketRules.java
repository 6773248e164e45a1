package dev.rolecall.policy;

import dev.rolecall.json.JsonValue;
import dev.rolecall.json.JsonValue.JsonObject;
import dev.rolecall.json.JsonValue.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The checks of a bucket policy. S3 looks further than IAM: actions must be S3's and fit the
/// resources, resources must be this bucket's, and conditions must fit both.
final class BucketRules {
    private static final int MOST_BYTES = 20_480;

    private final ResourcePolicyForm form = new ResourcePolicyForm("Invalid policy syntax.");
    private final String bucketArn;
    private final PrincipalNames names;
    private final PrincipalRules principals;

    BucketRules(String bucketArn, PrincipalNames names) {
        this.bucketArn = bucketArn;
        this.names = names;
        this.principals = new PrincipalRules(names);
    }

    /// Returns the text to store, in S3's own layout.
    ///
    /// @throws Refused with S3's message
    String stored(String text) {
        if (!text.startsWith("{")) {
            throw Refused.because("Policies must be valid JSON and the first byte must be '{'");
        }
        JsonObject document = ResourcePolicyForm.document(text);
        List<JsonObject> statements = form.statements(document);
        for (int i = 0; i < statements.size(); i++) {
            statement(i, statements.get(i));
        }
        form.uniqueSids(statements);
        String normal = BucketPolicyText.normalized(document);
        if (normal.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw Refused.because(
                    "Normalized policy document exceeds the maximum allowed size of "
                            + MOST_BYTES
                            + " bytes");
        }
        return PrincipalTexts.stored(normal, ResourcePolicyForm.document(normal), names);
    }

    private void statement(int index, JsonObject statement) {
        form.onlyElements(statement);
        Effect effect = form.effect(statement);
        principal(statement, effect);
        form.requireOneOf(statement, "Action");
        form.requireOneOf(statement, "Resource");
        List<String> actions = form.strings(statement, "Action");
        actions.forEach(BucketRules::action);
        form.strings(statement, "NotAction").forEach(BucketRules::action);
        List<String> resources = form.strings(statement, "Resource");
        resources.forEach(this::resource);
        form.strings(statement, "NotResource").forEach(this::resource);
        String name =
                form.strings(statement, "Sid").stream()
                        .filter(sid -> !sid.isEmpty())
                        .findFirst()
                        .orElse("NO_ID-" + index);
        boolean restricted = statement.members().containsKey("Resource");
        actions.stream().filter(_ -> restricted).forEach(a -> applies(a, resources, name));
        new BucketConditionRules(actions, resources).check(form.conditions(statement));
    }

    private void principal(JsonObject statement, Effect effect) {
        boolean negated = statement.members().containsKey("NotPrincipal");
        form.requireOneOf(statement, "Principal");
        if (negated && effect == Effect.ALLOW) {
            throw Refused.because("Allow with NotPrincipal is not allowed.");
        }
        JsonValue value = statement.members().get(negated ? "NotPrincipal" : "Principal");
        if (value instanceof JsonString string && string.value().equals("*")) {
            return;
        }
        if (!(value instanceof JsonObject kinds)) {
            throw form.syntax();
        }
        if (kinds.members().keySet().stream().allMatch(k -> form.strings(kinds, k).isEmpty())) {
            throw Refused.because("Missing required field Principal cannot be empty!");
        }
        for (String kind : kinds.members().keySet()) {
            form.strings(kinds, kind).forEach(name -> principal(kind, name));
        }
    }

    private void principal(String kind, String name) {
        boolean known =
                switch (kind) {
                    case "AWS" -> principals.isKnown(name);
                    case "Service" -> PrincipalRules.isService(name);
                    case "Federated" -> PrincipalRules.isProvider(name);
                    case "CanonicalUser" -> name.length() == 64;
                    default -> false;
                };
        if (!known) {
            throw Refused.because(
                    "Invalid principal in policy", "\"" + kind + "\" : \"" + name + "\"");
        }
    }

    private static void action(String action) {
        boolean everything = action.equals("*");
        if (!everything && S3Actions.named(action).isEmpty()) {
            throw Refused.because("Policy has invalid action", action);
        }
    }

    private void resource(String resource) {
        if (!resource.equals(bucketArn) && !resource.startsWith(bucketArn + "/")) {
            throw Refused.because("Policy has invalid resource", resource);
        }
    }

    private void applies(String action, List<String> resources, String statement) {
        boolean applies =
                S3Actions.named(action).stream()
                        .anyMatch(a ->
                                resources.stream()
                                        .anyMatch(r -> onObject(r) ? a.onObject() : a.onBucket()));
        if (!applies) {
            throw Refused.because(
                    "Action does not apply to any resource(s) in statement",
                    "Action \"" + action + "\" in Statement \"" + statement + "\"");
        }
    }

    static boolean onObject(String resource) {
        return resource.indexOf('/') >= 0;
    }
}
