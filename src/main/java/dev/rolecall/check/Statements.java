package dev.rolecall.check;

import dev.rolecall.json.JsonValue;
import dev.rolecall.json.JsonValue.JsonArray;
import dev.rolecall.json.JsonValue.JsonBoolean;
import dev.rolecall.json.JsonValue.JsonNumber;
import dev.rolecall.json.JsonValue.JsonObject;
import dev.rolecall.json.JsonValue.JsonString;
import dev.rolecall.policy.Context;
import dev.rolecall.policy.PolicyDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The statements of a policy, read only to think of questions worth asking. What they mean is left
/// to the engine, which answers the questions.
final class Statements {
    private static final Set<String> IDENTITY_KEYS =
            Set.of(
                    "aws:username",
                    "aws:userid",
                    "aws:federatedprovider",
                    "aws:viaawsservice",
                    "aws:calledvia",
                    "aws:calledviafirst",
                    "aws:calledvialast",
                    "aws:sourcearn",
                    "aws:sourceaccount",
                    "aws:sourceorgid",
                    "aws:sourceorgpaths");

    private Statements() {}

    /// One statement: the element's name to the texts in it; conditions apart.
    ///
    /// @param conditions in the document's order
    record Sketch(Map<String, List<String>> elements, List<Test> conditions) {
        List<String> texts(String element) {
            return elements.getOrDefault(element, List.of());
        }

        boolean allows() {
            return texts("Effect").equals(List.of("Allow"));
        }

        /// Values for the condition keys that a caller or its administrator can choose, such that
        /// the tests come out true where a value can do that.
        Context satisfying() {
            Context.Builder context = Context.builder();
            for (Test test : conditions) {
                if (!test.isIdentity()) {
                    test.satisfying().ifPresent(value -> context.put(test.key(), value));
                }
            }
            return context.build();
        }
    }

    /// One key of a condition block.
    record Test(String operator, String key, List<String> values) {
        /// Whether the key tells who the caller is, which AWS says and nobody can choose. Tags can
        /// be chosen: by the administrator of another account.
        boolean isIdentity() {
            String name = key.toLowerCase(Locale.ROOT);
            return (name.startsWith("aws:principal") && !name.startsWith("aws:principaltag/"))
                    || IDENTITY_KEYS.contains(name);
        }

        // A key that must be absent gets no value; a negated test is true for almost any.
        Optional<String> satisfying() {
            String name = operator.toLowerCase(Locale.ROOT);
            if (name.equals("null")) {
                return values.contains("false") ? Optional.of("x") : Optional.empty();
            }
            if (name.contains("not") || values.isEmpty()) {
                return Optional.of("x");
            }
            String first = values.getFirst();
            if (name.contains("ipaddress")) {
                return Optional.of(first.replaceFirst("/.*", ""));
            }
            return Optional.of(name.contains("like") ? example(first, "x") : first);
        }
    }

    static List<Sketch> of(PolicyDocument document) {
        if (!(document.json() instanceof JsonObject root)) {
            return List.of();
        }
        JsonValue statements = root.members().get("Statement");
        List<Sketch> sketches = new ArrayList<>();
        for (JsonValue statement : items(statements)) {
            if (statement instanceof JsonObject object) {
                sketches.add(sketch(object));
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

    private static Sketch sketch(JsonObject statement) {
        Map<String, List<String>> elements = new LinkedHashMap<>();
        List<Test> tests = new ArrayList<>();
        statement
                .members()
                .forEach((name, value) -> {
                    if (name.equals("Condition")) {
                        tests.addAll(tests(value));
                    } else {
                        elements.put(name, texts(value));
                    }
                });
        return new Sketch(elements, tests);
    }

    private static List<Test> tests(JsonValue condition) {
        List<Test> tests = new ArrayList<>();
        if (condition instanceof JsonObject operators) {
            operators
                    .members()
                    .forEach((operator, keys) -> {
                        if (keys instanceof JsonObject object) {
                            object.members()
                                    .forEach((key, value) ->
                                            tests.add(new Test(operator, key, texts(value))));
                        }
                    });
        }
        return tests;
    }

    private static List<JsonValue> items(@Nullable JsonValue value) {
        return switch (value) {
            case null -> List.of();
            case JsonArray array -> array.elements();
            default -> List.of(value);
        };
    }

    /// All texts in a value, however deep: `{"AWS": ["a", "b"]}` has two.
    private static List<String> texts(JsonValue value) {
        return switch (value) {
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
