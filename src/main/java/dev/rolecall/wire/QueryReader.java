package dev.rolecall.wire;

import dev.rolecall.fault.ProtocolErrors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/// Reads a form of the query protocol into an SDK request. Unknown parameters are ignored, and an
/// empty list (`Tags=`) is an absent one, as at AWS.
final class QueryReader {
    private final Form form;

    private QueryReader(Form form) {
        this.form = form;
    }

    static SdkPojo read(Operation operation, Form form) {
        return new QueryReader(form).structure(Pojos.builder(operation.requestType()), "");
    }

    private SdkPojo structure(SdkPojo builder, String prefix) {
        for (SdkField<?> field : builder.sdkFields()) {
            value(field, prefix + field.locationName())
                    .ifPresent(value -> field.set(builder, value));
        }
        return Pojos.build(builder);
    }

    private Optional<?> value(SdkField<?> field, String path) {
        MarshallingKnownType type = Pojos.kind(field);
        if (type == MarshallingKnownType.LIST) {
            return list(field.getTrait(ListTrait.class), path);
        }
        if (type == MarshallingKnownType.MAP) {
            return map(field.getTrait(MapTrait.class), path);
        }
        if (type == MarshallingKnownType.SDK_POJO) {
            return form.hasUnder(path + ".")
                    ? Optional.of(structure(Pojos.builder(field), path + "."))
                    : Optional.empty();
        }
        return form.value(path).map(text -> scalar(field, text));
    }

    private Optional<List<Object>> list(ListTrait trait, String path) {
        SdkField<?> member = trait.memberFieldInfo();
        String prefix = trait.isFlattened() ? path + "." : path + "." + member.locationName() + ".";
        List<Object> list = new ArrayList<>();
        for (int index : form.indices(prefix)) {
            value(member, prefix + index).ifPresent(list::add);
        }
        return list.isEmpty() ? Optional.empty() : Optional.of(list);
    }

    private Optional<Map<String, Object>> map(MapTrait trait, String path) {
        String prefix = trait.isFlattened() ? path + "." : path + ".entry.";
        Map<String, Object> map = new LinkedHashMap<>();
        for (int index : form.indices(prefix)) {
            String entry = prefix + index + ".";
            String key = form.value(entry + trait.keyLocationName()).orElse("");
            value(trait.valueFieldInfo(), entry + trait.valueLocationName())
                    .ifPresent(value -> map.put(key, value));
        }
        return map.isEmpty() ? Optional.empty() : Optional.of(map);
    }

    private static Object scalar(SdkField<?> field, String text) {
        MarshallingKnownType type = Pojos.kind(field);
        if (text.isEmpty()
                && (type == MarshallingKnownType.INTEGER || type == MarshallingKnownType.LONG)) {
            throw ProtocolErrors.numberMissing();
        }
        try {
            return Scalars.parse(field, text);
        } catch (IllegalArgumentException e) {
            throw ProtocolErrors.malformedInput();
        }
    }
}
