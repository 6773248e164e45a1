package dev.rolecall.policy;

import dev.rolecall.json.Json;
import dev.rolecall.json.JsonValue;
import dev.rolecall.json.JsonValue.JsonObject;
import dev.rolecall.json.JsonValue.JsonString;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Replaces user and role ARNs in `Principal` by unique ids when a document is saved, and back when
/// it is read; all else stays as it was written ("IAM identifiers").
final class PrincipalTexts {
    private PrincipalTexts() {}

    /// The values under `AWS` in `Principal` and `NotPrincipal` of all statements.
    static Stream<JsonString> aws(JsonValue json) {
        return DocumentParser.statements(json).stream()
                .flatMap(statement ->
                        Stream.of("Principal", "NotPrincipal").flatMap(n -> of(statement, n)));
    }

    private static Stream<JsonString> of(Statement statement, String name) {
        return statement.json() instanceof JsonObject object
                        && object.members().get(name) instanceof JsonObject kinds
                ? DocumentParser.list(kinds, "AWS").stream()
                        .filter(JsonString.class::isInstance)
                        .map(JsonString.class::cast)
                : Stream.empty();
    }

    static String readable(PolicyDocument document, PrincipalNames names) {
        return replaced(document.text(), document.json(), names::arn);
    }

    static String stored(String text, JsonValue json, PrincipalNames names) {
        return replaced(text, json, names::uniqueId);
    }

    private static String replaced(
            String text, JsonValue json, Function<String, Optional<String>> other) {
        StringBuilder result = new StringBuilder(text);
        List<JsonString> lastFirst =
                aws(json)
                        .sorted(
                                Comparator.comparingInt((JsonString s) -> s.at().offset())
                                        .reversed())
                        .toList();
        for (JsonString value : lastFirst) {
            other.apply(value.value())
                    .ifPresent(name ->
                            result.replace(
                                    value.at().offset(),
                                    Extent.of(text, value.at()).last().offset() + 1,
                                    Json.write(name)));
        }
        return result.toString();
    }
}
