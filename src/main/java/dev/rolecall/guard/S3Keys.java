package dev.rolecall.guard;

import dev.rolecall.policy.Context;
import dev.rolecall.s3.S3;
import dev.rolecall.s3.StoredObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The condition keys of S3 requests ("Condition keys for Amazon S3"): most repeat a header or a
/// query parameter, absent where the request does not send it.
final class S3Keys {
    private static final Set<String> LISTS =
            Set.of("ListObjects", "ListObjectsV2", "ListObjectVersions", "ListMultipartUploads");

    /// Headers that are condition keys of the same name.
    private static final List<String> HEADERS =
            List.of(
                    "x-amz-acl",
                    "x-amz-content-sha256",
                    "x-amz-copy-source",
                    "x-amz-grant-full-control",
                    "x-amz-grant-read",
                    "x-amz-grant-read-acp",
                    "x-amz-grant-write",
                    "x-amz-grant-write-acp",
                    "x-amz-metadata-directive",
                    "x-amz-server-side-encryption",
                    "x-amz-server-side-encryption-aws-kms-key-id",
                    "x-amz-storage-class",
                    "x-amz-website-redirect-location");

    private final S3 s3;

    S3Keys(S3 s3) {
        this.s3 = s3;
    }

    Context of(Asking asking) {
        Context.Builder context = Context.builder();
        for (String header : HEADERS) {
            asking.http().header(header).ifPresent(value -> context.put("s3:" + header, value));
        }
        asking.http()
                .header("if-match")
                .ifPresent(v -> context.put("s3:if-match", v.replace("\"", "")));
        asking.http().header("if-none-match").ifPresent(v -> context.put("s3:if-none-match", v));
        if (LISTS.contains(asking.operation())) {
            for (String parameter : List.of("prefix", "delimiter", "max-keys")) {
                query(asking, parameter).ifPresent(value -> context.put("s3:" + parameter, value));
            }
        }
        asking.input().text("VersionId").ifPresent(value -> context.put("s3:versionid", value));
        asking.input()
                .structure("CreateBucketConfiguration")
                .flatMap(configuration -> configuration.text("LocationConstraint"))
                .ifPresent(value -> context.put("s3:locationconstraint", value));
        signing(asking, context);
        requestedTags(asking, context);
        asking.input()
                .text("Bucket")
                .ifPresent(bucket ->
                        existing(
                                bucket,
                                asking.input().text("Key").orElse(""),
                                asking.input().text("VersionId"),
                                context));
        return context.build();
    }

    /// The keys of an object that a copy reads.
    Context ofObject(String bucket, String key, Optional<String> version) {
        Context.Builder context = Context.builder();
        version.ifPresent(value -> context.put("s3:versionid", value));
        existing(bucket, key, version, context);
        return context.build();
    }

    private static void signing(Asking asking, Context.Builder context) {
        boolean presigned = query(asking, "X-Amz-Signature").isPresent();
        if (!asking.caller().accessKeyId().isEmpty()) {
            context.put("s3:signatureversion", "AWS4-HMAC-SHA256");
            context.put("s3:authType", presigned ? "REST-QUERY-STRING" : "REST-HEADER");
        }
    }

    private static void requestedTags(Asking asking, Context.Builder context) {
        Map<String, String> tags = new LinkedHashMap<>();
        asking.input().text("Tagging").ifPresent(header -> tags.putAll(parseTags(header)));
        asking.input().structure("Tagging").ifPresent(body -> tags.putAll(body.tags("TagSet")));
        tags.forEach((key, value) -> context.put("s3:RequestObjectTag/" + key, value));
        if (asking.input().has("Tagging")) {
            context.putAll("s3:RequestObjectTagKeys", new ArrayList<>(tags.keySet()));
        }
    }

    private static Map<String, String> parseTags(String header) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String pair : header.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                tags.put(
                        decode(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return tags;
    }

    private void existing(
            String bucket, String key, Optional<String> version, Context.Builder context) {
        s3.bucket(bucket).ifPresent(b -> context.put("s3:ResourceAccount", b.account()));
        version.map(id -> s3.object(bucket, key, id))
                .orElseGet(() -> s3.object(bucket, key))
                .map(StoredObject::tags)
                .ifPresent(tags ->
                        tags.forEach((name, value) ->
                                context.put("s3:ExistingObjectTag/" + name, value)));
    }

    private static Optional<String> query(Asking asking, String name) {
        for (String pair : asking.http().rawQuery().split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && decode(pair.substring(0, equals)).equals(name)) {
                return Optional.of(decode(pair.substring(equals + 1)));
            }
        }
        return Optional.empty();
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
