package dev.rolecall.wire;

import dev.rolecall.fault.ProtocolErrors;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;

/// Reads the headers of an S3 request into fields.
final class S3Headers {
    private final HttpIn in;

    S3Headers(HttpIn in) {
        this.in = in;
    }

    Optional<?> value(SdkField<?> field) {
        String name = field.locationName().toLowerCase(Locale.ROOT);
        if (Pojos.kind(field) == MarshallingKnownType.MAP) {
            return prefixed(name);
        }
        Optional<String> text = text(name);
        if (Pojos.kind(field) == MarshallingKnownType.LIST) {
            return text.map(S3Headers::split);
        }
        return text.flatMap(value -> scalar(field, name, value));
    }

    /// What a field of that name holds: headers about the transfer are turned into what they say
    /// about the content.
    private Optional<String> text(String name) {
        return switch (name) {
            case "content-length" ->
                    in.header("x-amz-decoded-content-length").or(() -> in.header(name));
            case "content-encoding" -> in.header(name).flatMap(S3Headers::withoutChunked);
            case "x-amz-sdk-checksum-algorithm" ->
                    in.header(name)
                            .or(() -> in.header("x-amz-trailer").flatMap(S3Headers::algorithm));
            default -> all(name);
        };
    }

    private Optional<String> all(String name) {
        List<String> values = in.headers().get(name);
        return values == null || values.isEmpty()
                ? Optional.empty()
                : Optional.of(utf8(String.join(",", values.stream().map(String::trim).toList())));
    }

    private Optional<Map<String, String>> prefixed(String prefix) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String name : in.headers().keySet()) {
            if (name.startsWith(prefix) && name.length() > prefix.length()) {
                all(name).ifPresent(value -> map.put(name.substring(prefix.length()), value));
            }
        }
        return map.isEmpty() ? Optional.empty() : Optional.of(map);
    }

    private static Optional<Object> scalar(SdkField<?> field, String name, String text) {
        try {
            return Optional.of(Scalars.parse(field, text));
        } catch (IllegalArgumentException e) {
            if (Pojos.kind(field) == MarshallingKnownType.INSTANT && !name.contains("retain")) {
                // A malformed date in a condition counts as absent.
                return Optional.empty();
            }
            throw ProtocolErrors.invalidArgument("Invalid value for " + name, name, text);
        }
    }

    private static List<String> split(String text) {
        List<String> values = new ArrayList<>();
        for (String value : text.split(",", -1)) {
            if (!value.isBlank()) {
                values.add(value.trim());
            }
        }
        return values;
    }

    /// `aws-chunked` is how the body travels, not what it is.
    private static Optional<String> withoutChunked(String encoding) {
        List<String> rest =
                split(encoding).stream()
                        .filter(value -> !value.equalsIgnoreCase("aws-chunked"))
                        .toList();
        return rest.isEmpty() ? Optional.empty() : Optional.of(String.join(",", rest));
    }

    private static Optional<String> algorithm(String trailer) {
        String prefix = "x-amz-checksum-";
        String name = trailer.toLowerCase(Locale.ROOT);
        return name.startsWith(prefix)
                ? Optional.of(name.substring(prefix.length()).toUpperCase(Locale.ROOT))
                : Optional.empty();
    }

    /// The JDK's server reads headers as ISO 8859-1; clients send UTF-8.
    private static String utf8(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        return Percent.utf8(text.getBytes(StandardCharsets.ISO_8859_1)).orElse(text);
    }
}
