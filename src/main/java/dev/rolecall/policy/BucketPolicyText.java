package dev.rolecall.policy;

import dev.rolecall.json.Json;
import dev.rolecall.json.JsonValue;
import dev.rolecall.json.JsonValue.JsonArray;
import dev.rolecall.json.JsonValue.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The layout in which S3 gives a bucket policy back: no white space, elements in a fixed order, an
/// array of one as its element.
final class BucketPolicyText {
    private static final List<String> TOP = List.of("Version", "Id", "Statement");
    private static final List<String> ELEMENTS =
            List.of(
                    "Sid",
                    "Effect",
                    "Principal",
                    "NotPrincipal",
                    "Action",
                    "NotAction",
                    "Resource",
                    "NotResource",
                    "Condition");

    private BucketPolicyText() {}

    static String normalized(JsonObject document) {
        SequencedMap<String, Object> members = new LinkedHashMap<>();
        for (String name : TOP) {
            JsonValue value = document.members().get(name);
            if (value != null) {
                members.put(name, name.equals("Statement") ? statements(document) : value);
            }
        }
        return Json.write(members);
    }

    private static List<Object> statements(JsonObject document) {
        return DocumentParser.list(document, "Statement").stream()
                .map(BucketPolicyText::statement)
                .toList();
    }

    private static Object statement(JsonValue value) {
        SequencedMap<String, Object> members = new LinkedHashMap<>();
        if (value instanceof JsonObject statement) {
            for (String name : ELEMENTS) {
                JsonValue element = statement.members().get(name);
                if (element != null) {
                    members.put(name, single(element));
                }
            }
        }
        return members;
    }

    private static Object single(JsonValue value) {
        return switch (value) {
            case JsonArray array when array.elements().size() == 1 ->
                    single(array.elements().getFirst());
            case JsonObject object -> {
                SequencedMap<String, Object> members = new LinkedHashMap<>();
                object.members().forEach((name, member) -> members.put(name, single(member)));
                yield members;
            }
            default -> value;
        };
    }
}
