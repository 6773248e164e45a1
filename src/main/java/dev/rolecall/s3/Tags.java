package dev.rolecall.s3;

import dev.rolecall.fault.S3Errors;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.Tag;

/// Tags of buckets and objects, in the order given ("Categorizing your objects using tags").
final class Tags {
    private static final int OBJECT_LIMIT = 10;
    private static final int BUCKET_LIMIT = 50;
    private static final int KEY_LIMIT = 128;
    private static final int VALUE_LIMIT = 256;
    private static final String HEADER = "x-amz-tagging";

    private Tags() {}

    static Map<String, String> copyOf(Map<String, String> tags) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    }

    static List<Tag> shown(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    /// Tags as they are stored, unchecked.
    static Map<String, String> read(List<Tag> tags) {
        Map<String, String> read = new LinkedHashMap<>();
        tags.forEach(tag -> read.put(tag.key(), tag.value()));
        return read;
    }

    static Map<String, String> ofBucket(Optional<List<Tag>> tags) {
        return checked(tags.orElse(List.of()), "Bucket", BUCKET_LIMIT);
    }

    static Map<String, String> ofObject(List<Tag> tags) {
        return checked(tags, "Object", OBJECT_LIMIT);
    }

    /// Reads the header `x-amz-tagging`, which is written like a query string, if there is one.
    static Map<String, String> ofHeader(@Nullable String header) {
        if (header == null) {
            return Map.of();
        }
        List<Tag> tags = new ArrayList<>();
        for (String pair : header.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                String key = decoded(equals < 0 ? pair : pair.substring(0, equals), header);
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1), header);
                tags.add(Tag.builder().key(key).value(value).build());
            }
        }
        if (tags.stream().map(Tag::key).distinct().count() < tags.size()) {
            throw malformed(header);
        }
        return checked(tags, "Object", OBJECT_LIMIT);
    }

    private static String decoded(String text, String header) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw malformed(header);
        }
    }

    private static RuntimeException malformed(String header) {
        return S3Errors.invalidArgument(
                "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query"
                        + " parameters without tag name duplicates.",
                HEADER,
                header);
    }

    private static Map<String, String> checked(List<Tag> tags, String what, int limit) {
        if (tags.size() > limit) {
            throw S3Errors.tooManyTags(what, limit);
        }
        Map<String, String> checked = new LinkedHashMap<>();
        for (Tag tag : tags) {
            if (tag.key() == null || tag.value() == null) {
                throw S3Errors.malformedXml();
            }
            check(tag.key(), tag.value());
            if (checked.put(tag.key(), tag.value()) != null) {
                throw S3Errors.repeatedTag(tag.key());
            }
        }
        return checked;
    }

    private static void check(String key, String value) {
        if (key.isEmpty() || key.length() > KEY_LIMIT || !allowed(key)) {
            throw S3Errors.invalidTagKey(key);
        }
        if (key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
            throw S3Errors.systemTag(key);
        }
        if (value.length() > VALUE_LIMIT || !allowed(value)) {
            throw S3Errors.invalidTagValue(key, value);
        }
    }

    private static boolean allowed(String text) {
        return text.codePoints()
                .allMatch(c ->
                        Character.isLetterOrDigit(c)
                                || Character.isSpaceChar(c)
                                || "+-=._:/@".indexOf(c) >= 0);
    }
}
