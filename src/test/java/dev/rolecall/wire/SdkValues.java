package dev.rolecall.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/// Fills SDK structures with values that an operation could carry.
final class SdkValues {
    private static final int DEEPEST = 8;
    private static final String ODD = "aZ09 -_.~!*'()<>&\"/+=%?#;:,@$[]{}|\\^`äß€漢😀";

    private final Random random;
    private final Operation operation;
    private final Set<String> leaveOut;

    /// @param leaveOut members that the client or the server sets for itself
    SdkValues(Random random, Operation operation, Set<String> leaveOut) {
        this.random = random;
        this.operation = operation;
        this.leaveOut = leaveOut;
    }

    SdkPojo fill(Class<?> type, Optional<Shape> shape) {
        return fill(Pojos.builder(type), shape, 0);
    }

    private SdkPojo fill(SdkPojo builder, Optional<Shape> shape, int depth) {
        for (SdkField<?> field : builder.sdkFields()) {
            if (!leaveOut.contains(field.memberName())) {
                Optional<Shape> type = member(shape, field.memberName());
                value(field, type, depth).ifPresent(value -> field.set(builder, value));
            }
        }
        return Pojos.build(builder);
    }

    private Optional<?> value(SdkField<?> field, Optional<Shape> shape, int depth) {
        return switch (Pojos.kind(field)) {
            case LIST -> list(field.getTrait(ListTrait.class), shape, depth);
            case MAP -> Optional.of(map(field, shape, depth));
            case SDK_POJO ->
                    depth >= DEEPEST
                            ? Optional.empty()
                            : Optional.of(fill(Pojos.builder(field), shape, depth + 1));
            default -> Optional.of(scalar(field, shape));
        };
    }

    private Optional<List<Object>> list(ListTrait trait, Optional<Shape> shape, int depth) {
        List<Object> list = new ArrayList<>();
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            value(trait.memberFieldInfo(), element(shape), depth + 1).ifPresent(list::add);
        }
        return list.isEmpty() ? Optional.empty() : Optional.of(list);
    }

    private Map<String, Object> map(SdkField<?> field, Optional<Shape> shape, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        SdkField<?> value = field.getTrait(MapTrait.class).valueFieldInfo();
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            boolean header = field.location() == MarshallLocation.HEADER;
            Object content =
                    header
                            ? "v " + random.nextInt(1000)
                            : value(value, element(shape), depth + 1).orElseThrow();
            map.put("key-" + n, content);
        }
        return map;
    }

    private Object scalar(SdkField<?> field, Optional<Shape> shape) {
        return switch (Pojos.kind(field)) {
            case INTEGER -> 1 + random.nextInt(1000);
            case LONG -> 1L + random.nextInt(1_000_000);
            case BOOLEAN -> random.nextBoolean();
            case INSTANT -> Instant.ofEpochSecond(1_700_000_000L + random.nextInt(100_000_000));
            case SDK_BYTES -> SdkBytes.fromUtf8String(odd());
            case FLOAT -> 1.5f;
            case DOUBLE -> 2.5d;
            case STRING -> string(field, shape);
            default -> throw new IllegalStateException(field.memberName());
        };
    }

    private String string(SdkField<?> field, Optional<Shape> shape) {
        List<String> values = shape.map(Shape::values).orElse(List.of());
        if (!values.isEmpty()) {
            return values.get(random.nextInt(values.size()));
        }
        if ("Bucket".equals(field.locationName())) {
            return "bucket-" + random.nextInt(1000);
        }
        return switch (field.location()) {
            case HEADER -> "h" + random.nextInt(1000) + " x/y";
            case PATH, GREEDY_PATH -> "k/" + odd() + "/" + random.nextInt(100);
            default -> odd();
        };
    }

    private String odd() {
        StringBuilder text = new StringBuilder("x");
        int[] points = ODD.codePoints().toArray();
        for (int n = random.nextInt(12); n > 0; n--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.append("y").toString();
    }

    private Optional<Shape> member(Optional<Shape> shape, String name) {
        return shape.flatMap(s ->
                s.members().stream()
                        .filter(member -> member.name().equals(name))
                        .map(member -> operation.shape(member.shape()))
                        .findFirst());
    }

    private Optional<Shape> element(Optional<Shape> shape) {
        return shape.filter(s -> s.element() >= 0).map(s -> operation.shape(s.element()));
    }
}
