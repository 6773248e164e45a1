package dev.rolecall.wire;

import dev.rolecall.fault.AwsError;
import dev.rolecall.fault.ProtocolErrors;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;

/// Reads S3's query parameters, in S3's own way with numbers.
final class S3Parameters {
    private S3Parameters() {}

    /// The value; empty for a number or time that was sent empty, which counts as omitted.
    static Optional<Object> query(SdkField<?> field, String text) {
        if (Pojos.kind(field) == MarshallingKnownType.STRING) {
            return Optional.of(text);
        }
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Scalars.parse(field, text));
        } catch (IllegalArgumentException e) {
            throw invalid(field, text);
        }
    }

    private static AwsError invalid(SdkField<?> field, String text) {
        String name = field.locationName();
        if (name.equals("partNumber")) {
            return ProtocolErrors.invalidArgument(
                    "Part number must be an integer between 1 and 10000, inclusive", name, text);
        }
        return Pojos.kind(field) == MarshallingKnownType.INTEGER
                ? ProtocolErrors.invalidArgument(
                        "Provided " + name + " not an integer or within integer range", name, text)
                : ProtocolErrors.invalidArgument("Invalid value for " + name, name, text);
    }
}
