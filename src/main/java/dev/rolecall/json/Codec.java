package dev.rolecall.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;

/// Writes and reads the values of one type.
interface Codec {
    void write(Object value, JsonGenerator out) throws IOException;

    Object read(JsonValue value);

    /// What a record's component gets when the text does not have it.
    default Optional<Object> missing() {
        return Optional.empty();
    }
}
