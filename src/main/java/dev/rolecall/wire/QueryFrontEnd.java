package dev.rolecall.wire;

import dev.rolecall.fault.AwsError;
import dev.rolecall.fault.ValidationErrors;
import dev.rolecall.policy.Arn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/// Checks a request of STS or IAM against the model ("1 validation error detected: …").
final class QueryFrontEnd {
    private final Operation operation;
    private final List<String> clauses = new ArrayList<>();
    private @Nullable AwsError ownText;

    private QueryFrontEnd(Operation operation) {
        this.operation = operation;
    }

    static void check(Operation operation, SdkPojo request) {
        Optional<Shape> input = operation.input();
        if (input.isEmpty()) {
            return;
        }
        QueryFrontEnd checks = new QueryFrontEnd(operation);
        checks.structure(input.get(), request, new Path("", ""));
        if (!checks.clauses.isEmpty()) {
            throw ValidationErrors.constraints(checks.clauses);
        }
        if (checks.ownText != null) {
            throw checks.ownText;
        }
        checkArns(operation, request);
    }

    /// @param shown as messages print it: `tags.1.member.key`
    /// @param wire as it was sent: `Tags.member.1.Key`
    private record Path(String shown, String wire) {
        Path member(Shape.Member member) {
            return new Path(join(shown, lowerCamel(member.name())), join(wire, member.wireName()));
        }

        Path element(int index) {
            return new Path(shown + "." + index + ".member", wire + ".member." + index);
        }

        private static String join(String before, String name) {
            return before.isEmpty() ? name : before + "." + name;
        }

        private static String lowerCamel(String name) {
            return Character.toLowerCase(name.charAt(0)) + name.substring(1);
        }
    }

    private void structure(Shape shape, SdkPojo pojo, Path path) {
        for (Shape.Member member : shape.members()) {
            Optional<Object> value = Pojos.member(pojo, member.name());
            Path at = path.member(member);
            if (value.isPresent()) {
                value(member.name(), operation.shape(member.shape()), value.get(), at);
            } else if (member.required()) {
                missing(member.name(), at);
            }
        }
    }

    private void missing(String member, Path path) {
        if (Departures.missingParameter(operation, path.wire())) {
            throw ValidationErrors.missingParameter(path.wire());
        }
        clauses.add(
                (Departures.echoes(operation, member) ? "Value null at '" : "Value at '")
                        + path.shown()
                        + "' failed to satisfy constraint: Member must not be null");
    }

    private void value(String member, Shape shape, Object value, Path path) {
        switch (value) {
            case SdkPojo pojo -> structure(shape, pojo, path);
            case List<?> list -> list(member, shape, list, path);
            default -> scalar(member, shape, value, path);
        }
    }

    private void list(String member, Shape shape, List<?> list, Path path) {
        for (Constraint broken : Constraint.ofLength(shape.min(), shape.max(), list.size())) {
            clauses.add(clause("Value at '", path, broken.text()));
        }
        for (int i = 0; i < list.size(); i++) {
            value(member, operation.shape(shape.element()), list.get(i), path.element(i + 1));
        }
    }

    private void scalar(String member, Shape shape, Object value, Path path) {
        for (Constraint broken :
                Constraint.broken(
                        shape, value, Departures.greatest(operation, member, shape.max()))) {
            Optional<AwsError> own =
                    broken.kind() == Constraint.Kind.PATTERN
                            ? Departures.pattern(operation, path.shown())
                            : Optional.empty();
            if (own.isPresent()) {
                ownText = ownText == null ? own.get() : ownText;
            } else {
                boolean echoes = Departures.echoes(operation, member);
                clauses.add(
                        clause(
                                echoes ? "Value '" + value + "' at '" : "Value at '",
                                path,
                                text(broken)));
            }
        }
    }

    /// IAM was recorded without the list of values.
    private String text(Constraint broken) {
        return broken.kind() == Constraint.Kind.ENUM && operation.service() == AwsService.IAM
                ? "Member must satisfy enum value set"
                : broken.text();
    }

    private static String clause(String start, Path path, String rule) {
        return start + path.shown() + "' failed to satisfy constraint: " + rule;
    }

    private static void checkArns(Operation operation, SdkPojo request) {
        for (SdkField<?> field : request.sdkFields()) {
            if (Departures.mustBeArn(operation, field.memberName())
                    && field.getValueOrDefault(request) instanceof String text
                    && Arn.parse(text).filter(QueryFrontEnd::complete).isEmpty()) {
                throw ValidationErrors.invalidArn(text);
            }
        }
    }

    private static boolean complete(Arn arn) {
        return !arn.partition().isEmpty() && !arn.service().isEmpty() && !arn.resource().isEmpty();
    }
}
