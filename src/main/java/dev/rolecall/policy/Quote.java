package dev.rolecall.policy;

import dev.rolecall.json.Json;
import dev.rolecall.json.JsonValue;
import dev.rolecall.json.JsonValue.JsonObject;
import java.util.List;
import java.util.stream.IntStream;

/// Finds the lines of a document on which a statement, or an element of it, stands.
final class Quote {
    private final String text;
    private final List<String> lines;
    private final List<Statement> statements;

    private Quote(String text) {
        this.text = text;
        this.lines = text.lines().toList();
        this.statements = DocumentParser.statements(Json.parse(text));
    }

    /// @param text a document as a person reads it
    static Quote of(String text) {
        return new Quote(text);
    }

    List<PolicyDocument.Line> statement(int index) {
        return lines(statements.get(index).json());
    }

    /// The lines of one element such as `Principal`, or of the whole statement if it has not that
    /// element.
    List<PolicyDocument.Line> element(int index, List<String> names) {
        JsonValue json = statements.get(index).json();
        if (json instanceof JsonObject statement) {
            for (String name : names) {
                JsonValue element = statement.members().get(name);
                if (element != null) {
                    return lines(element);
                }
            }
        }
        return lines(json);
    }

    private List<PolicyDocument.Line> lines(JsonValue value) {
        Extent extent = Extent.of(text, value.at());
        return IntStream.rangeClosed(extent.first().line(), extent.last().line())
                .mapToObj(number -> new PolicyDocument.Line(number, lines.get(number - 1)))
                .toList();
    }
}
