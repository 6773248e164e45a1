package dev.rolecall.json;

import java.util.List;
import java.util.SequencedMap;

/// A JSON value and the place where it stands in its text.
public sealed interface JsonValue {

    /// Where the value begins in its text.
    Place at();

    /// @param line from 1
    /// @param column from 1
    /// @param offset in characters from the beginning of the text, from 0
    record Place(int line, int column, int offset) {}

    record JsonObject(Place at, SequencedMap<String, JsonValue> members) implements JsonValue {}

    record JsonArray(Place at, List<JsonValue> elements) implements JsonValue {}

    record JsonString(Place at, String value) implements JsonValue {}

    /// @param text the number as it was written
    record JsonNumber(Place at, String text) implements JsonValue {}

    record JsonBoolean(Place at, boolean value) implements JsonValue {}

    record JsonNull(Place at) implements JsonValue {}
}
