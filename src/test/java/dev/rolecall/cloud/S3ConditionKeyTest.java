package dev.rolecall.cloud;

import static dev.rolecall.cloud.TestCloud.answer;
import static dev.rolecall.cloud.Texts.grant;
import static dev.rolecall.cloud.Texts.policy;
import static dev.rolecall.cloud.Texts.statement;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.Tag;

/// The condition keys of S3 (aws-truth 1.10 and 4.1), over HTTP.
class S3ConditionKeyTest {
    private static final String BOX = "arn:aws:s3:::box";

    @TempDir Path bodies;
    private TestCloud cloud;
    private S3Client admin;
    private TestCloud.Clients user;
    private S3Client s3;

    @BeforeEach
    void start() {
        cloud = new TestCloud(bodies);
        admin = cloud.admin().s3();
        admin.createBucket(b -> b.bucket("box"));
        admin.putObject(b -> b.bucket("box").key("k"), RequestBody.fromString("hello"));
        user = cloud.user("U");
        s3 = user.s3();
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    private void may(String action, String condition) {
        cloud.allow("U", policy(statement("Allow", action, "*", condition)));
    }

    private static void assertDenied(ThrowingCallable call) {
        assertThat(answer(call)).startsWith("403 AccessDenied");
    }

    @Test
    void aListMayBeTiedToAPrefixThatTheRequestNames() {
        may("s3:ListBucket", "'StringLike':{'s3:prefix':['home/U/*','']}");
        s3.listObjectsV2(b -> b.bucket("box").prefix("home/U/x"));
        s3.listObjectsV2(b -> b.bucket("box").prefix(""));
        s3.listObjects(b -> b.bucket("box").prefix("home/U/x"));
        assertDenied(() -> s3.listObjectsV2(b -> b.bucket("box").prefix("home/V/x")));
        assertDenied(() -> s3.listObjectsV2(b -> b.bucket("box")));
        may("s3:ListBucket", "'StringEquals':{'s3:delimiter':'/'}");
        s3.listObjectsV2(b -> b.bucket("box").delimiter("/"));
        assertDenied(() -> s3.listObjectsV2(b -> b.bucket("box")));
    }

    /// V43: no default is filled in.
    @Test
    void aListsLengthIsWhatTheRequestSays() {
        may("s3:ListBucket", "'NumericLessThanEquals':{'s3:max-keys':'10'}");
        s3.listObjectsV2(b -> b.bucket("box").maxKeys(10));
        assertDenied(() -> s3.listObjectsV2(b -> b.bucket("box").maxKeys(11)));
        assertDenied(() -> s3.listObjectsV2(b -> b.bucket("box")));
    }

    @Test
    void anUploadsAclMayBeDemanded() {
        may("s3:*", "'StringEquals':{'s3:x-amz-acl':'bucket-owner-full-control'}");
        assertDenied(() -> put("n", ""));
        s3.putObject(
                b -> b.bucket("box").key("n").acl(ObjectCannedACL.BUCKET_OWNER_FULL_CONTROL),
                RequestBody.fromString("x"));
    }

    private void put(String key, String tags) {
        s3.putObject(
                b -> b.bucket("box").key(key).tagging(tags.isEmpty() ? null : tags),
                RequestBody.fromString("x"));
    }

    @Test
    void theTagsOfAnUploadMayBeDemanded() {
        may(
                "s3:*",
                "'StringEquals':{'s3:RequestObjectTag/team':'blue'},"
                        + "'ForAllValues:StringEquals':{'s3:RequestObjectTagKeys':['team','x y']}");
        put("n", "team=blue");
        put("n", "team=blue&x%20y=1");
        assertDenied(() -> put("n", "team=red"));
        assertDenied(() -> put("n", "team=blue&other=1"));
        assertDenied(() -> put("n", ""));
        s3.putObjectTagging(
                b -> b.bucket("box").key("n").tagging(t -> t.tagSet(tag("team", "blue"))));
        assertDenied(() ->
                s3.putObjectTagging(
                        b -> b.bucket("box").key("n").tagging(t -> t.tagSet(tag("team", "red")))));
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    /// V41: without `Null: false` a set without members meets ForAllValues.
    @Test
    void anEmptySetOfTagsMeetsForAllValues() {
        cloud.allow("U", policy(statement("Allow", "s3:GetObject", "*")));
        admin.putBucketPolicy(b ->
                b.bucket("box")
                        .policy(
                                policy(
                                        grant(
                                                "Allow",
                                                Texts.user("U"),
                                                "s3:PutObjectTagging",
                                                BOX + "/*",
                                                "'ForAllValues:StringEquals':{'s3:RequestObjectTagKeys':'team'}"))));
        s3.putObjectTagging(
                b -> b.bucket("box").key("k").tagging(t -> t.tagSet(java.util.List.of())));
    }

    @Test
    void theTagsThatAnObjectHasDecide() {
        admin.putObjectTagging(
                b -> b.bucket("box").key("k").tagging(t -> t.tagSet(tag("team", "blue"))));
        admin.putObject(b -> b.bucket("box").key("other"), RequestBody.fromString("x"));
        may("s3:GetObject*", "'StringEquals':{'s3:ExistingObjectTag/team':'blue'}");
        s3.getObjectAsBytes(b -> b.bucket("box").key("k"));
        s3.headObject(b -> b.bucket("box").key("k"));
        s3.getObjectTagging(b -> b.bucket("box").key("k"));
        assertDenied(() -> s3.getObject(b -> b.bucket("box").key("other")));
    }

    /// [O] The key never matches there, though the action table has it.
    @Test
    void tagsDoNotCountForAttributesNorForTheSourceOfACopyButForThatOfAPart() {
        admin.putObjectTagging(
                b -> b.bucket("box").key("k").tagging(t -> t.tagSet(tag("team", "blue"))));
        cloud.allow(
                "U",
                policy(
                        statement("Allow", "s3:PutObject*", "*"),
                        statement("Allow", "s3:GetObjectTagging", "*"),
                        statement(
                                "Allow",
                                "s3:GetObject",
                                "*",
                                "'StringEquals':{'s3:ExistingObjectTag/team':'blue'}"),
                        statement(
                                "Allow",
                                "s3:GetObjectAttributes",
                                "*",
                                "'StringEquals':{'s3:ExistingObjectTag/team':'blue'}")));
        assertDenied(() ->
                s3.getObjectAttributes(
                        b -> b.bucket("box").key("k").objectAttributesWithStrings("ObjectSize")));
        assertDenied(() ->
                s3.copyObject(b ->
                        b.sourceBucket("box")
                                .sourceKey("k")
                                .destinationBucket("box")
                                .destinationKey("c")));
        String id = s3.createMultipartUpload(b -> b.bucket("box").key("c")).uploadId();
        s3.uploadPartCopy(b ->
                b.sourceBucket("box")
                        .sourceKey("k")
                        .destinationBucket("box")
                        .destinationKey("c")
                        .uploadId(id)
                        .partNumber(1));
    }

    /// [O] The raw header is compared.
    @Test
    void aCopyMayBeTiedToItsSource() {
        cloud.allow(
                "U",
                policy(
                        statement("Allow", "s3:GetObject", "*"),
                        statement(
                                "Allow",
                                "s3:PutObject",
                                "*",
                                "'StringLike':{'s3:x-amz-copy-source':'box/*'}")));
        s3.copyObject(b ->
                b.sourceBucket("box").sourceKey("k").destinationBucket("box").destinationKey("c"));
        assertDenied(() -> put("n", ""));
    }

    @Test
    void conditionalWritesMayBeDemandedAndSpareTheStepsBefore() {
        may("s3:*", "'Null':{'s3:if-none-match':'false'}");
        assertDenied(() -> put("n", ""));
        s3.putObject(b -> b.bucket("box").key("n").ifNoneMatch("*"), RequestBody.fromString("x"));
        may("s3:*", "'Bool':{'s3:ObjectCreationOperation':'false'}");
        s3.createMultipartUpload(b -> b.bucket("box").key("n"));
        assertDenied(() -> put("m", ""));
        String tag = admin.headObject(b -> b.bucket("box").key("n")).eTag();
        may("s3:*", "'StringEquals':{'s3:if-match':'" + tag.replace("\"", "") + "'}");
        s3.putObject(b -> b.bucket("box").key("n").ifMatch(tag), RequestBody.fromString("y"));
    }

    @Test
    void encryptionAndStorageClassAreKeys() {
        may("s3:PutObject", "'StringEquals':{'s3:x-amz-server-side-encryption':'AES256'}");
        assertDenied(() -> put("n", ""));
        s3.putObject(
                b -> b.bucket("box").key("n").serverSideEncryption("AES256"),
                RequestBody.fromString("x"));
        may("s3:PutObject", "'StringEquals':{'s3:x-amz-storage-class':'STANDARD_IA'}");
        assertDenied(() -> put("n", ""));
        s3.putObject(
                b -> b.bucket("box").key("n").storageClass("STANDARD_IA"),
                RequestBody.fromString("x"));
    }

    @Test
    void aVersionAndAnOwnerAreKeys() {
        may("s3:*", "'StringEquals':{'s3:versionid':'null'}");
        s3.getObjectAsBytes(b -> b.bucket("box").key("k").versionId("null"));
        assertDenied(() -> s3.getObject(b -> b.bucket("box").key("k")));
        may("s3:*", "'StringEquals':{'s3:ResourceAccount':'111122223333'}");
        s3.getObjectAsBytes(b -> b.bucket("box").key("k"));
        may("s3:*", "'StringNotEquals':{'aws:ResourceAccount':'111122223333'}");
        assertDenied(() -> s3.getObject(b -> b.bucket("box").key("k")));
    }

    @Test
    void aNewBucketsSettingsAreKeys() {
        may("s3:*", "'StringEquals':{'s3:x-amz-object-ownership':'BucketOwnerEnforced'}");
        assertDenied(() -> s3.createBucket(b -> b.bucket("other")));
        s3.createBucket(b -> b.bucket("other").objectOwnership("BucketOwnerEnforced"));
    }

    /// A query or header that does not decode is the client's fault, whoever reads it first.
    @Test
    void whatDoesNotDecodeIsNoBug() {
        RawRequest list = user.raw("s3").path("/box").anonymous();
        assertThat(list.query("prefix=%25zz").send().status()).isEqualTo(403);
        assertThat(
                        cloud.admin()
                                .raw("s3")
                                .method("PUT")
                                .path("/box/n")
                                .signing("x-amz-tagging", "a=%zz")
                                .body("x")
                                .send()
                                .status())
                .isEqualTo(400);
        assertThat(cloud.bugs()).isEmpty();
    }
}
