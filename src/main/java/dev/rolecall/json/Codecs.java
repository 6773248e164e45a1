package dev.rolecall.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Finds the codec of a type; each is made at its first use.
final class Codecs {
    private final Map<Class<?>, Saved.TextForm<?>> texts;
    private final Map<Type, Codec> made = new ConcurrentHashMap<>();

    Codecs(Map<Class<?>, Saved.TextForm<?>> texts) {
        this.texts = Map.copyOf(texts);
    }

    Codec of(Type type) {
        Codec known = made.get(type);
        if (known != null) {
            return known;
        }
        Codec codec = type instanceof ParameterizedType generic ? generic(generic) : plain(type);
        made.put(type, codec);
        return codec;
    }

    private Codec generic(ParameterizedType type) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] arguments = type.getActualTypeArguments();
        if (raw == Optional.class) {
            return new ContainerCodecs.OfOptional(of(arguments[0]));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return new ContainerCodecs.OfMap(raw, key(arguments[0]), of(arguments[1]));
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return new ContainerCodecs.OfCollection(raw, of(arguments[0]));
        }
        throw new IllegalArgumentException("cannot save a " + type);
    }

    private ScalarCodecs.OfText key(Type type) {
        if (plain(type) instanceof ScalarCodecs.OfText text) {
            return text;
        }
        throw new IllegalArgumentException("cannot save a map whose keys are " + type);
    }

    private Codec plain(Type type) {
        if (!(type instanceof Class<?> raw)) {
            throw new IllegalArgumentException("cannot save a " + type);
        }
        Saved.TextForm<?> text = texts.get(raw);
        if (text != null) {
            return new ScalarCodecs.OfText(text::written, text.read());
        }
        if (raw.isRecord()) {
            return new RecordCodec(raw, this);
        }
        if (raw.isSealed()) {
            return new SealedCodec(raw, this);
        }
        if (raw.isEnum()) {
            return ScalarCodecs.ofEnum(raw);
        }
        return scalar(raw);
    }

    private static Codec scalar(Class<?> raw) {
        if (raw == String.class) {
            return new ScalarCodecs.OfText(String.class::cast, text -> text);
        }
        if (raw == Instant.class) {
            return new ScalarCodecs.OfText(Object::toString, Instant::parse);
        }
        if (raw == Duration.class) {
            return new ScalarCodecs.OfText(Object::toString, Duration::parse);
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return new ScalarCodecs.OfBoolean(raw.isPrimitive());
        }
        if (List.of(int.class, Integer.class, long.class, Long.class, double.class, Double.class)
                .contains(raw)) {
            return new ScalarCodecs.OfNumber(raw);
        }
        throw new IllegalArgumentException("cannot save a " + raw.getName());
    }
}
