package dev.rolecall.wire;

import dev.rolecall.fault.ProtocolErrors;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/// Checks an S3 request against the model: what a message lacks or names wrongly is MalformedXML,
/// what a header or parameter names wrongly has an error of its own. All other rules of S3 are not
/// in its model and are the actions'.
final class S3FrontEnd {
    private S3FrontEnd() {}

    static void check(Operation operation, SdkPojo request) {
        for (Shape.Member member : operation.input().map(Shape::members).orElse(List.of())) {
            Optional<Object> value = Pojos.member(request, member.name());
            switch (member.location()) {
                case "payload" -> payload(operation, member, value);
                case "header", "querystring" -> value.ifPresent(v -> named(operation, member, v));
                case "" -> message(operation, member, value);
                default -> {
                    // Bucket and key: there, or the route would be another one.
                }
            }
        }
    }

    private static void payload(Operation operation, Shape.Member member, Optional<Object> value) {
        if (operation.streamsIn()) {
            return;
        }
        if (value.isEmpty() && member.required()) {
            throw ProtocolErrors.missingRequestBody();
        }
        value.ifPresent(v -> check(operation, operation.shape(member.shape()), v));
    }

    private static void message(Operation operation, Shape.Member member, Optional<Object> value) {
        if (value.isEmpty() && member.required()) {
            throw ProtocolErrors.malformedXml();
        }
        value.ifPresent(v -> check(operation, operation.shape(member.shape()), v));
    }

    private static void check(Operation operation, Shape shape, Object value) {
        switch (value) {
            case SdkPojo pojo -> {
                for (Shape.Member member : shape.members()) {
                    message(operation, member, Pojos.member(pojo, member.name()));
                }
            }
            case List<?> list ->
                    list.forEach(
                            element -> check(operation, operation.shape(shape.element()), element));
            case String text -> {
                if (!shape.values().isEmpty() && !shape.values().contains(text)) {
                    throw ProtocolErrors.malformedXml();
                }
            }
            default -> {
                // Numbers and times have been read as what they are.
            }
        }
    }

    private static void named(Operation operation, Shape.Member member, Object value) {
        List<String> values = operation.shape(member.shape()).values();
        if (value instanceof String text && !values.isEmpty() && !values.contains(text)) {
            throw ProtocolErrors.invalidValue(member.wireName(), text);
        }
    }
}
