package dev.rolecall.localstack.mirror;

import dev.rolecall.json.Json;
import dev.rolecall.json.JsonValue;
import dev.rolecall.json.JsonValue.JsonArray;
import dev.rolecall.json.JsonValue.JsonBoolean;
import dev.rolecall.json.JsonValue.JsonNumber;
import dev.rolecall.json.JsonValue.JsonObject;
import dev.rolecall.policy.PolicyDocument;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A document's text as the container gets it: as it was written, but that LocalStack refuses the
/// numbers and truth values without quotes that AWS takes in a `Condition`. They get quotes.
final class ContainerText {
    private ContainerText() {}

    static String of(PolicyDocument document) {
        Optional<String> refused = RefusedDocument.original(document.text());
        if (refused.isPresent()) {
            return refused.get();
        }
        StringBuilder text = new StringBuilder(document.text());
        List<JsonValue> lastFirst =
                statements(document.json())
                        .flatMap(ContainerText::operands)
                        .filter(v -> v instanceof JsonNumber || v instanceof JsonBoolean)
                        .sorted(
                                Comparator.comparingInt((JsonValue v) -> v.at().offset())
                                        .reversed())
                        .toList();
        for (JsonValue value : lastFirst) {
            String bare = value instanceof JsonNumber number ? number.text() : Json.write(value);
            int at = value.at().offset();
            text.replace(at, at + bare.length(), Json.write(bare));
        }
        return text.toString();
    }

    static boolean same(PolicyDocument one, PolicyDocument other) {
        return one.equals(other) || of(one).equals(of(other));
    }

    /// The statements that are objects, be it one or a list.
    static Stream<JsonObject> statements(JsonValue document) {
        return document instanceof JsonObject object
                ? members(object, "Statement")
                        .filter(JsonObject.class::isInstance)
                        .map(JsonObject.class::cast)
                : Stream.empty();
    }

    private static Stream<JsonValue> operands(JsonObject statement) {
        return members(statement, "Condition")
                .filter(JsonObject.class::isInstance)
                .flatMap(block -> ((JsonObject) block).members().values().stream())
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .flatMap(keys -> keys.members().keySet().stream().flatMap(k -> members(keys, k)));
    }

    private static Stream<JsonValue> members(JsonObject object, String name) {
        return switch (object.members().get(name)) {
            case null -> Stream.empty();
            case JsonArray array -> array.elements().stream();
            case JsonValue one -> Stream.of(one);
        };
    }
}
