package dev.rolecall.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkBytes;

/// A rule of the model that a value breaks.
///
/// @param text `Member must have length less than or equal to 64`
record Constraint(Kind kind, String text) {
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    enum Kind {
        LENGTH,
        PATTERN,
        RANGE,
        ENUM
    }

    /// The rules that a string, number or blob breaks; lengths count code points.
    ///
    /// @param max the greatest length or number in force, in place of the shape's own
    static List<Constraint> broken(Shape shape, Object value, OptionalLong max) {
        return switch (value) {
            case Number number -> range(shape, number.longValue(), max);
            case SdkBytes bytes -> ofLength(shape.min(), max, bytes.asByteArrayUnsafe().length);
            case String text -> string(shape, text, max);
            default -> List.of();
        };
    }

    static List<Constraint> ofLength(OptionalLong min, OptionalLong max, int length) {
        List<Constraint> broken = new ArrayList<>();
        if (min.isPresent() && length < min.getAsLong()) {
            broken.add(length("greater", min.getAsLong()));
        }
        if (max.isPresent() && length > max.getAsLong()) {
            broken.add(length("less", max.getAsLong()));
        }
        return broken;
    }

    private static List<Constraint> string(Shape shape, String text, OptionalLong max) {
        List<Constraint> broken =
                new ArrayList<>(ofLength(shape.min(), max, text.codePointCount(0, text.length())));
        shape.pattern()
                .filter(pattern -> !compiled(pattern).matcher(text).matches())
                .ifPresent(pattern ->
                        broken.add(
                                new Constraint(
                                        Kind.PATTERN,
                                        "Member must satisfy regular expression pattern: "
                                                + pattern)));
        if (!shape.values().isEmpty() && !shape.values().contains(text)) {
            broken.add(
                    new Constraint(
                            Kind.ENUM,
                            "Member must satisfy enum value set: ["
                                    + String.join(", ", shape.values())
                                    + "]"));
        }
        return broken;
    }

    private static List<Constraint> range(Shape shape, long value, OptionalLong max) {
        List<Constraint> broken = new ArrayList<>();
        if (shape.min().isPresent() && value < shape.min().getAsLong()) {
            broken.add(range("greater", shape.min().getAsLong()));
        }
        if (max.isPresent() && value > max.getAsLong()) {
            broken.add(range("less", max.getAsLong()));
        }
        return broken;
    }

    private static Constraint length(String side, long bound) {
        return new Constraint(
                Kind.LENGTH, "Member must have length " + side + " than or equal to " + bound);
    }

    private static Constraint range(String side, long bound) {
        return new Constraint(
                Kind.RANGE, "Member must have value " + side + " than or equal to " + bound);
    }

    private static Pattern compiled(String pattern) {
        return PATTERNS.computeIfAbsent(pattern, p -> Pattern.compile(Departures.javaPattern(p)));
    }
}
