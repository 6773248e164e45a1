package dev.rolecall.cloud;

import static dev.rolecall.cloud.TestCloud.answer;
import static dev.rolecall.cloud.Texts.allow;
import static dev.rolecall.cloud.Texts.grant;
import static dev.rolecall.cloud.Texts.policy;
import static dev.rolecall.cloud.Texts.statement;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.Tag;

/// What writing and deleting need, and making buckets (aws-truth 4).
class S3WritePermissionTest extends BoxFixture {
    @Test
    void tagsAndAnAclOfAnUploadArePermissionsOfTheirOwn() {
        may("s3:PutObject");
        s3.putObject(b -> b.bucket("box").key("n"), RequestBody.fromString("x"));
        assertThat(
                        answer(() ->
                                s3.putObject(
                                        b -> b.bucket("box").key("n").tagging("a=b"),
                                        RequestBody.fromString("x"))))
                .contains("s3:PutObjectTagging on");
        assertThat(
                        answer(() ->
                                s3.createMultipartUpload(
                                        b -> b.bucket("box").key("n").tagging("a=b"))))
                .contains("s3:PutObjectTagging on");
        assertThat(
                        answer(() ->
                                s3.putObject(
                                        b -> b.bucket("box").key("n").acl(ObjectCannedACL.PRIVATE),
                                        RequestBody.fromString("x"))))
                .contains("s3:PutObjectAcl on");
        may("s3:PutObject", "s3:PutObjectTagging", "s3:PutObjectAcl");
        s3.putObject(
                b -> b.bucket("box").key("n").tagging("a=b").acl(ObjectCannedACL.PRIVATE),
                RequestBody.fromString("x"));
    }

    /// [O] The bucket's owner need not grant PutObjectAcl to another account.
    @Test
    void anAclHeaderIsTheCallersOwnAccountsBusiness() {
        admin.putBucketPolicy(b ->
                b.bucket("box")
                        .policy(
                                policy(
                                        grant(
                                                "Allow",
                                                "arn:aws:iam::444455556666:root",
                                                "s3:PutObject",
                                                KEYS))));
        TestCloud.Clients stranger = cloud.stranger("X");
        give("X", "s3:PutObject");
        assertThat(answer(() -> putWithAcl(stranger.s3())))
                .isEqualTo("403 AccessDenied Access Denied");
        assertThat(cloud.last().asked().getLast().action()).isEqualTo("s3:PutObjectAcl");
        give("X", "s3:PutObject*");
        putWithAcl(stranger.s3());
        assertThat(cloud.last().askedFor("s3:PutObjectAcl")).isTrue();
    }

    private void give(String stranger, String action) {
        cloud.otherAdmin()
                .iam()
                .putUserPolicy(b ->
                        b.userName(stranger).policyName("own").policyDocument(allow(action, "*")));
    }

    private static void putWithAcl(S3Client client) {
        client.putObject(
                b -> b.bucket("box").key("n").acl(ObjectCannedACL.BUCKET_OWNER_FULL_CONTROL),
                RequestBody.fromString("x"));
    }

    @Test
    void theLockHeadersOfAnUploadArePermissionsOfTheirOwn() {
        may("s3:PutObject");
        assertThat(
                        answer(() ->
                                s3.putObject(
                                        b ->
                                                b.bucket("box")
                                                        .key("n")
                                                        .objectLockLegalHoldStatus("ON"),
                                        RequestBody.fromString("x"))))
                .contains("s3:PutObjectLegalHold on");
        assertThat(
                        answer(() ->
                                s3.putObject(
                                        b -> b.bucket("box").key("n").objectLockMode("GOVERNANCE"),
                                        RequestBody.fromString("x"))))
                .contains("s3:PutObjectRetention on");
        may("s3:DeleteObjectVersion");
        assertThat(
                        answer(() ->
                                s3.deleteObject(b ->
                                        b.bucket("box")
                                                .key("k")
                                                .versionId("null")
                                                .bypassGovernanceRetention(true))))
                .contains("s3:BypassGovernanceRetention on");
    }

