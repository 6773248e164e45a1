package dev.rolecall.cloud;

import dev.rolecall.localstack.s3.S3Difference;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/// S3 beside authorisation: mostly right in LocalStack, and what it answers is what is answered.
final class ObjectQuestions {
    private static final String HELLO = "\"5d41402abc4b2a76b9719d911017c592\"";

    private ObjectQuestions() {}

    static List<Question> all() {
        return Stream.of(tags(), writes(), buckets()).flatMap(List::stream).toList();
    }

    private static List<Question> tags() {
        return List.of(
                Question.of(
                        "PutObject's `ETag`",
                        "200 " + HELLO,
                        "10",
                        side -> {
                            String box = side.box();
                            return Answer.to(
                                    () ->
                                            side.admin()
                                                    .s3()
                                                    .putObject(
                                                            b -> b.bucket(box).key("new"),
                                                            RequestBody.fromString("hello")),
                                    put -> put.eTag());
                        }),
                Question.of(
                        "GetObject with a `Range`",
                        "206",
                        "10",
                        side -> {
                            String box = side.box();
                            return Answer.to(() ->
                                    side.admin()
                                            .s3()
                                            .getObjectAsBytes(
                                                    b -> b.bucket(box).key("k").range("bytes=1-2"))
                                            .response());
                        }),
                Question.of(
                        "GetObject with `If-None-Match` and the object's tag",
                        "304",
                        "10",
                        side -> unlessTag(side, HELLO)),
                Question.of(
                        "the same with the weak tag `W/\"…\"`",
                        "304",
                        "10",
                        side -> unlessTag(side, "W/" + HELLO)),
                Question.of(
                                "GetObject with `If-Match` and two tags, one of them the object's",
                                "200",
                                "10",
                                side -> {
                                    String box = side.box();
                                    return Answer.to(() ->
                                            side.admin()
                                                    .s3()
                                                    .getObjectAsBytes(b ->
                                                            b.bucket(box)
                                                                    .key("k")
                                                                    .ifMatch("\"x\", " + HELLO))
                                                    .response());
                                })
                        .unlike(S3Difference.TAGS_OF_CONDITIONS.reason()));
    }

    private static List<Question> writes() {
        return List.of(
                Question.of(
                        "PutObject with `If-None-Match: *` where there is an object",
                        "412 PreconditionFailed",
                        "10",
                        side -> {
                            String box = side.box();
                            return Answer.to(() ->
                                    side.admin()
                                            .s3()
                                            .putObject(
                                                    b -> b.bucket(box).key("k").ifNoneMatch("*"),
                                                    RequestBody.fromString("x")));
                        }),
                Question.of(
                        "DeleteObject with `If-Match` and another tag",
                        "412 PreconditionFailed",
                        "10",
                        side -> {
                            String box = side.box();
                            return Answer.to(() ->
                                    side.admin()
                                            .s3()
                                            .deleteObject(
                                                    b -> b.bucket(box).key("k").ifMatch("x")));
                        }),
                Question.of(
                                "ListObjectsV2 with `max-keys=0`",
                                "200 0 keys",
                                "10",
                                side -> {
                                    String box = side.box();
                                    return Answer.to(
                                            () ->
                                                    side.admin()
                                                            .s3()
                                                            .listObjectsV2(
                                                                    b -> b.bucket(box).maxKeys(0)),
                                            list -> list.contents().size() + " keys");
                                })
                        .unlike(S3Difference.NO_KEYS.reason()));
    }

    private static List<Question> buckets() {
        return List.of(
                Question.of(
                        "CreateBucket with the name of another account's bucket",
                        "409 BucketAlreadyExists",
                        "3.5",
                        side -> {
                            String box = side.box();
                            return Answer.to(() ->
                                    side.administrator(side.other())
                                            .s3()
                                            .createBucket(b -> b.bucket(box)));
                        }),
                Question.of(
                        "DeleteBucket of a bucket with an object",
                        "409 BucketNotEmpty",
                        "recorded 39",
                        side -> {
                            String box = side.box();
                            return Answer.to(
                                    () -> side.admin().s3().deleteBucket(b -> b.bucket(box)));
                        }),
                Question.of(
                        "PutBucketAcl `public-read` on a new bucket",
                        "400 AccessControlListNotSupported",
                        "4",
                        side -> {
                            String box = side.box();
                            return Answer.to(() ->
                                    side.admin()
                                            .s3()
                                            .putBucketAcl(b ->
                                                    b.bucket(box)
                                                            .acl(BucketCannedACL.PUBLIC_READ)));
                        }),
                Question.of(
                        "CompleteMultipartUpload with a first part of one byte",
                        "400 EntityTooSmall",
                        "10",
                        ObjectQuestions::tooSmall));
    }

    private static String unlessTag(Side side, String tag) {
        String box = side.box();
        return Answer.to(() ->
                side.admin()
                        .s3()
                        .getObjectAsBytes(b -> b.bucket(box).key("k").ifNoneMatch(tag))
                        .response());
    }

    private static String tooSmall(Side side) {
        String box = side.box();
        var s3 = side.admin().s3();
        String id = s3.createMultipartUpload(b -> b.bucket(box).key("big")).uploadId();
        List<CompletedPart> parts =
                List.of(1, 2).stream()
                        .map(number -> {
                            String tag =
                                    s3.uploadPart(
                                                    b ->
                                                            b.bucket(box)
                                                                    .key("big")
                                                                    .uploadId(id)
                                                                    .partNumber(number),
                                                    RequestBody.fromString("x"))
                                            .eTag();
                            return CompletedPart.builder().partNumber(number).eTag(tag).build();
                        })
                        .toList();
        return Answer.to(() ->
                s3.completeMultipartUpload(b ->
                        b.bucket(box)
                                .key("big")
                                .uploadId(id)
                                .multipartUpload(m -> m.parts(parts))));
    }
}
