package dev.rolecall.cloud;

import static dev.rolecall.cloud.TestCloud.answer;
import static dev.rolecall.cloud.Texts.allow;
import static dev.rolecall.cloud.Texts.grant;
import static dev.rolecall.cloud.Texts.policy;
import static dev.rolecall.cloud.Texts.statement;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.guard.Recorded;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.TaggingDirective;

/// What S3 operations need besides the permission of their name (aws-truth 4).
class S3PermissionTest {
    private static final String BOX = "arn:aws:s3:::box";
    private static final String KEYS = BOX + "/*";

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
        put("k");
        user = cloud.user("U");
        s3 = user.s3();
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    private void put(String key) {
        admin.putObject(b -> b.bucket("box").key(key), RequestBody.fromString("hello"));
    }

    /// Gives the user these actions on the bucket and its keys, and nothing else.
    private void may(String... actions) {
        cloud.allow(
                "U",
                policy(
                        Stream.of(actions)
                                .flatMap(action ->
                                        Stream.of(
                                                statement("Allow", action, BOX),
                                                statement("Allow", action, KEYS)))
                                .toArray(String[]::new)));
    }

    private List<String> asked() {
        return cloud.last().asked().stream().map(Recorded.Asked::action).toList();
    }

    /// A key that is missing is no news for who may not list.
    @ParameterizedTest(name = "{0}: exists {1}, GetObject {2}, ListBucket {3}: {4}")
    @CsvSource({
        "k, true, true, false, 200",
        "k, true, false, true, 403 s3:GetObject",
        "gone, false, true, true, 404",
        "gone, false, true, false, 403 s3:ListBucket",
        "gone, false, false, false, 403 s3:ListBucket",
        "gone, false, false, true, 403 s3:GetObject",
    })
    void aMissingKeyIsToldToThoseWhoMayListAlone(
            String key, boolean exists, boolean get, boolean list, String outcome) {
        may(get ? "s3:GetObject" : "s3:Nothing", list ? "s3:ListBucket" : "s3:Nothing");
        String status = outcome.substring(0, 3);
        if (status.equals("200")) {
            assertThat(s3.getObjectAsBytes(b -> b.bucket("box").key(key)).asUtf8String())
                    .isEqualTo("hello");
            s3.headObject(b -> b.bucket("box").key(key));
            return;
        }
        String denied = answer(() -> s3.getObject(b -> b.bucket("box").key(key)));
        assertThat(denied).startsWith(status);
        if (status.equals("403")) {
            String action = outcome.substring(4);
            String resource = action.equals("s3:ListBucket") ? BOX : BOX + "/" + key;
            assertThat(denied)
                    .isEqualTo(
                            "403 AccessDenied User: arn:aws:iam::111122223333:user/U is not"
                                    + " authorized to perform: "
                                    + action
                                    + " on resource: \""
                                    + resource
                                    + "\" because no identity-based policy allows the "
                                    + action
                                    + " action");
        }
        assertThat(
                        TestCloud.refusal(() -> s3.headObject(b -> b.bucket("box").key(key)))
                                .statusCode())
                .isEqualTo(Integer.parseInt(status));
    }

    @Test
    void aMissingBucketIsToldToEverybody() {
        assertThat(answer(() -> s3.getObject(b -> b.bucket("no-such-box").key("k"))))
                .startsWith("404 NoSuchBucket");
        assertThat(answer(() -> s3.listObjectsV2(b -> b.bucket("no-such-box"))))
                .startsWith("404 NoSuchBucket");
        assertThat(answer(() -> s3.deleteBucket(b -> b.bucket("no-such-box"))))
                .startsWith("404 NoSuchBucket");
        assertThat(
                        TestCloud.refusal(() -> s3.headBucket(b -> b.bucket("no-such-box")))
                                .statusCode())
                .isEqualTo(404);
    }

    @Test
    void listBucketIsOnTheBucketAndGetObjectOnTheKeys() {
        cloud.allow("U", allow("s3:*", KEYS));
        assertThat(answer(() -> s3.listObjectsV2(b -> b.bucket("box")))).startsWith("403");
        cloud.allow("U", allow("s3:*", BOX));
        assertThat(answer(() -> s3.getObject(b -> b.bucket("box").key("k")))).startsWith("403");
        assertThat(s3.listObjectsV2(b -> b.bucket("box")).contents()).hasSize(1);
    }

    @Test
    void listingTheBucketsIsOnAllOfS3() {
        cloud.allow("U", allow("s3:ListAllMyBuckets", "arn:aws:s3:::*"));
        assertThat(s3.listBuckets().buckets()).hasSize(1);
        cloud.allow("U", allow("s3:ListAllMyBuckets", BOX));
        assertThat(answer(() -> s3.listBuckets())).startsWith("403");
    }

    @Test
    void aVersionIsReadAndDeletedWithPermissionsOfItsOwn() {
        admin.putBucketVersioning(b ->
                b.bucket("box")
                        .versioningConfiguration(c -> c.status(BucketVersioningStatus.ENABLED)));
        String version =
                admin.putObject(b -> b.bucket("box").key("v"), RequestBody.fromString("1"))
                        .versionId();
        may("s3:GetObject", "s3:DeleteObject", "s3:ListBucket", "s3:GetObjectTagging");
        s3.getObjectAsBytes(b -> b.bucket("box").key("v"));
        assertThat(answer(() -> s3.getObject(b -> b.bucket("box").key("v").versionId(version))))
                .contains("s3:GetObjectVersion on");
        assertThat(answer(() -> s3.deleteObject(b -> b.bucket("box").key("v").versionId(version))))
                .contains("s3:DeleteObjectVersion on");
        assertThat(
                        answer(() ->
                                s3.getObjectTagging(
                                        b -> b.bucket("box").key("v").versionId(version))))
                .contains("s3:GetObjectVersionTagging on");
        assertThat(answer(() -> s3.listObjectVersions(b -> b.bucket("box"))))
                .contains("s3:ListBucketVersions on");
        may("s3:GetObjectVersion", "s3:DeleteObjectVersion");
        s3.getObjectAsBytes(b -> b.bucket("box").key("v").versionId(version));
        s3.deleteObject(b -> b.bucket("box").key("v").versionId(version));
    }

    @Test
    void attributesNeedTwoPermissions() {
        may("s3:GetObjectAttributes");
        assertThat(attributes()).contains("s3:GetObject on");
        may("s3:GetObject");
        assertThat(attributes()).contains("s3:GetObjectAttributes on");
        may("s3:GetObject", "s3:GetObjectAttributes");
        s3.getObjectAttributes(
                b -> b.bucket("box").key("k").objectAttributesWithStrings("ObjectSize"));
    }

    private String attributes() {
        return answer(() ->
                s3.getObjectAttributes(
                        b -> b.bucket("box").key("k").objectAttributesWithStrings("ObjectSize")));
    }

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
        assertThat(answer(() -> putWithAcl(stranger.s3()))).startsWith("403");
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

    /// Names of S3's own for what its operations do.
    @Test
    void actionsThatAreNoneOfAwsGrantNothing() {
        may("s3:HeadBucket", "s3:HeadObject", "s3:ListObjects", "s3:ListBuckets", "s3:CopyObject");
        assertThat(TestCloud.refusal(() -> s3.headBucket(b -> b.bucket("box"))).statusCode())
                .isEqualTo(403);
        assertThat(
                        TestCloud.refusal(() -> s3.headObject(b -> b.bucket("box").key("k")))
                                .statusCode())
                .isEqualTo(403);
        assertThat(answer(() -> s3.listObjectsV2(b -> b.bucket("box")))).startsWith("403");
    }
}
