package dev.rolecall.guard;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/// A request's members by the names that AWS's models give them, for the parts of the guard that
/// treat all operations alike.
final class Members {
    private final SdkPojo pojo;
    private final Map<String, SdkField<?>> fields = new HashMap<>();

    Members(SdkPojo pojo) {
        this.pojo = pojo;
        for (SdkField<?> field : pojo.sdkFields()) {
            fields.put(field.memberName(), field);
        }
    }

    boolean has(String member) {
        return value(member) != null;
    }

    Optional<String> text(String member) {
        return Optional.ofNullable(value(member)).map(Object::toString);
    }

    List<String> texts(String member) {
        return value(member) instanceof Collection<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }

    /// The members of a list of structures, such as `Delete.Objects`.
    List<Members> list(String member) {
        return value(member) instanceof Collection<?> list
                ? list.stream()
                        .filter(SdkPojo.class::isInstance)
                        .map(item -> new Members((SdkPojo) item))
                        .toList()
                : List.of();
    }

    Optional<Members> structure(String member) {
        return value(member) instanceof SdkPojo inner
                ? Optional.of(new Members(inner))
                : Optional.empty();
    }

    /// A list of `Key`, `Value` pairs.
    Map<String, String> tags(String member) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (Members tag : list(member)) {
            tags.put(tag.text("Key").orElse(""), tag.text("Value").orElse(""));
        }
        return tags;
    }

    private @Nullable Object value(String member) {
        SdkField<?> field = fields.get(member);
        Object value = field == null ? null : field.getValueOrDefault(pojo);
        return isAbsent(value) ? null : value;
    }

    /// The SDK's own marks for "not sent" are collections that construct themselves empty.
    private static boolean isAbsent(@Nullable Object value) {
        return value == null
                || value instanceof software.amazon.awssdk.core.util.SdkAutoConstructList;
    }
}
