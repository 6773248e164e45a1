package dev.rolecall.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.StsException;

/// The document's steps, and what lies beside them, through the real SDK over HTTP.
class CloudTest {
    private static final String ROLE = "arn:aws:iam::111122223333:role/account-s3-full-access";

    @TempDir Path bodies;
    private TestCloud cloud;

    @BeforeEach
    void start() {
        cloud = new TestCloud(bodies);
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    private static String trust(String principal) {
        return """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"%s"},\
        "Action":"sts:AssumeRole","Condition":{}}]}\
        """
                .formatted(principal);
    }

    private void roleTrusting(String principal) {
        IamClient iam = cloud.admin().iam();
        iam.createRole(b ->
                b.roleName("account-s3-full-access").assumeRolePolicyDocument(trust(principal)));
        iam.attachRolePolicy(b ->
                b.roleName("account-s3-full-access")
                        .policyArn("arn:aws:iam::aws:policy/AmazonS3FullAccess"));
    }

    private static AssumeRoleResponse assume(StsClient sts) {
        return sts.assumeRole(b -> b.roleArn(ROLE).roleSessionName("example"));
    }

    @Test
    void aUserWithoutPermissionIsRefusedTheListOfBuckets() {
        S3Client s3 = cloud.user("Test").s3();
        AwsServiceException refusal =
                catchThrowableOfType(AwsServiceException.class, s3::listBuckets);
        assertThat(refusal.statusCode()).isEqualTo(403);
        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
        assertThat(refusal.awsErrorDetails().errorMessage())
                .isEqualTo(
                        "User: arn:aws:iam::111122223333:user/Test is not authorized to perform:"
                                + " s3:ListAllMyBuckets because no identity-based policy allows the"
                                + " s3:ListAllMyBuckets action");
    }

    @Test
    void everybodyMayAskWhoTheyAre() {
        assertThat(cloud.user("Test").sts().getCallerIdentity().arn())
                .isEqualTo("arn:aws:iam::111122223333:user/Test");
    }

    @Test
    void aRoleThatTrustsTheAccountIsShutToAUserWithoutPermission() {
        TestCloud.Clients test = cloud.user("Test");
        roleTrusting("arn:aws:iam::111122223333:root");
        assertThatThrownBy(() -> assume(test.sts()))
                .isInstanceOf(StsException.class)
                .hasMessageContaining(
                        "User: arn:aws:iam::111122223333:user/Test is not authorized to perform:"
                                + " sts:AssumeRole on resource: "
                                + ROLE);
    }

    @Test
    void aRoleThatTrustsTheUserGivesASessionThatMayUseS3UntilItExpires() {
        TestCloud.Clients test = cloud.user("Test");
        roleTrusting("arn:aws:iam::111122223333:user/Test");
        AssumeRoleResponse assumed = assume(test.sts());
        assertThat(assumed.assumedRoleUser().arn())
                .isEqualTo("arn:aws:sts::111122223333:assumed-role/account-s3-full-access/example");
        assertThat(assumed.toString()).doesNotContain("PackedPolicySize");
        S3Client s3 = cloud.with(assumed.credentials()).s3();
        s3.createBucket(b -> b.bucket("hat"));
        s3.putObject(b -> b.bucket("hat").key("a/b c+d"), RequestBody.fromString("hello"));
        assertThat(s3.getObjectAsBytes(b -> b.bucket("hat").key("a/b c+d")).asUtf8String())
                .isEqualTo("hello");
        assertThatThrownBy(() -> test.s3().listBuckets()).isInstanceOf(S3Exception.class);

        cloud.clock().advance(Duration.ofMinutes(61));
        AwsServiceException expired =
                catchThrowableOfType(AwsServiceException.class, s3::listBuckets);
        assertThat(expired.awsErrorDetails().errorCode()).isEqualTo("ExpiredToken");
        assertThat(expired.statusCode()).isEqualTo(400);
        assertThat(cloud.with(assume(test.sts()).credentials()).s3().listBuckets().buckets())
                .hasSize(1);
    }

    @Test
    void aWrongSecretIsRefused() {
        StsClient sts =
                cloud.with(
                                software.amazon.awssdk.services.iam.model.AccessKey.builder()
                                        .accessKeyId(
                                                cloud.cloud()
                                                        .iam()
                                                        .state()
                                                        .account(TestCloud.ACCOUNT)
                                                        .orElseThrow()
                                                        .keys()
                                                        .keySet()
                                                        .iterator()
                                                        .next())
                                        .secretAccessKey("x".repeat(40))
                                        .build())
                        .sts();
        assertThatThrownBy(sts::getCallerIdentity)
                .hasMessageContaining("The request signature we calculated does not match");
    }

    @Test
    void theOtherAccountNeedsBothSides() {
        roleTrusting("arn:aws:iam::444455556666:root");
        AssumeRoleResponse assumed = assume(cloud.otherAdmin().sts());
        assertThat(assumed.assumedRoleUser().arn()).startsWith("arn:aws:sts::111122223333:");
    }

    @Test
    void aMissingBucketIsNamed() {
        S3Client s3 = cloud.admin().s3();
        assertThatThrownBy(() -> s3.listObjectsV2(b -> b.bucket("nowhere")))
                .isInstanceOf(NoSuchBucketException.class);
    }

    @Test
    void whatIsNotThereIsAnsweredAsUnknownAndNeverAsABug() {
        assertThatThrownBy(() -> cloud.admin().iam().listServerCertificates())
                .hasMessageContaining("Could not find operation ListServerCertificates");
        S3Client s3 = cloud.admin().s3();
        s3.createBucket(b -> b.bucket("plain"));
        assertThatThrownBy(() -> s3.getBucketMetadataTableConfiguration(b -> b.bucket("plain")))
                .isInstanceOf(S3Exception.class)
                .extracting(e -> ((S3Exception) e).statusCode())
                .isEqualTo(501);
    }

    @Test
    void aSnapshotBringsBackEverything() {
        CloudState before = cloud.cloud().state();
        cloud.user("Test");
        cloud.admin().s3().createBucket(b -> b.bucket("later"));
        cloud.clock().advance(Duration.ofHours(1));
        cloud.cloud().restore(before);
        assertThat(cloud.admin().iam().listUsers().users()).hasSize(1);
        assertThat(cloud.admin().s3().listBuckets().buckets()).isEmpty();
        assertThat(cloud.clock().offset()).isEqualTo(Duration.ZERO);
    }
}
