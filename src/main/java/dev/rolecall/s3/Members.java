package dev.rolecall.s3;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/// Reads and writes members that many of the SDK's classes have in common though they share no
/// type: the checksums, the headers of an object, the bucket and its expected owner.
final class Members {
    private Members() {}

    /// The bucket that a request is about; the SDK calls it otherwise where there is a source too.
    static String bucket(SdkPojo request) {
        return text(request, "Bucket").or(() -> text(request, "DestinationBucket")).orElse("");
    }

    /// The key that a request is about.
    static String key(SdkPojo request) {
        return text(request, "Key").or(() -> text(request, "DestinationKey")).orElse("");
    }

    /// @param member AWS's name, such as `ChecksumCRC32`; a class may lack it
    static Optional<String> text(SdkPojo pojo, String member) {
        return value(pojo, member, String.class);
    }

    static <T> Optional<T> value(SdkPojo pojo, String member, Class<T> type) {
        for (SdkField<?> field : pojo.sdkFields()) {
            if (field.memberName().equals(member)) {
                return Optional.ofNullable(type.cast(field.getValueOrDefault(pojo)));
            }
        }
        return Optional.empty();
    }

    /// Sets a member of a builder, which must have it.
    static void set(SdkPojo builder, String member, @Nullable Object value) {
        for (SdkField<?> field : builder.sdkFields()) {
            if (field.memberName().equals(member)) {
                field.set(builder, value);
                return;
            }
        }
        throw new IllegalArgumentException(builder.getClass() + " has no " + member);
    }
}
