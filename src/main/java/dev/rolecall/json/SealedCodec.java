package dev.rolecall.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rolecall.json.JsonValue.JsonObject;
import dev.rolecall.json.JsonValue.JsonString;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// A sealed interface: its record's members, and the record's simple name as `@type`.
final class SealedCodec implements Codec {
    private static final String TYPE = "@type";

    private final Class<?> type;
    private final Map<String, RecordCodec> byName = new LinkedHashMap<>();

    SealedCodec(Class<?> type, Codecs codecs) {
        this.type = type;
        collect(type, codecs);
    }

    private void collect(Class<?> sealed, Codecs codecs) {
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            if (permitted.isSealed()) {
                collect(permitted, codecs);
            } else if (!permitted.isRecord()) {
                throw new IllegalArgumentException("cannot save a " + permitted.getName());
            } else if (byName.put(permitted.getSimpleName(), new RecordCodec(permitted, codecs))
                    != null) {
                throw new IllegalArgumentException("two records named " + permitted.getName());
            }
        }
    }

    @Override
    public void write(Object value, JsonGenerator out) throws IOException {
        String name = value.getClass().getSimpleName();
        RecordCodec codec = byName.get(name);
        if (codec == null) {
            throw new IllegalArgumentException("cannot save a " + value.getClass().getName());
        }
        out.writeStartObject();
        out.writeStringField(TYPE, name);
        codec.writeMembers(value, out);
        out.writeEndObject();
    }

    @Override
    public Object read(JsonValue value) {
        if (!(value instanceof JsonObject object)
                || !(object.members().get(TYPE) instanceof JsonString name)) {
            throw new JsonProblem("an object with `" + TYPE + "` was expected", value.at());
        }
        RecordCodec codec = byName.get(name.value());
        if (codec == null) {
            throw new JsonProblem(
                    "`" + name.value() + "` is no kind of " + type.getSimpleName(), name.at());
        }
        return codec.read(value);
    }
}
