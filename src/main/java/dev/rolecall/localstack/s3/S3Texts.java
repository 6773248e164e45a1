package dev.rolecall.localstack.s3;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.utils.builder.Buildable;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/// Headers in any script: RFC 2047's form on the way to the container and there, the text itself
/// here. Headers are ASCII, and S3 too shows other metadata in that form ("Working with object
/// metadata").
final class S3Texts {
    private static final String BEGIN = "=?UTF-8?B?";
    private static final String END = "?=";

    private S3Texts() {}

    static SdkPojo outgoing(SdkPojo request) {
        return each(request, S3Texts::isForeign, S3Texts::encoded);
    }

    static SdkPojo incoming(SdkPojo answer) {
        return each(answer, text -> text.startsWith(BEGIN) && text.endsWith(END), S3Texts::decoded);
    }

    private static boolean isForeign(String text) {
        return text.chars().anyMatch(c -> c >= 0x80);
    }

    private static String encoded(String text) {
        if (!isForeign(text)) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return BEGIN + Base64.getEncoder().encodeToString(bytes) + END;
    }

    private static String decoded(String text) {
        if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
            return text;
        }
        try {
            String base64 = text.substring(BEGIN.length(), text.length() - END.length());
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static SdkPojo each(
            SdkPojo pojo, Predicate<String> concerned, UnaryOperator<String> change) {
        SdkPojo changed = pojo;
        for (SdkField<?> field : pojo.sdkFields()) {
            boolean header = field.location() == MarshallLocation.HEADER;
            if (header && isConcerned(field.getValueOrDefault(pojo), concerned)) {
                changed = with(changed, field, change);
            }
        }
        return changed;
    }

    private static boolean isConcerned(@Nullable Object value, Predicate<String> concerned) {
        return switch (value) {
            case String text -> concerned.test(text);
            case Map<?, ?> map -> map.values().stream().anyMatch(v -> concerned.test(v + ""));
            case null, default -> false;
        };
    }

    private static SdkPojo with(SdkPojo pojo, SdkField<?> field, UnaryOperator<String> change) {
        SdkPojo builder = (SdkPojo) ((ToCopyableBuilder<?, ?>) pojo).toBuilder();
        Object value = field.getValueOrDefault(pojo);
        if (value instanceof Map<?, ?> map) {
            Map<String, String> changed = new LinkedHashMap<>();
            map.forEach((name, text) -> changed.put(name.toString(), change.apply(text + "")));
            field.set(builder, changed);
        } else {
            field.set(builder, change.apply(value.toString()));
        }
        return (SdkPojo) ((Buildable) builder).build();
    }
}
