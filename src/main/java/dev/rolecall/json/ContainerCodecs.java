package dev.rolecall.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rolecall.json.JsonValue.JsonArray;
import dev.rolecall.json.JsonValue.JsonNull;
import dev.rolecall.json.JsonValue.JsonObject;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Values that hold others. What is read cannot be changed, and keeps the order of the text.
final class ContainerCodecs {
    private ContainerCodecs() {}

    record OfOptional(Codec element) implements Codec {
        @Override
        public void write(Object value, JsonGenerator out) throws IOException {
            Optional<?> optional = (Optional<?>) value;
            if (optional.isPresent()) {
                element.write(optional.get(), out);
            } else {
                out.writeNull();
            }
        }

        @Override
        public Object read(JsonValue value) {
            return value instanceof JsonNull ? Optional.empty() : Optional.of(element.read(value));
        }

        @Override
        public Optional<Object> missing() {
            return Optional.of(Optional.empty());
        }
    }

    record OfCollection(Class<?> type, Codec element) implements Codec {
        @Override
        public void write(Object value, JsonGenerator out) throws IOException {
            out.writeStartArray();
            for (Object each : (Collection<?>) value) {
                element.write(each, out);
            }
            out.writeEndArray();
        }

        @Override
        public Object read(JsonValue value) {
            if (value instanceof JsonArray array) {
                return collect(array.elements().stream().map(element::read).toList());
            }
            throw new JsonProblem("an array was expected", value.at());
        }

        @Override
        public Optional<Object> missing() {
            return Optional.of(collect(List.of()));
        }

        private Object collect(List<Object> elements) {
            if (type == List.class || type == Collection.class) {
                return List.copyOf(elements);
            }
            if (type == Set.class || type == SequencedSet.class) {
                return Collections.unmodifiableSequencedSet(new LinkedHashSet<>(elements));
            }
            if (type == SortedSet.class || type == NavigableSet.class) {
                return Collections.unmodifiableNavigableSet(new TreeSet<>(elements));
            }
            throw new IllegalArgumentException("cannot save a " + type.getName());
        }
    }

    record OfMap(Class<?> type, ScalarCodecs.OfText key, Codec element) implements Codec {
        @Override
        public void write(Object value, JsonGenerator out) throws IOException {
            out.writeStartObject();
            for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
                out.writeFieldName(key.form().apply(entry.getKey()));
                element.write(entry.getValue(), out);
            }
            out.writeEndObject();
        }

        @Override
        public Object read(JsonValue value) {
            if (!(value instanceof JsonObject object)) {
                throw new JsonProblem("an object was expected", value.at());
            }
            SequencedMap<Object, Object> entries = new LinkedHashMap<>();
            object.members()
                    .forEach((name, v) -> entries.put(key.read(name, v.at()), element.read(v)));
            return collect(entries);
        }

        @Override
        public Optional<Object> missing() {
            return Optional.of(collect(new LinkedHashMap<>()));
        }

        private Object collect(SequencedMap<Object, Object> entries) {
            if (type == Map.class || type == SequencedMap.class) {
                return Collections.unmodifiableSequencedMap(entries);
            }
            if (type == SortedMap.class || type == NavigableMap.class) {
                return Collections.unmodifiableNavigableMap(new TreeMap<>(entries));
            }
            throw new IllegalArgumentException("cannot save a " + type.getName());
        }
    }
}
