package dev.rolecall.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/// Reads and writes JSON text (RFC 8259).
public final class Json {
    private Json() {}

    /// Reads one JSON value and nothing after it. An object that has a key twice is a problem.
    ///
    /// @throws JsonProblem if the text is not that
    public static JsonValue parse(String text) {
        return JsonReader.read(text);
    }

    /// Writes a value on one line, with no white space.
    ///
    /// @param value a [JsonValue], or a map, list, string, number, boolean or optional of them
    /// @throws IllegalArgumentException for anything else
    public static String write(Object value) {
        return written(out -> JsonWriter.write(value, out));
    }

    /// Writes a value over several lines, two spaces a level.
    ///
    /// @param open how many levels are opened whatever they hold; deeper ones stay on one line as
    ///   long as the line has at most 76 characters
    public static String pretty(JsonValue value, int open) {
        return new PrettyWriter(open).write(value);
    }

    static String written(Writing writing) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = Factory.JACKSON.createGenerator(text)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    interface Writing {
        void to(JsonGenerator out) throws IOException;
    }

    /// Made at the first use, not when a class that mentions JSON is loaded.
    static final class Factory {
        static final JsonFactory JACKSON =
                JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();

        private Factory() {}
    }
}
