package dev.rolecall.cloud;

import static dev.rolecall.cloud.Texts.allow;
import static dev.rolecall.cloud.Texts.grant;
import static dev.rolecall.cloud.Texts.policy;

import dev.rolecall.localstack.s3.S3Difference;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.Delete;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.Tag;

/// The walk through S3: a bucket, its objects, versions and uploads in parts, and who may not.
final class ContractOfS3 {
    private static final String BOX = "box-of-contract";
    private static final int PART = 5 << 20;

    private final TestCloud cloud;
    private final Transcript told;
    private final S3Client s3;

    ContractOfS3(TestCloud cloud, Transcript told) {
        this.cloud = cloud;
        this.told = told;
        s3 = cloud.admin().s3();
    }

    void walk() {
        buckets();
        new ContractOfObjects(told, s3, BOX).walk();
        versions();
        uploads();
        strangers();
        endings();
    }

    private void buckets() {
        told.call("CreateBucket", () -> s3.createBucket(b -> b.bucket(BOX)));
        told.refused(
                "CreateBucket of another's",
                () -> cloud.otherAdmin().s3().createBucket(b -> b.bucket(BOX)));
        told.refused("CreateBucket no name", () -> s3.createBucket(b -> b.bucket("xn--box")));
        told.call("HeadBucket", () -> s3.headBucket(b -> b.bucket(BOX)));
        told.refused("HeadBucket nowhere", () -> s3.headBucket(b -> b.bucket("nowhere-at-all")));
        told.call("GetBucketLocation", () -> s3.getBucketLocation(b -> b.bucket(BOX)));
        told.call("ListBuckets", () -> s3.listBuckets());
        told.refused("GetBucketTagging none", () -> s3.getBucketTagging(b -> b.bucket(BOX)));
        told.call(
                "PutBucketTagging",
                () ->
                        s3.putBucketTagging(
                                b -> b.bucket(BOX).tagging(t -> t.tagSet(tag("team", "blue")))));
        told.call("GetBucketTagging", () -> s3.getBucketTagging(b -> b.bucket(BOX)));
        told.refused("GetBucketPolicy none", () -> s3.getBucketPolicy(b -> b.bucket(BOX)));
        told.refused(
                "PutBucketPolicy no principal",
                () ->
                        s3.putBucketPolicy(
                                b -> b.bucket(BOX).policy(allow("s3:*", "arn:aws:s3:::" + BOX))));
        told.refused("PutBucketPolicy public", () -> open("*"));
        told.call("GetPublicAccessBlock", () -> s3.getPublicAccessBlock(b -> b.bucket(BOX)));
        told.call("GetBucketEncryption", () -> s3.getBucketEncryption(b -> b.bucket(BOX)));
        told.refused(
                "GetBucketLifecycleConfiguration none",
                () -> s3.getBucketLifecycleConfiguration(b -> b.bucket(BOX)));
    }

