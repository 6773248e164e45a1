package dev.rolecall.check;

import dev.rolecall.json.JsonValue;
import dev.rolecall.json.JsonValue.JsonArray;
import dev.rolecall.json.JsonValue.JsonBoolean;
import dev.rolecall.json.JsonValue.JsonNumber;
import dev.rolecall.json.JsonValue.JsonObject;
import dev.rolecall.json.JsonValue.JsonString;
import dev.rolecall.policy.PolicyDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The statements of a policy, read only to think of questions worth asking. What they mean is left
/// to the engine, which answers the questions.
final class Statements {
    private Statements() {}

    /// One statement.
    ///
    /// @param json as the document has it
    /// @param variables whether `${…}` is more than text in it
    /// @param elements each element's name to the texts in it; conditions apart
    /// @param conditions in the document's order
    record Sketch(
            JsonObject json,
            boolean variables,
            Map<String, List<String>> elements,
            List<Test> conditions) {

        List<String> texts(String... names) {
            return Stream.of(names)
                    .flatMap(name -> elements.getOrDefault(name, List.of()).stream())
                    .toList();
        }

        boolean allows() {
            return !denies();
        }

        // The engine, too, takes whatever is no Deny for an Allow.
        boolean denies() {
            return texts("Effect").stream().anyMatch(text -> text.equalsIgnoreCase("Deny"));
        }
    }

    /// One key of a condition block.
    ///
    /// @param key in lower case
    /// @param name as it was written
    /// @param denies whether its statement does
    record Test(
            String operator,
            String key,
            String name,
            List<String> values,
            boolean variables,
            boolean denies) {

        /// The operator in lower case, without what may stand before and after it.
        String kind() {
            return operator.toLowerCase(Locale.ROOT)
                    .replaceFirst("^for(all|any)values?:", "")
                    .replaceFirst("ifexists$", "");
        }

        /// Whether `*` and `?` in its values are wildcards.
        boolean wildcards() {
            return kind().contains("like") || kind().startsWith("arn");
        }

        /// Whether it compares texts.
        boolean ofTexts() {
            return kind().startsWith("string") || kind().startsWith("arn");
        }
    }

    static List<Sketch> of(PolicyDocument document) {
        if (!(document.json() instanceof JsonObject root)) {
            return List.of();
        }
        boolean variables = texts(root.members().get("Version")).contains("2012-10-17");
        List<Sketch> sketches = new ArrayList<>();
        for (JsonValue statement : items(root.members().get("Statement"))) {
            if (statement instanceof JsonObject object) {
                sketches.add(sketch(object, variables));
            }
        }
        return sketches;
    }

    /// A text that the pattern matches.
    ///
    /// @param filling what stands for `*`
    static String example(String pattern, String filling) {
        return pattern.replace("*", filling).replace("?", "x");
    }

    private static Sketch sketch(JsonObject statement, boolean variables) {
        Map<String, List<String>> elements = new LinkedHashMap<>();
        statement.members().forEach((name, value) -> elements.put(name, texts(value)));
        elements.remove("Condition");
        Sketch bare = new Sketch(statement, variables, elements, List.of());
        List<Test> tests = tests(statement.members().get("Condition"), variables, bare.denies());
        return new Sketch(statement, variables, elements, tests);
    }

    private static List<Test> tests(
            @Nullable JsonValue condition, boolean variables, boolean denies) {
        List<Test> tests = new ArrayList<>();
        object(condition)
                .forEach((operator, keys) ->
                        object(keys)
                                .forEach((key, value) ->
                                        tests.add(
                                                new Test(
                                                        operator,
                                                        key.toLowerCase(Locale.ROOT),
                                                        key,
                                                        texts(value),
                                                        variables,
                                                        denies))));
        return tests;
    }

    private static Map<String, JsonValue> object(@Nullable JsonValue value) {
        return value instanceof JsonObject object ? object.members() : Map.of();
    }

    private static List<JsonValue> items(@Nullable JsonValue value) {
        return switch (value) {
            case null -> List.of();
            case JsonArray array -> array.elements();
            default -> List.of(value);
        };
    }

    /// All texts in a value, however deep: `{"AWS": ["a", "b"]}` has two.
    private static List<String> texts(@Nullable JsonValue value) {
        return switch (value) {
            case null -> List.of();
            case JsonString string -> List.of(string.value());
            case JsonNumber number -> List.of(number.text());
            case JsonBoolean bool -> List.of(Boolean.toString(bool.value()));
            case JsonArray array ->
                    array.elements().stream().flatMap(item -> texts(item).stream()).toList();
            case JsonObject object ->
                    object.members().values().stream()
                            .flatMap(item -> texts(item).stream())
                            .toList();
            case JsonValue.JsonNull _ -> List.of();
        };
    }
}
