package dev.rolecall.cloud;

import static dev.rolecall.cloud.TestCloud.answer;
import static dev.rolecall.cloud.Texts.allow;
import static dev.rolecall.cloud.Texts.grant;
import static dev.rolecall.cloud.Texts.policy;
import static dev.rolecall.cloud.Texts.statement;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.TaggingDirective;

/// What copies and multipart uploads need (aws-truth 4).
class S3CopyPermissionTest extends BoxFixture {
    private void copy() {
        s3.copyObject(b ->
                b.sourceBucket("box")
                        .sourceKey("k")
                        .destinationBucket("box")
                        .destinationKey("copy"));
    }

    @Test
    void aCopyReadsItsSourceAndWritesItsTarget() {
        may("s3:PutObject");
        assertThat(answer(this::copy)).contains("s3:GetObject on resource: \"" + BOX + "/k\"");
        may("s3:GetObject");
        assertThat(answer(this::copy)).contains("s3:PutObject on resource: \"" + BOX + "/copy\"");
        may("s3:GetObject", "s3:PutObject");
        copy();
        assertThat(asked()).containsExactly("s3:GetObject", "s3:PutObject");
    }

    @Test
    void aCopyTakesTagsAlongWithThePermissionsForTagsOnBothSides() {
        admin.putObjectTagging(b ->
                b.bucket("box")
                        .key("k")
                        .tagging(t -> t.tagSet(Tag.builder().key("a").value("b").build())));
        may("s3:GetObject", "s3:PutObject");
        assertThat(answer(this::copy))
                .contains("s3:GetObjectTagging on resource: \"" + BOX + "/k\"");
        may("s3:GetObject", "s3:PutObject", "s3:GetObjectTagging");
        assertThat(answer(this::copy))
                .contains("s3:PutObjectTagging on resource: \"" + BOX + "/copy\"");
        may("s3:GetObject", "s3:PutObject", "s3:PutObjectTagging");
        s3.copyObject(b ->
                b.sourceBucket("box")
                        .sourceKey("k")
                        .destinationBucket("box")
                        .destinationKey("copy")
                        .taggingDirective(TaggingDirective.REPLACE)
                        .tagging("c=d"));
    }

    @Test
    void aMissingSourceIsToldToThoseWhoMayListAlone() {
        admin.deleteObject(b -> b.bucket("box").key("k"));
        may("s3:GetObject", "s3:PutObject");
        assertThat(answer(this::copy)).contains("s3:ListBucket on");
        may("s3:GetObject", "s3:PutObject", "s3:ListBucket");
        assertThat(answer(this::copy)).startsWith("404 NoSuchKey");
    }

    /// Both sides are of other accounts, each with a policy of its own.
    @Test
    void aCopyAcrossAccountsIsDecidedOnEachSide() {
        cloud.otherAdmin().s3().createBucket(b -> b.bucket("theirs"));
        cloud.allow("U", allow("s3:*", "*"));
        Runnable copy =
                () ->
                        s3.copyObject(b ->
                                b.sourceBucket("box")
                                        .sourceKey("k")
                                        .destinationBucket("theirs")
                                        .destinationKey("copy"));
        assertThat(answer(copy::run)).isEqualTo("403 AccessDenied Access Denied");
        cloud.otherAdmin()
                .s3()
                .putBucketPolicy(b ->
                        b.bucket("theirs")
                                .policy(
                                        policy(
                                                grant(
                                                        "Allow",
                                                        Texts.user("U"),
                                                        "s3:PutObject",
                                                        "arn:aws:s3:::theirs/*"))));
        copy.run();
        assertThat(asked()).containsExactly("s3:GetObject", "s3:PutObject");
    }

    @Test
    void aPartMayBeCopiedByWhoMayReadAndWrite() {
        may("s3:PutObject");
        String id = s3.createMultipartUpload(b -> b.bucket("box").key("big")).uploadId();
        Runnable part =
                () ->
                        s3.uploadPartCopy(b ->
                                b.sourceBucket("box")
                                        .sourceKey("k")
                                        .destinationBucket("box")
                                        .destinationKey("big")
                                        .uploadId(id)
                                        .partNumber(1));
        assertThat(answer(part::run)).contains("s3:GetObject on resource: \"" + BOX + "/k\"");
        may("s3:PutObject", "s3:GetObject");
        part.run();
    }

    /// [O] Whoever began it needs the right to write alone; others the operation's own.
    @Test
    void whoBeganAnUploadMayListAndAbortIt() {
        may("s3:PutObject");
        String own = s3.createMultipartUpload(b -> b.bucket("box").key("big")).uploadId();
        String others = admin.createMultipartUpload(b -> b.bucket("box").key("big")).uploadId();
        s3.listParts(b -> b.bucket("box").key("big").uploadId(own));
        assertThat(answer(() -> s3.listParts(b -> b.bucket("box").key("big").uploadId(others))))
                .contains("s3:ListMultipartUploadParts on");
        assertThat(abort(others)).contains("s3:AbortMultipartUpload on");
        may("s3:AbortMultipartUpload");
        s3.abortMultipartUpload(b -> b.bucket("box").key("big").uploadId(others));
        s3.abortMultipartUpload(b -> b.bucket("box").key("big").uploadId(own));
        cloud.allow(
                "U",
                policy(
                        statement("Allow", "s3:PutObject", "*"),
                        statement("Deny", "s3:AbortMultipartUpload", "*")));
        String denied = s3.createMultipartUpload(b -> b.bucket("box").key("big")).uploadId();
        assertThat(abort(denied)).contains("explicit deny");
    }

    private String abort(String id) {
        return answer(() -> s3.abortMultipartUpload(b -> b.bucket("box").key("big").uploadId(id)));
    }

    /// [O] A foreign caller gets 403 for a live id and NoSuchUpload for an unknown one.
    @Test
    void anUnknownUploadIsToldToEverybody() {
        assertThat(abort("unknown")).startsWith("404 NoSuchUpload");
        String live = admin.createMultipartUpload(b -> b.bucket("box").key("big")).uploadId();
        assertThat(abort(live)).startsWith("403");
    }
}
