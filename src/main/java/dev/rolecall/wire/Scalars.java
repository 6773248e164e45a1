package dev.rolecall.wire;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Locale;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.TimestampFormatTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/// Text to values and back, for everything that is neither structure nor collection.
final class Scalars {
    private static final Base64.Decoder BASE64 = Base64.getDecoder();

    private Scalars() {}

    /// Reads a value.
    ///
    /// @throws IllegalArgumentException if the text is none of that type
    static Object parse(SdkField<?> field, String text) {
        return switch (Pojos.kind(field)) {
            case STRING -> text;
            case INTEGER -> Integer.valueOf(text);
            case LONG -> Long.valueOf(text);
            case BOOLEAN -> bool(text);
            case INSTANT -> instant(text, format(field));
            case SDK_BYTES -> SdkBytes.fromByteArray(BASE64.decode(text));
            case DOUBLE -> Double.valueOf(text);
            case FLOAT -> Float.valueOf(text);
            case BIG_DECIMAL -> new BigDecimal(text);
            default -> throw new IllegalStateException("no scalar: " + field.memberName());
        };
    }

    /// Writes a value.
    ///
    /// @param millis whether ISO times have milliseconds, as S3's do
    static String text(SdkField<?> field, Object value, boolean millis) {
        if (value instanceof Instant instant) {
            return text(instant, format(field), millis);
        }
        if (value instanceof SdkBytes bytes) {
            return Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe());
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        return value.toString();
    }

    private static boolean bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Format format(SdkField<?> field) {
        TimestampFormatTrait trait = field.getTrait(TimestampFormatTrait.class);
        if (trait != null) {
            return trait.format();
        }
        return field.location() == MarshallLocation.HEADER ? Format.RFC_822 : Format.ISO_8601;
    }

    private static Instant instant(String text, Format format) {
        try {
            return switch (format) {
                case RFC_822 ->
                        ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
                case UNIX_TIMESTAMP -> seconds(text);
                case UNIX_TIMESTAMP_MILLIS -> Instant.ofEpochMilli(Long.parseLong(text));
                default -> OffsetDateTime.parse(text).toInstant();
            };
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static Instant seconds(String text) {
        return Instant.ofEpochMilli(new BigDecimal(text).movePointRight(3).longValue());
    }

    private static String text(Instant instant, Format format, boolean millis) {
        return switch (format) {
            case RFC_822 ->
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
            case UNIX_TIMESTAMP -> Long.toString(instant.getEpochSecond());
            case UNIX_TIMESTAMP_MILLIS -> Long.toString(instant.toEpochMilli());
            default ->
                    millis
                            ? Iso.MILLIS.format(instant.atOffset(ZoneOffset.UTC))
                            : instant.truncatedTo(ChronoUnit.SECONDS).toString();
        };
    }

    /// Made at the first use.
    private static final class Iso {
        static final DateTimeFormatter MILLIS =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);
    }
}
