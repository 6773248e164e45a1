package dev.rolecall.wire;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.Buildable;

/// What the SDK's classes offer to whoever fills or reads them without knowing them.
final class Pojos {
    private Pojos() {}

    /// A new builder of a request or response class.
    static SdkPojo builder(Class<?> type) {
        try {
            return (SdkPojo) type.getMethod("builder").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " has no builder", e);
        }
    }

    /// A new builder of a structure inside another.
    static SdkPojo builder(SdkField<?> field) {
        return field.constructor().get();
    }

    static SdkPojo build(SdkPojo builder) {
        return (SdkPojo) ((Buildable) builder).build();
    }

    /// The value of a field, or null. A list or map that nobody set counts as null.
    static @Nullable Object value(SdkField<?> field, SdkPojo pojo) {
        Object value = field.getValueOrDefault(pojo);
        return value instanceof SdkAutoConstructList<?>
                        || value instanceof SdkAutoConstructMap<?, ?>
                ? null
                : value;
    }

    /// The value of the member of that name, if it is set.
    static Optional<Object> member(SdkPojo pojo, String name) {
        for (SdkField<?> field : pojo.sdkFields()) {
            if (field.memberName().equals(name)) {
                return Optional.ofNullable(value(field, pojo));
            }
        }
        return Optional.empty();
    }

    static MarshallingKnownType kind(SdkField<?> field) {
        return field.marshallingType().getKnownType();
    }

    /// The element name of a list's members in XML.
    static String memberName(ListTrait list, String listName) {
        String name = list.memberLocationName();
        if (name != null) {
            return name;
        }
        return list.isFlattened() ? listName : list.memberFieldInfo().locationName();
    }
}
