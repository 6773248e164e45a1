package dev.rolecall.policy;

import dev.rolecall.json.JsonValue;
import dev.rolecall.json.JsonValue.JsonObject;
import dev.rolecall.json.JsonValue.JsonString;
import java.util.List;
import java.util.Locale;

/// The checks of a trust policy: statement by statement, each Effect, NotPrincipal, Principal,
/// Condition, Action, Resource.
final class TrustRules {
    private static final List<String> ACTIONS =
            List.of(
                    "sts:assumerole",
                    "sts:assumerolewithsaml",
                    "sts:assumerolewithwebidentity",
                    "sts:tagsession",
                    "sts:setsourceidentity",
                    "sts:setcontext");

    private final ResourcePolicyForm form = new ResourcePolicyForm("Syntax error in policy.");
    private final PrincipalNames names;
    private final PrincipalRules principals;

    TrustRules(PrincipalNames names) {
        this.names = names;
        this.principals = new PrincipalRules(names);
    }

    /// Returns the text to store.
    ///
    /// @throws Refused with IAM's message
    String stored(String text) {
        JsonObject document = ResourcePolicyForm.document(text);
        List<JsonObject> statements = form.statements(document);
        statements.forEach(this::statement);
        form.uniqueSids(statements);
        return PrincipalTexts.stored(text, document, names);
    }

    private void statement(JsonObject statement) {
        Effect effect = form.effect(statement);
        if (statement.members().containsKey("NotPrincipal")) {
            throw Refused.because(
                    effect == Effect.ALLOW
                            ? "Allow with NotPrincipal is not allowed."
                            : "AssumeRole policy must not contain NotPrincipal field.");
        }
        JsonObject principal = principal(statement);
        List<Condition> conditions = form.conditions(statement);
        if (conditions.stream().anyMatch(c -> c.name().operator().isEmpty())) {
            throw form.syntax();
        }
        form.onlyElements(statement);
        action(statement);
        resource(statement);
        if (effect == Effect.ALLOW) {
            SharedProviderRules.check(form.strings(principal, "Federated"), conditions);
        }
    }

    private JsonObject principal(JsonObject statement) {
        ResourcePolicyForm.require(statement, "Principal");
        JsonValue value = statement.members().get("Principal");
        if (value instanceof JsonString string && string.value().equals("*")) {
            throw Refused.because(
                    "AssumeRolepolicy contained an invalid principal: \"STAR\":\"*\".");
        }
        if (!(value instanceof JsonObject kinds)) {
            throw Refused.because("Principal must be a JSON object.");
        }
        if (kinds.members().keySet().stream().allMatch(k -> form.strings(kinds, k).isEmpty())) {
            throw Refused.because("Missing required field Principal cannot be empty!");
        }
        for (String kind : kinds.members().keySet()) {
            form.strings(kinds, kind).forEach(name -> principal(kind, name));
        }
        return kinds;
    }

    private void principal(String kind, String name) {
        String key = kind.toUpperCase(Locale.ROOT);
        switch (kind) {
            case "AWS" -> invalidUnless(principals.isKnown(name), key, name);
            case "Service" -> invalidUnless(PrincipalRules.isService(name), key, name);
            case "Federated" -> {
                if (!PrincipalRules.isProvider(name)) {
                    throw Refused.because(
                            "Federated principals must be valid domain names or SAML metadata"
                                    + " ARNs");
                }
            }
            default -> throw Refused.because("Invalid principal in policy: \"" + key + "\"");
        }
    }

    private static void invalidUnless(boolean known, String key, String name) {
        if (!known) {
            throw Refused.because("Invalid principal in policy: \"" + key + "\":\"" + name + "\"");
        }
    }

    private void action(JsonObject statement) {
        form.requireOneOf(statement, "Action");
        List<String> actions = form.strings(statement, "Action");
        boolean negated = statement.members().containsKey("NotAction");
        if (!negated && actions.isEmpty()) {
            throw Refused.because("Missing required field Action");
        }
        if (negated || !actions.stream().allMatch(TrustRules::assumes)) {
            throw Refused.because("AssumeRole policy may only specify STS AssumeRole actions.");
        }
    }

    /// `sts:*` names more than the actions that assume a role, and is refused like `*`.
    private static boolean assumes(String action) {
        String lower = action.toLowerCase(Locale.ROOT);
        Glob glob = Glob.pattern(lower);
        return lower.startsWith("sts:")
                && !lower.equals("sts:*")
                && ACTIONS.stream().anyMatch(glob::matches);
    }

    private static void resource(JsonObject statement) {
        if (statement.members().containsKey("Resource")) {
            throw Refused.because("Has prohibited field Resource");
        }
        if (statement.members().containsKey("NotResource")) {
            throw Refused.because("AssumeRole policy must not contain resources.");
        }
    }
}
