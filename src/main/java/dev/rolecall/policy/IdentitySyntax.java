package dev.rolecall.policy;

import dev.rolecall.json.Json;
import dev.rolecall.json.JsonProblem;
import dev.rolecall.json.JsonValue;
import dev.rolecall.json.JsonValue.JsonArray;
import dev.rolecall.json.JsonValue.JsonObject;
import dev.rolecall.json.JsonValue.JsonString;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The first stage of IAM's checks: JSON, and the grammar. Whatever is wrong has one message.
final class IdentitySyntax {
    private static final Set<String> TOP = Set.of("Version", "Id", "Statement");
    private static final Set<String> VERSIONS = Set.of("2008-10-17", "2012-10-17");
    private static final Set<String> EFFECTS = Set.of("allow", "deny");
    private static final List<String> LISTS =
            List.of("Action", "NotAction", "Resource", "NotResource");

    private IdentitySyntax() {}

    /// @throws Refused if the text is no JSON object that follows the grammar
    static JsonObject document(String text) {
        JsonObject document = object(parsed(text));
        require(TOP.containsAll(document.members().keySet()));
        JsonValue version = document.members().get("Version");
        require(version == null || VERSIONS.contains(string(version)));
        require(isStringOrAbsent(document, "Id"));
        List<JsonObject> statements = statements(document);
        require(!statements.isEmpty());
        statements.forEach(IdentitySyntax::statement);
        return document;
    }

    static List<JsonObject> statements(JsonObject document) {
        return DocumentParser.list(document, "Statement").stream()
                .map(IdentitySyntax::object)
                .toList();
    }

    private static JsonValue parsed(String text) {
        try {
            return Json.parse(text);
        } catch (JsonProblem e) {
            throw refused();
        }
    }

    private static void statement(JsonObject statement) {
        require(DocumentParser.ELEMENTS.containsAll(statement.members().keySet()));
        JsonValue effect = statement.members().get("Effect");
        require(effect != null && EFFECTS.contains(string(effect).toLowerCase(Locale.ROOT)));
        require(isStringOrAbsent(statement, "Sid"));
        LISTS.forEach(name -> list(statement, name));
        require(!has(statement, "Action") || !has(statement, "NotAction"));
        require(!has(statement, "Resource") || !has(statement, "NotResource"));
        require(!has(statement, "Principal") || !has(statement, "NotPrincipal"));
        condition(statement);
    }

    private static void list(JsonObject statement, String name) {
        DocumentParser.list(statement, name).forEach(IdentitySyntax::string);
    }

    private static void condition(JsonObject statement) {
        JsonValue block = statement.members().get("Condition");
        if (block != null) {
            object(block).members().values().forEach(IdentitySyntax::keys);
            require(
                    conditions(statement).stream()
                            .allMatch(condition -> condition.name().operator().isPresent()));
        }
    }

    private static void keys(JsonValue keys) {
        for (JsonValue operand : object(keys).members().values()) {
            List<JsonValue> values =
                    operand instanceof JsonArray array ? array.elements() : List.of(operand);
            require(values.stream().allMatch(v -> DocumentParser.text(v).isPresent()));
        }
    }

    /// The conditions of a statement. An operator without a key is none, whatever its name: IAM
    /// accepts `"Condition": {"a": {}}`.
    static List<Condition> conditions(JsonObject statement) {
        return DocumentParser.conditions(statement, true);
    }

    private static boolean has(JsonObject object, String name) {
        return object.members().containsKey(name);
    }

    private static boolean isStringOrAbsent(JsonObject object, String name) {
        return !has(object, name) || object.members().get(name) instanceof JsonString;
    }

    private static JsonObject object(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw refused();
    }

    private static String string(JsonValue value) {
        if (value instanceof JsonString string) {
            return string.value();
        }
        throw refused();
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw refused();
        }
    }

    private static Refused refused() {
        return Refused.because("Syntax errors in policy.");
    }
}
