package dev.rolecall.localstack.mirror;

import dev.rolecall.json.Json;
import dev.rolecall.json.JsonValue;
import dev.rolecall.json.JsonValue.JsonObject;
import dev.rolecall.policy.PolicyDocument;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A document that the container stores and AWS would have refused. It must grant nothing, here and
/// after a resume, so the text itself says so: each statement gets an element that there is not,
/// which makes it count as a Deny only, and what is no JSON to us is put between quotes.
final class RefusedDocument {
    private static final String MARK = "\"RefusedByAws\":";
    private static final String WRAPPED = "{" + MARK;

    private RefusedDocument() {}

    /// The document, marked.
    ///
    /// @param why AWS's message
    static PolicyDocument of(String text, String why) {
        try {
            return marked(text, PolicyDocument.parse(text).json(), MARK + Json.write(why));
        } catch (IllegalArgumentException e) {
            return PolicyDocument.parse(
                    WRAPPED + Json.write(why) + ",\"Text\":" + Json.write(text) + "}");
        }
    }

    private static PolicyDocument marked(String text, JsonValue json, String mark) {
        StringBuilder marked = new StringBuilder(text);
        List<JsonObject> lastFirst =
                ContainerText.statements(json)
                        .sorted(
                                Comparator.comparingInt((JsonObject s) -> s.at().offset())
                                        .reversed())
                        .toList();
        for (JsonObject statement : lastFirst) {
            String comma = statement.members().isEmpty() ? "" : ",";
            marked.insert(statement.at().offset() + 1, mark + comma);
        }
        return PolicyDocument.parse(marked.toString());
    }

    /// The text as the container has it, if this is a marked one.
    static Optional<String> original(String text) {
        if (!text.contains(MARK)) {
            return Optional.empty();
        }
        return Optional.of(
                text.startsWith(WRAPPED)
                        ? wrapped(text)
                        : Marks.PATTERN.matcher(text).replaceAll(""));
    }

    private static String wrapped(String text) {
        return Json.parse(text) instanceof JsonObject object
                        && object.members().get("Text") instanceof JsonValue.JsonString original
                ? original.value()
                : text;
    }

    /// Compiled at the first document that was marked.
    private static final class Marks {
        static final Pattern PATTERN =
                Pattern.compile("\"RefusedByAws\":\"(?:[^\"\\\\]|\\\\.)*\",?");

        private Marks() {}
    }
}
