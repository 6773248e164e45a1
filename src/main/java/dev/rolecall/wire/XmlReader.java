package dev.rolecall.wire;

import dev.rolecall.fault.ProtocolErrors;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.XmlAttributeTrait;

/// Reads an XML message of S3 into an SDK structure. What the schema does not have is MalformedXML.
final class XmlReader {
    private XmlReader() {}

    /// @param builder of the structure that the element holds
    static SdkPojo structure(SdkPojo builder, XmlNode node) {
        Set<String> known = new HashSet<>();
        for (SdkField<?> field : builder.sdkFields()) {
            if (field.containsTrait(XmlAttributeTrait.class)) {
                String value = node.attributes().get(field.locationName());
                if (value != null) {
                    field.set(builder, value);
                }
            } else if (field.location() == MarshallLocation.PAYLOAD) {
                String name = elementName(field);
                List<XmlNode> nodes = node.named(name);
                known.add(name);
                if (!nodes.isEmpty()) {
                    field.set(builder, value(field, nodes));
                }
            }
        }
        if (node.children().stream().anyMatch(child -> !known.contains(child.name()))) {
            throw ProtocolErrors.malformedXml();
        }
        return Pojos.build(builder);
    }

    private static String elementName(SdkField<?> field) {
        if (Pojos.kind(field) != MarshallingKnownType.LIST) {
            return field.locationName();
        }
        ListTrait trait = field.getTrait(ListTrait.class);
        return trait.isFlattened()
                ? Pojos.memberName(trait, field.locationName())
                : field.locationName();
    }

    private static Object value(SdkField<?> field, List<XmlNode> nodes) {
        if (Pojos.kind(field) == MarshallingKnownType.LIST) {
            return list(field.getTrait(ListTrait.class), nodes);
        }
        if (nodes.size() > 1) {
            throw ProtocolErrors.malformedXml();
        }
        return single(field, nodes.getFirst());
    }

    private static Object single(SdkField<?> field, XmlNode node) {
        if (Pojos.kind(field) == MarshallingKnownType.LIST) {
            return list(field.getTrait(ListTrait.class), List.of(node));
        }
        if (Pojos.kind(field) == MarshallingKnownType.MAP) {
            return map(field.getTrait(MapTrait.class), node);
        }
        if (Pojos.kind(field) == MarshallingKnownType.SDK_POJO) {
            return structure(Pojos.builder(field), node);
        }
        try {
            boolean string = Pojos.kind(field) == MarshallingKnownType.STRING;
            return Scalars.parse(field, string ? node.text() : node.text().trim());
        } catch (IllegalArgumentException e) {
            throw ProtocolErrors.malformedXml();
        }
    }

    private static List<Object> list(ListTrait trait, List<XmlNode> nodes) {
        List<XmlNode> members =
                trait.isFlattened()
                        ? nodes
                        : nodes.stream()
                                .flatMap(node ->
                                        node.named(Pojos.memberName(trait, "member")).stream())
                                .toList();
        List<Object> list = new ArrayList<>();
        for (XmlNode member : members) {
            list.add(single(trait.memberFieldInfo(), member));
        }
        return list;
    }

    private static Map<String, Object> map(MapTrait trait, XmlNode node) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (XmlNode entry : node.named("entry")) {
            List<XmlNode> keys = entry.named(trait.keyLocationName());
            List<XmlNode> values = entry.named(trait.valueLocationName());
            if (keys.size() != 1 || values.size() != 1) {
                throw ProtocolErrors.malformedXml();
            }
            map.put(keys.getFirst().text(), single(trait.valueFieldInfo(), values.getFirst()));
        }
        return map;
    }
}
