package dev.rolecall.cloud;

import static dev.rolecall.cloud.TestCloud.answer;
import static dev.rolecall.cloud.Texts.allow;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/// What reading from S3 needs (aws-truth 4).
class S3ReadPermissionTest extends BoxFixture {
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

    /// The trail has the question that only the answer made necessary where AWS asks it.
    @Test
    void theTrailTellsOfTheListOnlyWhereTheKeyIsMissing() {
        may("s3:GetObject", "s3:ListBucket");
        s3.headObject(b -> b.bucket("box").key("k"));
        assertThat(asked()).containsExactly("s3:GetObject");
        answer(() -> s3.getObject(b -> b.bucket("box").key("gone")));
        assertThat(asked()).containsExactly("s3:ListBucket", "s3:GetObject");
        assertThat(cloud.last().errorCode()).isEqualTo("NoSuchKey");
        may("s3:GetObject");
        answer(() -> s3.getObject(b -> b.bucket("box").key("gone")));
        assertThat(asked()).containsExactly("s3:ListBucket", "s3:GetObject");
        assertThat(cloud.cloud().trail().lastRefused()).contains(cloud.last());
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
