package dev.rolecall.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.rolecall.json.JsonValue.JsonArray;
import dev.rolecall.json.JsonValue.JsonBoolean;
import dev.rolecall.json.JsonValue.JsonNull;
import dev.rolecall.json.JsonValue.JsonNumber;
import dev.rolecall.json.JsonValue.JsonObject;
import dev.rolecall.json.JsonValue.JsonString;
import dev.rolecall.json.JsonValue.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Builds values from Jackson's tokens, and keeps where each began.
final class JsonReader {
    private final JsonParser parser;

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    static JsonValue read(String text) {
        try (JsonParser parser = Json.Factory.JACKSON.createParser(text)) {
            return new JsonReader(parser).whole();
        } catch (JsonProcessingException e) {
            throw problem(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonValue whole() throws IOException {
        if (parser.nextToken() == null) {
            throw new JsonProblem("there is no JSON value", 1, 1);
        }
        JsonValue value = value();
        if (parser.nextToken() != null) {
            throw new JsonProblem("there is more text after the JSON value", here());
        }
        return value;
    }

    private JsonValue value() throws IOException {
        Place at = here();
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(at);
            case START_ARRAY -> array(at);
            case VALUE_STRING -> new JsonString(at, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(at, parser.getText());
            case VALUE_TRUE -> new JsonBoolean(at, true);
            case VALUE_FALSE -> new JsonBoolean(at, false);
            case VALUE_NULL -> new JsonNull(at);
            case FIELD_NAME, END_OBJECT, END_ARRAY, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                    throw new JsonProblem("a JSON value was expected", at);
        };
    }

    private JsonValue object(Place at) throws IOException {
        SequencedMap<String, JsonValue> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Place place = here();
            parser.nextToken();
            if (members.put(name, value()) != null) {
                throw new JsonProblem("the key `" + name + "` is there twice", place);
            }
        }
        return new JsonObject(at, Collections.unmodifiableSequencedMap(members));
    }

    private JsonValue array(Place at) throws IOException {
        List<JsonValue> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value());
        }
        return new JsonArray(at, Collections.unmodifiableList(elements));
    }

    private Place here() {
        JsonLocation location = parser.currentTokenLocation();
        return new Place(
                location.getLineNr(), location.getColumnNr(), (int) location.getCharOffset());
    }

    private static JsonProblem problem(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        int line = location == null ? 1 : Math.max(1, location.getLineNr());
        int column = location == null ? 1 : Math.max(1, location.getColumnNr());
        return new JsonProblem(plain(e.getOriginalMessage()), line, column);
    }

    /// Jackson's sentence without what only a programmer can use: character codes, where its own
    /// buffer began.
    private static String plain(String message) {
        String first = message.lines().findFirst().orElse("not JSON");
        int cut = first.indexOf(" (start marker");
        String text = cut < 0 ? first : first.substring(0, cut);
        text = text.replaceAll(" \\(code \\d+( / 0x[0-9a-f]+)?\\)", "");
        return text.isEmpty()
                ? "not JSON"
                : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
