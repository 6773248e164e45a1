package dev.rolecall.policy;

import dev.rolecall.json.JsonValue;
import dev.rolecall.json.JsonValue.JsonArray;
import dev.rolecall.json.JsonValue.JsonBoolean;
import dev.rolecall.json.JsonValue.JsonNull;
import dev.rolecall.json.JsonValue.JsonNumber;
import dev.rolecall.json.JsonValue.JsonObject;
import dev.rolecall.json.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Compiles the statements of a document. It refuses nothing: what it cannot read it marks, and the
/// statement then counts as a Deny only.
final class DocumentParser {
    static final Set<String> ELEMENTS =
            Set.of(
                    "Sid",
                    "Effect",
                    "Principal",
                    "NotPrincipal",
                    "Action",
                    "NotAction",
                    "Resource",
                    "NotResource",
                    "Condition");

    private final boolean variables;

    private DocumentParser(boolean variables) {
        this.variables = variables;
    }

    static List<Statement> statements(JsonValue json) {
        if (!(json instanceof JsonObject document)) {
            return List.of();
        }
        boolean variables =
                document.members().get("Version") instanceof JsonString version
                        && version.value().equals("2012-10-17");
        DocumentParser parser = new DocumentParser(variables);
        List<Statement> statements = new ArrayList<>();
        for (JsonValue each : list(document, "Statement")) {
            if (each instanceof JsonObject statement) {
                statements.add(parser.statement(statements.size(), statement));
            }
        }
        return List.copyOf(statements);
    }

    /// The values of a member that may be one value or an array of them.
    static List<JsonValue> list(JsonObject object, String name) {
        return switch (object.members().get(name)) {
            case null -> List.of();
            case JsonArray array -> array.elements();
            case JsonValue one -> List.of(one);
        };
    }

    private Statement statement(int index, JsonObject json) {
        return new Statement(
                index,
                json,
                json.members().get("Sid") instanceof JsonString sid ? sid.value() : "",
                effect(json),
                principals(json),
                either(json, "Action").map(n -> Patterns.actions(n.negated(), n.texts())),
                either(json, "Resource")
                        .map(n -> Patterns.resources(n.negated(), n.texts(), variables)),
                conditions(json, variables),
                flaw(json));
    }

    private static Effect effect(JsonObject json) {
        boolean deny =
                json.members().get("Effect") instanceof JsonString effect
                        && effect.value().equalsIgnoreCase("Deny");
        return deny ? Effect.DENY : Effect.ALLOW;
    }

    private record Named(boolean negated, List<String> texts) {}

    private static Optional<Named> either(JsonObject json, String name) {
        boolean negated = json.members().containsKey("Not" + name);
        String form = negated ? "Not" + name : name;
        List<JsonValue> values = list(json, form);
        List<String> texts = texts(values);
        boolean readable = json.members().containsKey(form) && texts.size() == values.size();
        return readable ? Optional.of(new Named(negated, texts)) : Optional.empty();
    }

    private static List<String> texts(List<JsonValue> values) {
        return values.stream().flatMap(value -> text(value).stream()).toList();
    }

    /// A string, and what conditions take in its place: a number or a truth value without quotes.
    static Optional<String> text(JsonValue value) {
        return switch (value) {
            case JsonString string -> Optional.of(string.value());
            case JsonNumber number -> Optional.of(number.text());
            case JsonBoolean truth -> Optional.of(String.valueOf(truth.value()));
            case JsonNull _, JsonArray _, JsonObject _ -> Optional.empty();
        };
    }

    private static Optional<Principals> principals(JsonObject json) {
        boolean negated = json.members().containsKey("NotPrincipal");
        return switch (json.members().get(negated ? "NotPrincipal" : "Principal")) {
            case null -> Optional.empty();
            case JsonObject kinds -> Optional.of(principals(negated, kinds));
            case JsonString star when star.value().equals("*") ->
                    Optional.of(
                            new Principals(
                                    negated, List.of("*"), List.of(new PrincipalName.Everyone())));
            case JsonValue _ -> Optional.empty();
        };
    }

    private static Principals principals(boolean negated, JsonObject kinds) {
        List<String> texts = new ArrayList<>();
        List<PrincipalName> names = new ArrayList<>();
        for (String kind : kinds.members().keySet()) {
            for (String value : texts(list(kinds, kind))) {
                texts.add(value);
                names.add(PrincipalName.of(kind, value));
            }
        }
        return new Principals(negated, texts, names);
    }

    static List<Condition> conditions(JsonObject json, boolean variables) {
        List<Condition> conditions = new ArrayList<>();
        if (json.members().get("Condition") instanceof JsonObject block) {
            for (Map.Entry<String, JsonValue> operator : block.members().entrySet()) {
                if (operator.getValue() instanceof JsonObject keys) {
                    for (String key : keys.members().keySet()) {
                        List<String> texts = texts(list(keys, key));
                        conditions.add(new Condition(operator.getKey(), key, texts, variables));
                    }
                }
            }
        }
        return conditions;
    }

    private static Optional<String> flaw(JsonObject json) {
        for (String name : json.members().keySet()) {
            if (!ELEMENTS.contains(name)) {
                return Optional.of("`" + name + "` is no element of a statement");
            }
        }
        for (String name : List.of("Action", "Resource", "Principal")) {
            if (json.members().containsKey(name) && json.members().containsKey("Not" + name)) {
                return Optional.of("`" + name + "` stands beside `Not" + name + "`");
            }
        }
        if (!readableEffect(json)) {
            return Optional.of("`Effect` is neither Allow nor Deny");
        }
        return readableCondition(json)
                ? Optional.empty()
                : Optional.of("the condition cannot be read");
    }

    private static boolean readableEffect(JsonObject json) {
        return json.members().get("Effect") instanceof JsonString effect
                && Set.of("allow", "deny").contains(effect.value().toLowerCase(Locale.ROOT));
    }

    private static boolean readableCondition(JsonObject json) {
        return switch (json.members().get("Condition")) {
            case null -> true;
            case JsonObject block ->
                    block.members().values().stream().allMatch(DocumentParser::readableKeys);
            case JsonValue _ -> false;
        };
    }

    private static boolean readableKeys(JsonValue value) {
        return value instanceof JsonObject keys
                && keys.members().keySet().stream()
                        .flatMap(key -> list(keys, key).stream())
                        .allMatch(operand -> text(operand).isPresent());
    }
}