    @Test
    void eachKeyOfABatchIsDecidedByItself() {
        put("public/1");
        put("private/1");
        cloud.allow("U", allow("s3:DeleteObject", BOX + "/public/*"));
        DeleteObjectsResponse response = delete("public/1", "private/1", "public/gone");
        assertThat(response.deleted()).extracting("key").containsExactly("public/1", "public/gone");
        assertThat(response.errors()).hasSize(1);
        S3Error error = response.errors().getFirst();
        assertThat(error.key()).isEqualTo("private/1");
        assertThat(error.code()).isEqualTo("AccessDenied");
        assertThat(error.message())
                .endsWith("because no identity-based policy allows the s3:DeleteObject action");
        assertThat(asked())
                .containsExactly("s3:DeleteObject", "s3:DeleteObject", "s3:DeleteObject");
        assertThat(cloud.cloud().trail().evaluations(cloud.last().number())).hasSize(3);
        assertThat(admin.listObjectsV2(b -> b.bucket("box")).contents())
                .extracting("key")
                .containsExactly("k", "private/1");
    }

    private DeleteObjectsResponse delete(String... keys) {
        List<ObjectIdentifier> identifiers =
                Stream.of(keys).map(k -> ObjectIdentifier.builder().key(k).build()).toList();
        return s3.deleteObjects(b -> b.bucket("box").delete(d -> d.objects(identifiers)));
    }

    /// Each key of a batch has the keys of its request, such as where that came from.
    @Test
    void aConditionOnTheRequestHoldsForEachKeyOfABatch() {
        cloud.allow(
                "U",
                policy(
                        statement("Allow", "s3:*", "*"),
                        statement(
                                "Deny",
                                "s3:DeleteObject",
                                "*",
                                "'IpAddress':{'aws:SourceIp':'127.0.0.0/8'}")));
        assertThat(delete("k").errors()).hasSize(1);
        cloud.allow(
                "U",
                policy(
                        statement(
                                "Allow",
                                "s3:DeleteObject",
                                "*",
                                "'IpAddress':{'aws:SourceIp':'127.0.0.0/8'}")));
        assertThat(delete("k").deleted()).hasSize(1);
    }

    @Test
    void toCompareAnEntityTagTakesTheRightToRead() {
        String tag = admin.headObject(b -> b.bucket("box").key("k")).eTag();
        may("s3:DeleteObject");
        assertThat(answer(() -> s3.deleteObject(b -> b.bucket("box").key("k").ifMatch(tag))))
                .contains("s3:GetObject on");
        ObjectIdentifier identifier = ObjectIdentifier.builder().key("k").eTag(tag).build();
        assertThat(
                        s3.deleteObjects(b -> b.bucket("box").delete(d -> d.objects(identifier)))
                                .errors())
                .hasSize(1);
        s3.deleteObject(b -> b.bucket("box").key("k").ifMatch("*"));
    }

    @Test
    void aNewBucketAsksForEverythingThatItIsMadeWith() {
        cloud.allow("U", allow("s3:CreateBucket", "*"));
        s3.createBucket(b -> b.bucket("plain"));
        assertThat(
                        answer(() ->
                                s3.createBucket(b ->
                                        b.bucket("other")
                                                .objectOwnership(ObjectOwnership.OBJECT_WRITER))))
                .contains("s3:PutBucketOwnershipControls on");
        assertThat(answer(() -> s3.createBucket(b -> b.bucket("other").acl("public-read"))))
                .contains("s3:PutBucketAcl on");
        assertThat(
                        answer(() ->
                                s3.createBucket(
                                        b -> b.bucket("other").objectLockEnabledForBucket(true))))
                .contains("s3:PutBucketObjectLockConfiguration on");
        assertThat(
                        answer(() ->
                                s3.createBucket(b ->
                                        b.bucket("other")
                                                .createBucketConfiguration(c ->
                                                        c.tags(
                                                                Tag.builder()
                                                                        .key("a")
                                                                        .value("b")
                                                                        .build())))))
                .contains("s3:TagResource on");
    }

    @Test
    void anothersBucketNameIsTakenAndNotForbidden() {
        cloud.otherAdmin().s3().createBucket(b -> b.bucket("theirs"));
        assertThat(answer(() -> admin.createBucket(b -> b.bucket("theirs"))))
                .startsWith("409 BucketAlreadyExists");
    }
}
