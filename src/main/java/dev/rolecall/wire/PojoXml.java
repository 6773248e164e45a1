package dev.rolecall.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.XmlAttributeTrait;
import software.amazon.awssdk.core.traits.XmlAttributesTrait;

/// Writes an SDK structure as XML elements. A collection that nobody set is left out, an empty one
/// is an empty element; one that the model requires is always there.
final class PojoXml {
    /// IAM's members that hold a policy document, sent URL-encoded ("GetRolePolicy": the document
    /// is URL-encoded compliant with RFC 3986).
    private static final Set<String> DOCUMENTS =
            Set.of(
                    "PolicyDocument",
                    "AssumeRolePolicyDocument",
                    "AssumeRolePolicyDocumentTemplate",
                    "Document");

    /// Members that live STS prints before the others, in an order that the model does not have.
    private static final Map<String, List<String>> FIRST =
            Map.of(
                    "GetCallerIdentity", List.of("Arn", "UserId", "Account"),
                    "AssumeRole", List.of("AssumedRoleUser"));

    private final XmlText out;
    private final Operation operation;

    PojoXml(XmlText out, Operation operation) {
        this.out = out;
        this.operation = operation;
    }

    /// Writes the members of the answer itself.
    void answer(SdkPojo response) {
        List<String> first = FIRST.getOrDefault(operation.name(), List.of());
        List<SdkField<?>> fields = new ArrayList<>(response.sdkFields());
        fields.sort(
                Comparator.comparingInt(field -> {
                    int place = first.indexOf(field.memberName());
                    return place < 0 ? first.size() : place;
                }));
        members(fields, response, operation.output());
    }

    /// Writes the members that belong into the body.
    ///
    /// @param shape the structure's shape in the model
    void members(SdkPojo pojo, Optional<Shape> shape) {
        members(pojo.sdkFields(), pojo, shape);
    }

    private void members(List<SdkField<?>> fields, SdkPojo pojo, Optional<Shape> shape) {
        for (SdkField<?> field : fields) {
            if (field.location() == MarshallLocation.PAYLOAD
                    && !field.containsTrait(XmlAttributeTrait.class)) {
                Optional<Shape.Member> member = member(shape, field);
                Object value = Pojos.value(field, pojo);
                if (value != null) {
                    value(field, field.unmarshallLocationName(), value, type(member));
                } else if (member.isPresent() && member.get().required() && isList(field)) {
                    out.empty(field.unmarshallLocationName());
                }
            }
        }
    }

    private void value(SdkField<?> field, String name, Object value, Optional<Shape> shape) {
        switch (value) {
            case List<?> list -> list(field.getTrait(ListTrait.class), name, list, shape);
            case Map<?, ?> map -> map(field.getTrait(MapTrait.class), name, map, shape);
            case SdkPojo pojo -> {
                out.start(name, attributes(field, pojo));
                members(pojo, shape);
                out.end();
            }
            default -> out.element(name, text(field, value));
        }
    }

    private void list(ListTrait trait, String name, List<?> list, Optional<Shape> shape) {
        boolean wrapped = !trait.isFlattened();
        if (list.isEmpty()) {
            if (wrapped) {
                out.empty(name);
            }
            return;
        }
        if (wrapped) {
            out.start(name);
        }
        for (Object member : list) {
            value(trait.memberFieldInfo(), Pojos.memberName(trait, name), member, element(shape));
        }
        if (wrapped) {
            out.end();
        }
    }

    private void map(MapTrait trait, String name, Map<?, ?> map, Optional<Shape> shape) {
        out.start(name);
        map.forEach((key, value) -> {
            out.start("entry").element(trait.keyLocationName(), key.toString());
            value(trait.valueFieldInfo(), trait.valueLocationName(), value, element(shape));
            out.end();
        });
        out.end();
    }

    private String text(SdkField<?> field, Object value) {
        boolean s3 = operation.service() == AwsService.S3;
        String text = Scalars.text(field, value, s3);
        // The members of a list have no name.
        String name = field.memberName() == null ? "" : field.memberName();
        return operation.service() == AwsService.IAM && DOCUMENTS.contains(name)
                ? Percent.encode(text.getBytes(StandardCharsets.UTF_8), false)
                : text;
    }

    private Optional<Shape.Member> member(Optional<Shape> shape, SdkField<?> field) {
        return shape.flatMap(s ->
                s.members().stream()
                        .filter(member -> member.name().equals(field.memberName()))
                        .findFirst());
    }

    private Optional<Shape> type(Optional<Shape.Member> member) {
        return member.map(m -> operation.shape(m.shape()));
    }

    private Optional<Shape> element(Optional<Shape> collection) {
        return collection.filter(s -> s.element() >= 0).map(s -> operation.shape(s.element()));
    }

    private static boolean isList(SdkField<?> field) {
        return Pojos.kind(field) == MarshallingKnownType.LIST
                && !field.getTrait(ListTrait.class).isFlattened();
    }

    private static Map<String, String> attributes(SdkField<?> field, SdkPojo pojo) {
        XmlAttributesTrait trait = field.getTrait(XmlAttributesTrait.class);
        if (trait == null) {
            return Map.of();
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        trait.attributes()
                .forEach((name, accessors) -> {
                    String value = accessors.attributeGetter().apply(pojo);
                    if (value != null) {
                        attributes.put(name, value);
                    }
                });
        return attributes;
    }
}
