package dev.rolecall.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rolecall.json.JsonValue.JsonBoolean;
import dev.rolecall.json.JsonValue.JsonNumber;
import dev.rolecall.json.JsonValue.JsonString;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Values that are one JSON token.
final class ScalarCodecs {
    private ScalarCodecs() {}

    /// A type written as a string.
    record OfText(Function<Object, String> form, Function<String, ?> parse) implements Codec {
        @Override
        public void write(Object value, JsonGenerator out) throws IOException {
            out.writeString(form.apply(value));
        }

        @Override
        public Object read(JsonValue value) {
            if (value instanceof JsonString string) {
                return read(string.value(), value.at());
            }
            throw new JsonProblem("a string was expected", value.at());
        }

        Object read(String text, JsonValue.Place at) {
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new JsonProblem("not readable: `" + text + "`: " + e.getMessage(), at);
            }
        }
    }

    static OfText ofEnum(Class<?> type) {
        Map<String, Object> byName = new HashMap<>();
        for (Object constant : type.getEnumConstants()) {
            byName.put(((Enum<?>) constant).name(), constant);
        }
        return new OfText(
                value -> ((Enum<?>) value).name(),
                name ->
                        Optional.ofNullable(byName.get(name))
                                .orElseThrow(() ->
                                        new IllegalArgumentException("there is no such name")));
    }

    record OfBoolean(boolean primitive) implements Codec {
        @Override
        public void write(Object value, JsonGenerator out) throws IOException {
            out.writeBoolean((Boolean) value);
        }

        @Override
        public Object read(JsonValue value) {
            if (value instanceof JsonBoolean truth) {
                return truth.value();
            }
            throw new JsonProblem("true or false was expected", value.at());
        }

        @Override
        public Optional<Object> missing() {
            return primitive ? Optional.of(false) : Optional.empty();
        }
    }

    record OfNumber(Class<?> type) implements Codec {
        @Override
        public void write(Object value, JsonGenerator out) throws IOException {
            JsonWriter.write(value, out);
        }

        @Override
        public Object read(JsonValue value) {
            if (value instanceof JsonNumber number) {
                return parse(number.text(), value.at());
            }
            throw new JsonProblem("a number was expected", value.at());
        }

        private Object parse(String text, JsonValue.Place at) {
            try {
                if (type == int.class || type == Integer.class) {
                    return Integer.valueOf(text);
                }
                if (type == long.class || type == Long.class) {
                    return Long.valueOf(text);
                }
                return Double.valueOf(text);
            } catch (NumberFormatException e) {
                throw new JsonProblem("not such a number: `" + text + "`", at);
            }
        }

        @Override
        public Optional<Object> missing() {
            return type.isPrimitive()
                    ? Optional.of(parse("0", new JsonValue.Place(1, 1, 0)))
                    : Optional.empty();
        }
    }
}
