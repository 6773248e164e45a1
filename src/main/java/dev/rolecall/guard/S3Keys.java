package dev.rolecall.guard;

import dev.rolecall.policy.Context;
import dev.rolecall.wire.Signature;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The condition keys of S3 requests ("Condition keys for Amazon S3"): most repeat a header or a
/// query parameter, absent where the request does not send it.
final class S3Keys {
    private static final Set<String> LISTS =
            Set.of("ListObjects", "ListObjectsV2", "ListObjectVersions");

    /// Headers that are condition keys of the same name.
    private static final List<String> HEADERS =
            List.of(
                    "x-amz-acl",
                    "x-amz-bucket-namespace",
                    "x-amz-copy-source",
                    "x-amz-grant-full-control",
                    "x-amz-grant-read",
                    "x-amz-grant-read-acp",
                    "x-amz-grant-write",
                    "x-amz-grant-write-acp",
                    "x-amz-metadata-directive",
                    "x-amz-object-ownership",
                    "x-amz-server-side-encryption",
                    "x-amz-server-side-encryption-aws-kms-key-id",
                    "x-amz-server-side-encryption-customer-algorithm",
                    "x-amz-storage-class",
                    "x-amz-website-redirect-location");

    /// Operations that need `s3:PutObject`, to whether they bring an object into being; a policy
    /// that demands conditional writes spares the others with it ("Enforce conditional writes on
    /// Amazon S3 buckets").
    private static final Map<String, Boolean> CREATE =
            Map.of(
                    "PutObject", true,
                    "CopyObject", true,
                    "CompleteMultipartUpload", true,
                    "CreateMultipartUpload", false,
                    "UploadPart", false,
                    "UploadPartCopy", false);

    private final S3Resources resources;
    private final LabClock clock;

    S3Keys(S3Resources resources, LabClock clock) {
        this.resources = resources;
        this.clock = clock;
    }

    /// The keys of a request on the resource that it is about.
    Context of(Asking asking, S3Resource on) {
        Context.Builder context = Context.builder();
        signing(asking, context);
        headers(asking, context);
        conditions(asking, context);
        lists(asking, context);
        requestedTags(asking, context);
        newBucket(asking, context);
        resources.describe(on, context);
        return context.build();
    }

    /// The keys of reading what a copy reads: what the request says of its target is not among
    /// them.
    Context ofSource(Asking asking, S3Resource source) {
        Context.Builder context = Context.builder();
        signing(asking, context);
        resources.describe(source, context);
        return context.build();
    }

    private void signing(Asking asking, Context.Builder context) {
        Signature signature = asking.signature();
        if (signature.kind() != Signature.Kind.NONE) {
            context.put("s3:signatureversion", "AWS4-HMAC-SHA256");
            context.put("s3:authType", signature.presigned() ? "REST-QUERY-STRING" : "REST-HEADER");
        }
        if (signature.presigned()) {
            Duration age = Duration.between(clock.labTimeOf(signature.signedAt()), clock.instant());
            context.put("s3:signatureAge", Long.toString(age.toMillis()));
        }
        asking.http()
                .header("x-amz-content-sha256")
                .ifPresent(value -> context.put("s3:x-amz-content-sha256", value));
    }

    private static void headers(Asking asking, Context.Builder context) {
        for (String header : HEADERS) {
            asking.http().header(header).ifPresent(value -> context.put("s3:" + header, value));
        }
    }

    /// The conditions of writes and deletes; those of reads are not asked about.
    private static void conditions(Asking asking, Context.Builder context) {
        Boolean creates = CREATE.get(asking.operation());
        if (creates == null && !asking.operation().equals("DeleteObject")) {
            return;
        }
        asking.http()
                .header("if-match")
                .ifPresent(tag -> context.put("s3:if-match", tag.replace("\"", "")));
        asking.http()
                .header("if-none-match")
                .ifPresent(tag -> context.put("s3:if-none-match", tag));
        if (creates != null) {
            context.put("s3:ObjectCreationOperation", creates.toString());
        }
    }

    private static void lists(Asking asking, Context.Builder context) {
        if (LISTS.contains(asking.operation())) {
            for (String parameter : List.of("prefix", "delimiter", "max-keys")) {
                asking.query()
                        .value(parameter)
                        .ifPresent(value -> context.put("s3:" + parameter, value));
            }
        }
    }

    private static void requestedTags(Asking asking, Context.Builder context) {
        Map<String, String> tags = new LinkedHashMap<>();
        asking.http().header("x-amz-tagging").ifPresent(text -> tags.putAll(parseTags(text)));
        asking.input().structure("Tagging").ifPresent(body -> tags.putAll(body.tags("TagSet")));
        tags.forEach((key, value) -> context.put("s3:RequestObjectTag/" + key, value));
        if (asking.input().has("Tagging")) {
            context.putAll("s3:RequestObjectTagKeys", new ArrayList<>(tags.keySet()));
        }
    }

    private static void newBucket(Asking asking, Context.Builder context) {
        asking.input()
                .structure("CreateBucketConfiguration")
                .ifPresent(configuration -> {
                    configuration
                            .text("LocationConstraint")
                            .ifPresent(value -> context.put("s3:locationconstraint", value));
                    Tagging.requested(configuration, context);
                });
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

    /// What does not decode stays as it is: the action refuses such a header.
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
