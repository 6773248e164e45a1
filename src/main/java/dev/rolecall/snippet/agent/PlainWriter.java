package dev.rolecall.snippet.agent;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes a value of a plain kind as a text from which [PlainReader] makes it again in another JVM.
///
/// Plain is what consists of the JDK's own values all the way down. A kind is known by its exact
/// class, so that no code of the learner's runs here, such as an overridden `toString()` or
/// `iterator()`.
final class PlainWriter {
    /// A value of which nothing is known.
    static final String UNKNOWN = "?";

    /// Begins the digest of a value that is too long to be kept, or not safely made again.
    static final String DIGEST = "#";

    private static final int MOST_KEPT = 16_000;
    private static final int MOST_WRITTEN = 256_000;
    private static final int MOST_ELEMENTS = 20_000;
    private static final int MOST_LEVELS = 30;

    /// Turning more into decimal digits takes its time.
    private static final int MOST_BITS = 20_000;

    private static final Set<Class<?>> SCALARS =
            Set.of(
                    String.class,
                    Boolean.class,
                    Character.class,
                    Byte.class,
                    Short.class,
                    Integer.class,
                    Long.class,
                    Float.class,
                    Double.class,
                    BigInteger.class,
                    BigDecimal.class,
                    UUID.class,
                    URI.class,
                    Instant.class,
                    Duration.class,
                    Period.class,
                    LocalDate.class,
                    LocalTime.class,
                    LocalDateTime.class,
                    OffsetDateTime.class,
                    ZonedDateTime.class);

    private static final Set<Class<?>> CHANGEABLE =
            Set.of(
                    ArrayList.class,
                    ArrayDeque.class,
                    HashSet.class,
                    LinkedHashSet.class,
                    TreeSet.class,
                    HashMap.class,
                    LinkedHashMap.class,
                    TreeMap.class);

    /// What `List.of`, `Set.of`, `Map.of` and `Stream.toList` give.
    private static final Map<String, String> FIXED =
            Map.of(
                    "List12", "List",
                    "ListN", "List",
                    "Set12", "Set",
                    "SetN", "Set",
                    "Map1", "Map",
                    "MapN", "Map");

    private static final Set<String> UNORDERED = Set.of("Set", "Map", "HashSet", "HashMap");

    private final Function<Class<?>, Optional<String>> names;
    private final StringBuilder out = new StringBuilder();
    private int elements;
    private int depth;
    private boolean aliased;

    private PlainWriter(Function<Class<?>, Optional<String>> names) {
        this.names = names;
    }

    /// The value's text, a digest of it, or [#UNKNOWN].
    ///
    /// @param names the name by which an enum's class is found again, if it can be
    static String write(@Nullable Object value, Function<Class<?>, Optional<String>> names) {
        PlainWriter writer = new PlainWriter(names);
        try {
            writer.any(value);
        } catch (NotPlain e) {
            return UNKNOWN;
        } catch (RuntimeException e) {
            // another thread of the learner's is changing it
            return UNKNOWN;
        }
        String text = writer.out.toString();
        return writer.aliased || text.length() > MOST_KEPT ? digest(text) : text;
    }

    private void any(@Nullable Object value) {
        if (out.length() > MOST_WRITTEN) {
            throw new NotPlain();
        }
        switch (value) {
            case null -> scalar("null", "");
            case Enum<?> constant -> constant(constant);
            case ZoneId zone -> scalar("ZoneId", zone.getId());
            case Path path when path.getClass().getName().startsWith("sun.nio.fs.") ->
                    scalar("Path", path.toString());
            case String text when text.length() > MOST_WRITTEN -> throw new NotPlain();
            case BigInteger number when number.bitLength() > MOST_BITS -> throw new NotPlain();
            case BigDecimal number when number.unscaledValue().bitLength() > MOST_BITS ->
                    throw new NotPlain();
            case Object scalar when SCALARS.contains(scalar.getClass()) ->
                    scalar(scalar.getClass().getSimpleName(), scalar.toString());
            default -> compound(value);
        }
    }

    private void scalar(String kind, String text) {
        // half a character does not survive a file
        if (text.codePoints().anyMatch(PlainWriter::isHalf)) {
            throw new NotPlain();
        }
        head(kind, text.length());
        out.append(text);
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private void count(int more) {
        elements += more;
        if (elements > MOST_ELEMENTS) {
            throw new NotPlain();
        }
    }

    private void head(String kind, int count) {
        out.append(kind).append(':').append(count).append(':');
    }

    private void constant(Enum<?> constant) {
        String type = names.apply(constant.getDeclaringClass()).orElseThrow(NotPlain::new);
        scalar("Enum", type + " " + constant.name());
    }

    private void compound(Object value) {
        Class<?> type = value.getClass();
        if (type.isArray() && type.getComponentType().isPrimitive()) {
            changeable();
            array(value);
        } else if (CHANGEABLE.contains(type)) {
            changeable();
            collection(type.getSimpleName(), value);
        } else if (type.getName().startsWith("java.util.ImmutableCollections$")
                && FIXED.containsKey(type.getSimpleName())) {
            collection(FIXED.get(type.getSimpleName()), value);
        } else if (value instanceof Optional<?> optional) {
            elements("Optional", optional.stream().map(List::of).toList());
        } else {
            throw new NotPlain();
        }
    }

    /// What can be changed and is held by something else may be held by a variable, too: made
    /// again, it would be another object than that variable's.
    private void changeable() {
        aliased |= depth > 0;
    }

    private void array(Object array) {
        int length = Array.getLength(array);
        count(length);
        if (array instanceof byte[] bytes) {
            scalar("byte[]", HexFormat.of().formatHex(bytes));
            return;
        }
        head(array.getClass().getSimpleName(), length);
        for (int i = 0; i < length; i++) {
            any(Array.get(array, i));
        }
    }

    private void collection(String kind, Object value) {
        switch (value) {
            case TreeSet<?> set when set.comparator() != null -> throw new NotPlain();
            case TreeMap<?, ?> map when map.comparator() != null -> throw new NotPlain();
            case Map<?, ?> map -> {
                count(map.size());
                elements(
                        kind,
                        map.entrySet().stream()
                                .map(e -> Stream.of(e.getKey(), e.getValue()).toList())
                                .toList());
            }
            case Collection<?> collection -> {
                count(collection.size());
                elements(kind, collection.stream().map(e -> Stream.of(e).toList()).toList());
            }
            default -> throw new NotPlain();
        }
    }

    /// Elements in their order, or sorted where the order differs from JVM to JVM.
    private void elements(String kind, List<? extends List<?>> groups) {
        head(kind, groups.size());
        depth++;
        if (depth > MOST_LEVELS) {
            throw new NotPlain();
        }
        if (UNORDERED.contains(kind)) {
            groups.stream().map(this::aside).sorted().forEach(out::append);
        } else {
            groups.forEach(group -> group.forEach(this::any));
        }
        depth--;
    }

    private String aside(List<?> group) {
        int before = out.length();
        group.forEach(this::any);
        String text = out.substring(before);
        out.setLength(before);
        return text;
    }

    private static String digest(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] sum = sha.digest(text.getBytes(StandardCharsets.UTF_8));
            return DIGEST + HexFormat.of().formatHex(sum, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The value, or something in it, is of no plain kind.
    private static final class NotPlain extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private NotPlain() {
            super(null, null, false, false);
        }
    }
}
