package dev.rolecall.policy;

import dev.rolecall.json.Json;
import dev.rolecall.json.JsonProblem;
import dev.rolecall.json.JsonValue;
import java.util.List;

/// A policy document, parsed and compiled once, when it is stored ("Grammar of the IAM JSON policy
/// language"). Two documents are equal if their texts are.
///
/// What the grammar does not know is kept: such a statement matches as a Deny, and never as an
/// Allow. [DocumentRules] says what AWS would refuse to store.
public final class PolicyDocument {
    /// The document object, the array of statements and each statement are always opened.
    private static final int OPEN_LEVELS = 3;

    private final String text;
    private final JsonValue json;
    private final List<Statement> statements;
    private final List<Statement> allows;
    private final List<Statement> denies;
    private final List<String> keyTexts;

    private PolicyDocument(String text, JsonValue json) {
        this.text = text;
        this.json = json;
        this.statements = DocumentParser.statements(json);
        this.allows = statements.stream().filter(s -> s.effect() == Effect.ALLOW).toList();
        this.denies = statements.stream().filter(s -> s.effect() == Effect.DENY).toList();
        this.keyTexts = statements.stream().flatMap(Statement::keyTexts).distinct().toList();
    }

    /// A line of a document.
    ///
    /// @param number from 1
    public record Line(int number, String text) {}

    /// Compiles a document.
    ///
    /// @throws IllegalArgumentException if the text is no JSON
    public static PolicyDocument parse(String text) {
        try {
            return new PolicyDocument(text, Json.parse(text));
        } catch (JsonProblem e) {
            throw new IllegalArgumentException("not a policy document: " + e.getMessage(), e);
        }
    }

    /// The text as it is stored: a trust or bucket policy has unique ids as principals.
    public String text() {
        return text;
    }

    public JsonValue json() {
        return json;
    }

    /// How many statements there are.
    public int size() {
        return statements.size();
    }

    /// The first and the last character of a statement in [#text].
    ///
    /// @param statementIndex from 0
    public Extent extent(int statementIndex) {
        return Extent.of(text, statements.get(statementIndex).json().at());
    }

    /// Whether a condition or a policy variable speaks of a context key that begins so.
    ///
    /// @param lowerCasePrefix such as `s3:existingobjecttag/`
    boolean mentions(String lowerCasePrefix) {
        for (String text : keyTexts) {
            if (text.contains(lowerCasePrefix)) {
                return true;
            }
        }
        return false;
    }

    List<Statement> statements() {
        return statements;
    }

    List<Statement> allows() {
        return allows;
    }

    List<Statement> denies() {
        return denies;
    }

    /// Returns the text as a read gives it: unique ids are ARNs again, where their owner lives.
    public String readable(PrincipalNames names) {
        return PrincipalTexts.readable(this, names);
    }

    /// Returns the text as a person reads it: as it was written, or laid out over several lines if
    /// it was written on one.
    public String pretty() {
        return text.strip().lines().count() > 1 ? text : Json.pretty(json, OPEN_LEVELS);
    }

    /// Returns the lines of [#pretty] on which a statement stands.
    ///
    /// @param statementIndex from 0
    public List<Line> quote(int statementIndex) {
        return Quote.of(pretty()).statement(statementIndex);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PolicyDocument document && document.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
