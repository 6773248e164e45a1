package dev.rolecall.s3;

import dev.rolecall.fault.S3Errors;
import dev.rolecall.fault.S3ObjectErrors;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkPojo;

/// Reads an object's description from a request that writes it ("PutObject", "CopyObject",
/// "CreateMultipartUpload") and checks the limits of "Object key and metadata".
final class Describing {
    static final String STANDARD = "STANDARD";
    private static final String TYPE = "ContentType";
    static final List<String> HEADERS =
            List.of(
                    TYPE,
                    "CacheControl",
                    "ContentDisposition",
                    "ContentEncoding",
                    "ContentLanguage",
                    "WebsiteRedirectLocation");
    private static final Set<String> CLASSES =
            Set.of(
                    STANDARD,
                    "REDUCED_REDUNDANCY",
                    "STANDARD_IA",
                    "ONEZONE_IA",
                    "INTELLIGENT_TIERING",
                    "GLACIER",
                    "GLACIER_IR",
                    "DEEP_ARCHIVE");
    private static final List<String> LOCKS =
            List.of("ObjectLockMode", "ObjectLockLegalHoldStatus", "ObjectLockEventHold");
    private static final int MOST_METADATA = 2048;
    private static final int LONGEST_KEY = 1024;

    private Describing() {}

    static Description of(SdkPojo request, Map<String, String> metadata) {
        checkMetadata(metadata);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(TYPE, "binary/octet-stream");
        for (String name : HEADERS) {
            Members.text(request, name)
                    .map(value -> name.equals("ContentEncoding") ? encoding(value) : value)
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> headers.put(name, value));
        }
        return new Description(
                headers,
                Members.value(request, "Expires", Instant.class),
                metadata,
                storageClass(request).orElse(STANDARD));
    }

    /// `aws-chunked` is how the body came, not what it is.
    static String encoding(String header) {
        return Arrays.stream(header.split(","))
                .map(String::trim)
                .filter(coding -> !coding.equals("aws-chunked"))
                .collect(Collectors.joining(","));
    }

    static Optional<String> storageClass(SdkPojo request) {
        Optional<String> asked = Members.text(request, "StorageClass");
        if (asked.isPresent() && !CLASSES.contains(asked.get())) {
            throw S3ObjectErrors.invalidStorageClass(asked.get());
        }
        return asked;
    }

    private static void checkMetadata(Map<String, String> metadata) {
        int size =
                metadata.entrySet().stream()
                        .mapToInt(entry -> bytes(entry.getKey()) + bytes(entry.getValue()))
                        .sum();
        if (size > MOST_METADATA) {
            throw S3ObjectErrors.metadataTooLarge(size);
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /// Checks a request that writes an object, before its body is read.
    static void check(Bucket bucket, String key, SdkPojo request) {
        if (bytes(key) > LONGEST_KEY) {
            throw S3ObjectErrors.keyTooLong(bytes(key));
        }
        Encryption.check(request);
        Acls.checkWrite(bucket, request);
        for (String lock : LOCKS) {
            if (Members.text(request, lock).isPresent()) {
                throw S3Errors.lockNotOn();
            }
        }
        if (Members.value(request, "ObjectLockRetainUntilDate", Instant.class).isPresent()) {
            throw S3Errors.lockNotOn();
        }
        if (Members.value(request, "WriteOffsetBytes", Long.class).isPresent()) {
            throw S3Errors.notImplemented("x-amz-write-offset-bytes");
        }
    }
}
