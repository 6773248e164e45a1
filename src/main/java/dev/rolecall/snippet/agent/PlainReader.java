package dev.rolecall.snippet.agent;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Makes a value again from what [PlainWriter] wrote.
final class PlainReader {
    private final String text;
    private final Function<String, Optional<Class<?>>> classes;
    private int at;

    private PlainReader(String text, Function<String, Optional<Class<?>>> classes) {
        this.text = text;
        this.classes = classes;
    }

    /// The value. What can be changed is put into the object that is there, if it is of the same
    /// kind, since other variables may hold that, too.
    ///
    /// @param classes finds an enum's class by its name
    /// @throws IllegalArgumentException if the text is none of [PlainWriter]'s
    static @Nullable Object read(
            String text, @Nullable Object there, Function<String, Optional<Class<?>>> classes) {
        try {
            return new PlainReader(text, classes).into(there);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("not a plain value", e);
        }
    }

    private @Nullable Object into(@Nullable Object there) {
        Object made = next();
        if (made == null || there == null || made.getClass() != there.getClass()) {
            return made;
        }
        return switch (there) {
            case Collection<?> collection when isChangeable(there) -> filled(collection, made);
            case Map<?, ?> map when isChangeable(there) -> filled(map, made);
            case Object array when array.getClass().isArray() && sameLength(array, made) -> {
                System.arraycopy(made, 0, array, 0, Array.getLength(made));
                yield array;
            }
            default -> made;
        };
    }

    private static boolean isChangeable(Object there) {
        return !there.getClass().getName().startsWith("java.util.ImmutableCollections$");
    }

    private static boolean sameLength(Object array, Object other) {
        return Array.getLength(array) == Array.getLength(other);
    }

    @SuppressWarnings("unchecked")
    private static Object filled(Collection<?> there, Object made) {
        there.clear();
        ((Collection<Object>) there).addAll((Collection<?>) made);
        return there;
    }

    @SuppressWarnings("unchecked")
    private static Object filled(Map<?, ?> there, Object made) {
        there.clear();
        ((Map<Object, Object>) there).putAll((Map<?, ?>) made);
        return there;
    }

    private @Nullable Object next() {
        String kind = token();
        int count = Integer.parseInt(token());
        return switch (kind) {
            case "List" -> list(elements(count));
            case "Set" -> Set.of(elements(count));
            case "Map" -> Map.copyOf((Map<?, ?>) filled(new HashMap<>(), count));
            case "Optional" -> Arrays.stream(elements(count)).findFirst();
            case "ArrayList" -> filled(new ArrayList<>(), count);
            case "ArrayDeque" -> filled(new ArrayDeque<>(), count);
            case "HashSet" -> filled(new HashSet<>(), count);
            case "LinkedHashSet" -> filled(new LinkedHashSet<>(), count);
            case "TreeSet" -> filled(new TreeSet<>(), count);
            case "HashMap" -> filled(new HashMap<>(), count);
            case "LinkedHashMap" -> filled(new LinkedHashMap<>(), count);
            case "TreeMap" -> filled(new TreeMap<>(), count);
            case "boolean[]" -> array(new boolean[count]);
            case "char[]" -> array(new char[count]);
            case "short[]" -> array(new short[count]);
            case "int[]" -> array(new int[count]);
            case "long[]" -> array(new long[count]);
            case "float[]" -> array(new float[count]);
            case "double[]" -> array(new double[count]);
            default -> scalar(kind, taken(count));
        };
    }

    private @Nullable Object scalar(String kind, String written) {
        return switch (kind) {
            case "null" -> null;
            case "String" -> written;
            case "Boolean" -> Boolean.valueOf(written);
            case "Character" -> written.charAt(0);
            case "Byte" -> Byte.valueOf(written);
            case "Short" -> Short.valueOf(written);
            case "Integer" -> Integer.valueOf(written);
            case "Long" -> Long.valueOf(written);
            case "Float" -> Float.valueOf(written);
            case "Double" -> Double.valueOf(written);
            case "BigInteger" -> new BigInteger(written);
            case "BigDecimal" -> new BigDecimal(written);
            case "UUID" -> UUID.fromString(written);
            case "URI" -> URI.create(written);
            case "Path" -> Path.of(written);
            case "byte[]" -> HexFormat.of().parseHex(written);
            case "Enum" -> constant(written);
            default -> time(kind, written);
        };
    }

    private static Object time(String kind, String written) {
        return switch (kind) {
            case "Instant" -> Instant.parse(written);
            case "Duration" -> Duration.parse(written);
            case "Period" -> Period.parse(written);
            case "LocalDate" -> LocalDate.parse(written);
            case "LocalTime" -> LocalTime.parse(written);
            case "LocalDateTime" -> LocalDateTime.parse(written);
            case "OffsetDateTime" -> OffsetDateTime.parse(written);
            case "ZonedDateTime" -> ZonedDateTime.parse(written);
            case "ZoneId" -> ZoneId.of(written);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private Object constant(String written) {
        String[] parts = written.split(" ", 2);
        return Arrays.stream(classes.apply(parts[0]).orElseThrow().getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(parts[1]))
                .findFirst()
                .orElseThrow();
    }

    private @Nullable Object[] elements(int count) {
        @Nullable Object[] elements = new @Nullable Object[count];
        for (int i = 0; i < count; i++) {
            elements[i] = next();
        }
        return elements;
    }

    /// What `List.of` gives or, as that takes no null, `Stream.toList`.
    private static List<?> list(@Nullable Object[] elements) {
        return Arrays.asList(elements).contains(null)
                ? Arrays.stream(elements).toList()
                : List.of(elements);
    }

    private Object filled(Collection<@Nullable Object> collection, int count) {
        for (int i = 0; i < count; i++) {
            collection.add(next());
        }
        return collection;
    }

    private Object filled(Map<@Nullable Object, @Nullable Object> map, int count) {
        for (int i = 0; i < count; i++) {
            Object key = next();
            map.put(key, next());
        }
        return map;
    }

    private Object array(Object array) {
        for (int i = 0; i < Array.getLength(array); i++) {
            Array.set(array, i, next());
        }
        return array;
    }

    private String token() {
        int end = text.indexOf(':', at);
        String token = text.substring(at, end);
        at = end + 1;
        return token;
    }

    private String taken(int length) {
        at += length;
        return text.substring(at - length, at);
    }
}
