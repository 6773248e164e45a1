package dev.rolecall.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rolecall.json.JsonValue.JsonObject;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A record as an object with a member for each component.
final class RecordCodec implements Codec {
    private final Class<?> type;
    private final Constructor<?> constructor;
    private final List<Part> parts;

    private record Part(String name, Method accessor, Codec codec) {}

    RecordCodec(Class<?> type, Codecs codecs) {
        this.type = type;
        this.constructor = constructor(type);
        List<Part> found = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            // Found when needed, for a record may hold records of its own type.
            Codec codec = new Later(() -> codecs.of(component.getGenericType()));
            found.add(new Part(component.getName(), accessor, codec));
        }
        this.parts = List.copyOf(found);
    }

    private static Constructor<?> constructor(Class<?> type) {
        Class<?>[] types =
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void write(Object value, JsonGenerator out) throws IOException {
        out.writeStartObject();
        writeMembers(value, out);
        out.writeEndObject();
    }

    void writeMembers(Object value, JsonGenerator out) throws IOException {
        for (Part part : parts) {
            out.writeFieldName(part.name());
            part.codec().write(read(part, value), out);
        }
    }

    private static Object read(Part part, Object value) {
        try {
            return part.accessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object read(JsonValue value) {
        if (!(value instanceof JsonObject object)) {
            throw new JsonProblem("an object was expected", value.at());
        }
        Object[] arguments = parts.stream().map(part -> argument(part, object)).toArray();
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new JsonProblem(
                    "not a " + type.getSimpleName() + ": " + e.getTargetException().getMessage(),
                    value.at());
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object argument(Part part, JsonObject object) {
        JsonValue member = object.members().get(part.name());
        if (member != null) {
            return part.codec().read(member);
        }
        return part.codec()
                .missing()
                .orElseThrow(
                        () -> new JsonProblem("`" + part.name() + "` is missing", object.at()));
    }
}
