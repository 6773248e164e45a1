package dev.rolecall.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rolecall.json.JsonValue.JsonArray;
import dev.rolecall.json.JsonValue.JsonBoolean;
import dev.rolecall.json.JsonValue.JsonNull;
import dev.rolecall.json.JsonValue.JsonNumber;
import dev.rolecall.json.JsonValue.JsonObject;
import dev.rolecall.json.JsonValue.JsonString;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes values as Jackson's tokens.
final class JsonWriter {
    private JsonWriter() {}

    static void write(@Nullable Object value, JsonGenerator out) throws IOException {
        switch (value) {
            case null -> out.writeNull();
            case JsonValue json -> json(json, out);
            case Map<?, ?> map -> object(map, out);
            case Iterable<?> list -> array(list, out);
            case Optional<?> optional -> write(optional.orElse(null), out);
            case CharSequence text -> out.writeString(text.toString());
            case Boolean truth -> out.writeBoolean(truth);
            case Integer number -> out.writeNumber(number);
            case Long number -> out.writeNumber(number);
            case Double number -> out.writeNumber(number);
            case BigInteger number -> out.writeNumber(number);
            case BigDecimal number -> out.writeNumber(number);
            default -> throw new IllegalArgumentException("not JSON: " + value.getClass());
        }
    }

    private static void json(JsonValue value, JsonGenerator out) throws IOException {
        switch (value) {
            case JsonObject object -> object(object.members(), out);
            case JsonArray array -> array(array.elements(), out);
            case JsonString string -> out.writeString(string.value());
            case JsonNumber number -> out.writeNumber(number.text());
            case JsonBoolean truth -> out.writeBoolean(truth.value());
            case JsonNull _ -> out.writeNull();
        }
    }

    private static void object(Map<?, ?> members, JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (Map.Entry<?, ?> member : members.entrySet()) {
            out.writeFieldName(String.valueOf(member.getKey()));
            write(member.getValue(), out);
        }
        out.writeEndObject();
    }

    private static void array(Iterable<?> elements, JsonGenerator out) throws IOException {
        out.writeStartArray();
        for (Object element : elements) {
            write(element, out);
        }
        out.writeEndArray();
    }
}
