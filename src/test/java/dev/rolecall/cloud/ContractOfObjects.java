package dev.rolecall.cloud;

import dev.rolecall.localstack.s3.S3Difference;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectAttributes;
import software.amazon.awssdk.services.s3.model.Tag;

/// The walk through the objects of one bucket: written, read in whole and in part, with tags and on
/// conditions, listed and copied.
final class ContractOfObjects {
    private final Transcript told;
    private final S3Client s3;
    private final String box;

    ContractOfObjects(Transcript told, S3Client s3, String box) {
        this.told = told;
        this.s3 = s3;
        this.box = box;
    }

    void walk() {
        objects();
        conditions();
        lists();
        copies();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private Object put(String key, String text) {
        return s3.putObject(b -> b.bucket(box).key(key), RequestBody.fromString(text));
    }

    private Object get(String key) {
        return s3.getObjectAsBytes(b -> b.bucket(box).key(key));
    }

    private void objects() {
        told.call(
                "PutObject",
                () ->
                        s3.putObject(
                                b ->
                                        b.bucket(box)
                                                .key("a/b c+d")
                                                .contentType("text/plain")
                                                .cacheControl("no-store")
                                                .tagging("colour=red")
                                                .metadata(Map.of("k", "v")),
                                RequestBody.fromString("hello")));
        told.call("GetObject", () -> get("a/b c+d"));
        told.call("HeadObject", () -> s3.headObject(b -> b.bucket(box).key("a/b c+d")));
        told.refused("HeadObject none", () -> s3.headObject(b -> b.bucket(box).key("none")));
        told.refused("GetObject none", () -> get("none"));
        told.call(
                "GetObject range",
                () -> s3.getObjectAsBytes(b -> b.bucket(box).key("a/b c+d").range("bytes=1-3")));
        told.refused(
                "GetObject no range",
                () -> s3.getObjectAsBytes(b -> b.bucket(box).key("a/b c+d").range("bytes=9-")));
        told.call("GetObjectTagging", () -> s3.getObjectTagging(b -> b.bucket(box).key("a/b c+d")));
        told.refused(
                "PutObjectTagging the same twice",
                () ->
                        s3.putObjectTagging(b ->
                                b.bucket(box)
                                        .key("a/b c+d")
                                        .tagging(t -> t.tagSet(tag("k", "1"), tag("k", "2")))));
        told.call(
                "GetObjectAttributes",
                () ->
                        s3.getObjectAttributes(b ->
                                b.bucket(box)
                                        .key("a/b c+d")
                                        .objectAttributes(
                                                ObjectAttributes.E_TAG,
                                                ObjectAttributes.OBJECT_SIZE,
                                                ObjectAttributes.STORAGE_CLASS)));
        told.call("GetObjectAcl", () -> s3.getObjectAcl(b -> b.bucket(box).key("a/b c+d")));
        told.refused("PutObject too long a key", () -> put("k".repeat(1025), "x"));
    }

    private void conditions() {
        told.refused(
                "PutObject if none is there",
                () ->
                        s3.putObject(
                                b -> b.bucket(box).key("a/b c+d").ifNoneMatch("*"),
                                RequestBody.fromString("x")));
        told.refused(
                "PutObject if it matches",
                () ->
                        s3.putObject(
                                b -> b.bucket(box).key("a/b c+d").ifMatch("\"x\""),
                                RequestBody.fromString("x")));
        told.refused(
                "GetObject if it matches",
                () -> s3.getObjectAsBytes(b -> b.bucket(box).key("a/b c+d").ifMatch("\"x\"")));
        told.refused(
                "GetObject if it has changed",
                () ->
                        s3.getObjectAsBytes(b ->
                                b.bucket(box)
                                        .key("a/b c+d")
                                        .ifNoneMatch("\"5d41402abc4b2a76b9719d911017c592\"")));
        told.refused(
                "DeleteObject if it matches",
                () -> s3.deleteObject(b -> b.bucket(box).key("a/b c+d").ifMatch("\"x\"")));
    }

    private void lists() {
        for (String key : List.of("a/1", "a/2", "b/1", "top")) {
            put(key, "x");
        }
        ListObjectsV2Response page =
                told.call(
                        "ListObjectsV2 first",
                        () -> s3.listObjectsV2(b -> b.bucket(box).delimiter("/").maxKeys(2)));
        String token = told.opaque("continuation", page.nextContinuationToken());
        told.call(
                "ListObjectsV2 rest",
                () -> s3.listObjectsV2(b -> b.bucket(box).delimiter("/").continuationToken(token)));
        told.differs(
                S3Difference.NO_KEYS,
                "ListObjectsV2 none",
                () -> s3.listObjectsV2(b -> b.bucket(box).maxKeys(0)));
        told.call(
                "ListObjects", () -> s3.listObjects(b -> b.bucket(box).prefix("a/").marker("a/1")));
        told.refused("ListObjects nowhere", () -> s3.listObjects(b -> b.bucket("nowhere-at-all")));
        told.refused(
                "ListObjectsV2 no continuation",
                () -> s3.listObjectsV2(b -> b.bucket(box).continuationToken("no token")));
    }

    private void copies() {
        told.call(
                "CopyObject",
                () ->
                        s3.copyObject(b ->
                                b.sourceBucket(box)
                                        .sourceKey("a/b c+d")
                                        .destinationBucket(box)
                                        .destinationKey("copy")));
        told.call("HeadObject copy", () -> s3.headObject(b -> b.bucket(box).key("copy")));
        told.refused("CopyObject onto itself", () -> copy("copy", "copy"));
        told.refused("CopyObject none", () -> copy("none", "copy"));
    }

    private Object copy(String from, String to) {
        return s3.copyObject(
                b -> b.sourceBucket(box).sourceKey(from).destinationBucket(box).destinationKey(to));
    }
}
