package dev.rolecall.policy;

import dev.rolecall.json.Json;
import dev.rolecall.json.JsonProblem;
import dev.rolecall.json.JsonValue;
import dev.rolecall.json.JsonValue.JsonArray;
import dev.rolecall.json.JsonValue.JsonNull;
import dev.rolecall.json.JsonValue.JsonObject;
import dev.rolecall.json.JsonValue.JsonString;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the parser of policies on resources, which IAM's trust policies and S3's bucket policies
/// share, wants of every document.
final class ResourcePolicyForm {
    private static final Set<String> VERSIONS = Set.of("2008-10-17", "2012-10-17");
    private static final Set<String> TOP = Set.of("Version", "Id", "Statement");

    private final String syntaxMessage;

    /// @param syntaxMessage what the service says of a grammar error that has no text of its own
    ResourcePolicyForm(String syntaxMessage) {
        this.syntaxMessage = syntaxMessage;
    }

    static JsonObject document(String text) {
        try {
            if (Json.parse(text) instanceof JsonObject object) {
                return object;
            }
        } catch (JsonProblem e) {
            // The same answer as for JSON that is no object.
        }
        throw Refused.because("This policy contains invalid Json");
    }

    List<JsonObject> statements(JsonObject document) {
        JsonValue version = document.members().get("Version");
        if (version != null
                && !(version instanceof JsonString text && VERSIONS.contains(text.value()))) {
            throw Refused.because("The policy must contain a valid version string");
        }
        if (!TOP.containsAll(document.members().keySet())) {
            throw syntax();
        }
        require(document, "Statement");
        List<JsonValue> statements = DocumentParser.list(document, "Statement");
        if (statements.isEmpty()) {
            throw Refused.because("Could not parse the policy: Statement is empty!");
        }
        return statements.stream().map(this::object).toList();
    }

    JsonObject object(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw syntax();
    }

    static void require(JsonObject object, String name) {
        if (!object.members().containsKey(name)) {
            throw Refused.because("Missing required field " + name);
        }
    }

    /// Returns the values of a member, which must be one string or an array of them.
    List<String> strings(JsonObject object, String name) {
        return DocumentParser.list(object, name).stream()
                .map(value -> {
                    if (value instanceof JsonString string) {
                        return string.value();
                    }
                    throw syntax();
                })
                .toList();
    }

    Effect effect(JsonObject statement) {
        require(statement, "Effect");
        List<String> texts = strings(statement, "Effect");
        String text = texts.isEmpty() ? "" : texts.getFirst();
        return switch (text) {
            case "Allow" -> Effect.ALLOW;
            case "Deny" -> Effect.DENY;
            default -> throw Refused.because("Invalid effect: " + text);
        };
    }

    /// Either form of an element, never both.
    void requireOneOf(JsonObject statement, String name) {
        boolean positive = statement.members().containsKey(name);
        if (positive && statement.members().containsKey("Not" + name)) {
            throw syntax();
        }
        if (!positive && !statement.members().containsKey("Not" + name)) {
            throw Refused.because("Missing required field " + name);
        }
    }

    /// Returns the conditions, whose block has the right shape.
    List<Condition> conditions(JsonObject statement) {
        JsonValue block = statement.members().get("Condition");
        if (block != null) {
            for (JsonValue keys : object(block).members().values()) {
                object(keys).members().values().forEach(this::operands);
            }
        }
        return DocumentParser.conditions(statement, true);
    }

    private void operands(JsonValue value) {
        List<JsonValue> values =
                value instanceof JsonArray array ? array.elements() : List.of(value);
        if (!values.stream().allMatch(v -> DocumentParser.text(v).isPresent())) {
            throw syntax();
        }
    }

    void uniqueSids(List<JsonObject> statements) {
        Set<String> seen = new HashSet<>();
        for (JsonObject statement : statements) {
            for (String sid : strings(statement, "Sid")) {
                if (!sid.isEmpty() && !seen.add(sid)) {
                    throw Refused.because("The Statement Ids in the policy are not unique");
                }
            }
        }
    }

    /// Elements that a statement of this kind cannot have at all.
    void onlyElements(JsonObject statement) {
        for (var member : statement.members().entrySet()) {
            boolean known = DocumentParser.ELEMENTS.contains(member.getKey());
            if (!known || member.getValue() instanceof JsonNull) {
                throw syntax();
            }
        }
    }

    Refused syntax() {
        return Refused.because(syntaxMessage);
    }
}
