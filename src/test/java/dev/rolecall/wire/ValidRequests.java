package dev.rolecall.wire;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;

/// For any operation the smallest request that its model allows: the required members and nothing
/// else, each with a value that the model's rules take where one was found.
public final class ValidRequests {
    private static final String ROLE = "arn:aws:iam::111122223333:role/some-role-of-a-test";
    private static final List<String> CANDIDATES =
            List.of(
                    "x",
                    "some-name",
                    "a-longer-name-of-twenty-letters",
                    "123456",
                    "111122223333",
                    "/",
                    ROLE,
                    "0123456789abcdef0123456789abcdef01234567");

    private static final Set<String> COMPUTED =
            Set.of(
                    "ContentMD5",
                    "ContentLength",
                    "Expires",
                    "SourceBucket",
                    "SourceKey",
                    "SourceVersionId");

    private ValidRequests() {}

    /// @param values the values of members by name, before any other
    public static SdkPojo minimal(Operation operation, Map<String, String> values) {
        return fill(
                operation,
                Pojos.builder(operation.requestType()),
                operation.input().map(Shape::members).orElse(List.of()),
                values);
    }

    /// A request with every member set to something of the right type, mostly nonsense; members
    /// that the client computes are left out.
    public static SdkPojo odd(Operation operation, Random random) {
        Set<String> computed = new HashSet<>(COMPUTED);
        operation.input().map(Shape::members).orElse(List.of()).stream()
                .map(Shape.Member::name)
                .filter(name -> name.startsWith("Checksum"))
                .forEach(computed::add);
        return new SdkValues(random, operation, computed)
                .fill(operation.requestType(), operation.input());
    }

    private static SdkPojo fill(
            Operation operation,
            SdkPojo builder,
            List<Shape.Member> members,
            Map<String, String> values) {
        for (Shape.Member member : members) {
            if (member.required()) {
                builder.sdkFields().stream()
                        .filter(field -> names(field.memberName(), member.name()))
                        .findFirst()
                        .ifPresent(field ->
                                field.set(builder, value(operation, field, member, values)));
            }
        }
        return Pojos.build(builder);
    }

    /// The SDK calls the target of a copy `DestinationBucket` and `DestinationKey`.
    private static boolean names(String field, String member) {
        return field.equals(member) || field.equals("Destination" + member);
    }

    private static Object value(
            Operation operation,
            SdkField<?> field,
            Shape.Member member,
            Map<String, String> values) {
        Shape shape = operation.shape(member.shape());
        return switch (Pojos.kind(field)) {
            case LIST -> {
                SdkField<?> element = field.getTrait(ListTrait.class).memberFieldInfo();
                Shape.Member named =
                        new Shape.Member(
                                member.name(), member.wireName(), shape.element(), true, "");
                yield List.of(value(operation, element, named, values));
            }
            case MAP -> Map.of();
            case SDK_POJO -> fill(operation, Pojos.builder(field), shape.members(), values);
            case INTEGER -> (int) shape.min().orElse(1);
            case LONG -> shape.min().orElse(1);
            case BOOLEAN -> true;
            case INSTANT -> Instant.parse("2026-11-24T10:00:00Z");
            case SDK_BYTES -> SdkBytes.fromUtf8String("bytes");
            case DOUBLE -> 1.5d;
            case FLOAT -> 1.5f;
            default -> text(shape, member.name(), values);
        };
    }

    private static String text(Shape shape, String name, Map<String, String> values) {
        if (values.containsKey(name)) {
            return values.getOrDefault(name, "");
        }
        if (!shape.values().isEmpty()) {
            return shape.values().getFirst();
        }
        if (name.endsWith("Arn") || name.endsWith("ARN")) {
            return ROLE;
        }
        return CANDIDATES.stream().filter(c -> fits(shape, c)).findFirst().orElse("x");
    }

    private static boolean fits(Shape shape, String candidate) {
        int length = candidate.length();
        return length >= shape.min().orElse(0)
                && length <= shape.max().orElse(Long.MAX_VALUE)
                && pattern(shape).map(p -> p.matcher(candidate).matches()).orElse(true);
    }

    private static Optional<Pattern> pattern(Shape shape) {
        try {
            return shape.pattern().map(Pattern::compile);
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }
}