    private Object open(String principal) {
        return s3.putBucketPolicy(b ->
                b.bucket(BOX)
                        .policy(
                                policy(
                                        grant(
                                                "Allow",
                                                principal,
                                                "s3:GetObject",
                                                "arn:aws:s3:::" + BOX + "/*"))));
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private void versions() {
        told.call("GetBucketVersioning", () -> s3.getBucketVersioning(b -> b.bucket(BOX)));
        told.call(
                "PutBucketVersioning",
                () ->
                        s3.putBucketVersioning(b ->
                                b.bucket(BOX)
                                        .versioningConfiguration(
                                                v -> v.status(BucketVersioningStatus.ENABLED))));
        String version =
                told.opaque(
                        "version",
                        told.call(
                                        "PutObject version",
                                        () ->
                                                s3.putObject(
                                                        b -> b.bucket(BOX).key("top"),
                                                        RequestBody.fromString("second")))
                                .versionId());
        told.opaque(
                "marker-version",
                told.call("DeleteObject", () -> s3.deleteObject(b -> b.bucket(BOX).key("top")))
                        .versionId());
        told.refused("GetObject deleted", () -> s3.getObjectAsBytes(b -> b.bucket(BOX).key("top")));
        told.call(
                "GetObject version",
                () -> s3.getObjectAsBytes(b -> b.bucket(BOX).key("top").versionId(version)));
        told.call(
                "ListObjectVersions",
                () -> s3.listObjectVersions(b -> b.bucket(BOX).prefix("top")));
        told.refused(
                "GetObject no version",
                () -> s3.getObjectAsBytes(b -> b.bucket(BOX).key("top").versionId("none")));
        told.call(
                "DeleteObject version",
                () -> s3.deleteObject(b -> b.bucket(BOX).key("top").versionId(version)));
        told.call(
                "PutBucketVersioning suspended",
                () ->
                        s3.putBucketVersioning(b ->
                                b.bucket(BOX)
                                        .versioningConfiguration(
                                                v -> v.status(BucketVersioningStatus.SUSPENDED))));
    }

    private void uploads() {
        told.call("ListMultipartUploads none", () -> s3.listMultipartUploads(b -> b.bucket(BOX)));
        String id =
                told.opaque(
                        "upload",
                        told.call(
                                        "CreateMultipartUpload",
                                        () ->
                                                s3.createMultipartUpload(
                                                        b -> b.bucket(BOX).key("big")))
                                .uploadId());
        String one = part(id, 1, "x".repeat(PART));
        String two = part(id, 2, "y");
        told.differs(
                S3Difference.SUMS_OF_PARTS,
                "ListParts",
                () -> s3.listParts(b -> b.bucket(BOX).key("big").uploadId(id)));
        told.call("ListMultipartUploads", () -> s3.listMultipartUploads(b -> b.bucket(BOX)));
        told.refused("CompleteMultipartUpload in disorder", () -> complete(id, two, 2, one, 1));
        told.refused("CompleteMultipartUpload no part", () -> complete(id, one, 1, one, 3));
        told.call("CompleteMultipartUpload", () -> complete(id, one, 1, two, 2));
        told.call(
                "HeadObject part",
                () -> s3.headObject(b -> b.bucket(BOX).key("big").partNumber(2)));
        told.refused(
                "AbortMultipartUpload done",
                () -> s3.abortMultipartUpload(b -> b.bucket(BOX).key("big").uploadId("none")));
    }

    private String part(String id, int number, String text) {
        return told.call(
                        "UploadPart " + number,
                        () ->
                                s3.uploadPart(
                                        b ->
                                                b.bucket(BOX)
                                                        .key("big")
                                                        .uploadId(id)
                                                        .partNumber(number),
                                        RequestBody.fromString(text)))
                .eTag();
    }

    private Object complete(String id, String tag, int number, String nextTag, int nextNumber) {
        return s3.completeMultipartUpload(b ->
                b.bucket(BOX)
                        .key("big")
                        .uploadId(id)
                        .multipartUpload(u ->
                                u.parts(
                                        CompletedPart.builder()
                                                .eTag(tag)
                                                .partNumber(number)
                                                .build(),
                                        CompletedPart.builder()
                                                .eTag(nextTag)
                                                .partNumber(nextNumber)
                                                .build())));
    }

    private void strangers() {
        S3Client stranger = cloud.stranger("eve").s3();
        S3Client other = cloud.otherAdmin().s3();
        told.refused("GetObject by eve", () -> stranger.getObject(b -> b.bucket(BOX).key("copy")));
        told.refused(
                "GetObject by the other account",
                () -> other.getObjectAsBytes(b -> b.bucket(BOX).key("copy")));
        told.call("PutBucketPolicy", () -> open(TestCloud.OTHER));
        told.call("GetBucketPolicy", () -> s3.getBucketPolicy(b -> b.bucket(BOX)));
        told.call(
                "GetObject by the other account",
                () -> other.getObjectAsBytes(b -> b.bucket(BOX).key("copy")));
        told.refused(
                "DeleteObject by the other account",
                () -> other.deleteObject(b -> b.bucket(BOX).key("copy")));
        told.call("GetBucketPolicyStatus", () -> s3.getBucketPolicyStatus(b -> b.bucket(BOX)));
        told.call("DeleteBucketPolicy", () -> s3.deleteBucketPolicy(b -> b.bucket(BOX)));
    }

    private void endings() {
        told.refused("DeleteBucket not empty", () -> s3.deleteBucket(b -> b.bucket(BOX)));
        told.call(
                "DeleteObjects",
                () ->
                        s3.deleteObjects(b ->
                                b.bucket(BOX)
                                        .delete(
                                                Delete.builder()
                                                        .objects(
                                                                ObjectIdentifier.builder()
                                                                        .key("a/1")
                                                                        .build(),
                                                                ObjectIdentifier.builder()
                                                                        .key("never-there")
                                                                        .build())
                                                        .build())));
        told.call("CreateBucket spare", () -> s3.createBucket(b -> b.bucket(BOX + "-2")));
        told.call("DeleteBucket", () -> s3.deleteBucket(b -> b.bucket(BOX + "-2")));
        told.refused("DeleteBucket gone", () -> s3.deleteBucket(b -> b.bucket(BOX + "-2")));
    }
}
