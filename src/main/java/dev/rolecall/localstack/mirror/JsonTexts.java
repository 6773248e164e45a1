package dev.rolecall.localstack.mirror;

import dev.rolecall.json.Json;
import dev.rolecall.json.JsonProblem;
import dev.rolecall.json.JsonValue;
import dev.rolecall.json.JsonValue.JsonArray;
import dev.rolecall.json.JsonValue.JsonBoolean;
import dev.rolecall.json.JsonValue.JsonNull;
import dev.rolecall.json.JsonValue.JsonNumber;
import dev.rolecall.json.JsonValue.JsonObject;
import dev.rolecall.json.JsonValue.JsonString;
import java.util.Objects;

/// Compares JSON texts by what they say: the order of an object's members and white space do not
/// count.
final class JsonTexts {
    private JsonTexts() {}

    static boolean same(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        try {
            return same(Json.parse(one), Json.parse(other));
        } catch (JsonProblem e) {
            return false;
        }
    }

    private static boolean same(JsonValue one, JsonValue other) {
        return switch (one) {
            case JsonObject a -> other instanceof JsonObject b && same(a, b);
            case JsonArray a -> other instanceof JsonArray b && same(a, b);
            case JsonString a -> other instanceof JsonString b && a.value().equals(b.value());
            case JsonNumber a -> other instanceof JsonNumber b && a.text().equals(b.text());
            case JsonBoolean a -> other instanceof JsonBoolean b && a.value() == b.value();
            case JsonNull _ -> other instanceof JsonNull;
        };
    }

    private static boolean same(JsonObject one, JsonObject other) {
        return one.members().keySet().equals(other.members().keySet())
                && one.members().entrySet().stream()
                        .allMatch(m ->
                                same(
                                        m.getValue(),
                                        Objects.requireNonNull(other.members().get(m.getKey()))));
    }

    private static boolean same(JsonArray one, JsonArray other) {
        if (one.elements().size() != other.elements().size()) {
            return false;
        }
        for (int i = 0; i < one.elements().size(); i++) {
            if (!same(one.elements().get(i), other.elements().get(i))) {
                return false;
            }
        }
        return true;
    }
}
