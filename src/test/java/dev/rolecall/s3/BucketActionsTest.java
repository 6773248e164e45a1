package dev.rolecall.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.fault.AwsError;
import dev.rolecall.iam.Caller;
import dev.rolecall.localstack.Differs;
import dev.rolecall.localstack.s3.S3Difference;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLocationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLocationResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;

class BucketActionsTest {
    @TempDir Path folder;
    private Desk desk = new Desk(Path.of("unused"));

    @BeforeEach
    void open() {
        desk = new Desk(folder);
    }

    private void create(Caller caller, CreateBucketRequest request) {
        desk.call(caller, request, CreateBucketResponse.class);
    }

    private static CreateBucketRequest.Builder named(String name) {
        return CreateBucketRequest.builder().bucket(name);
    }

    private AwsError refusal(CreateBucketRequest.Builder request) {
        return Desk.error(() -> create(Desk.ALICE, request.build()));
    }

    @Test
    void aNewBucketIsClosedToThePublicAndHasNoAcls() {
        desk.bucket("photos");
        Bucket bucket = desk.s3.bucket("photos").orElseThrow();
        assertThat(bucket.account()).isEqualTo(Desk.ACCOUNT);
        assertThat(bucket.publicAccess()).isEqualTo(PublicAccess.BLOCKED);
        assertThat(bucket.ownerEnforced()).isTrue();
    }

    @Test
    @Differs(value = S3Difference.TIMES, seen = "2026-11-24T10:00:00Z")
    void aBucketIsOfTheLabsTime() {
        desk.bucket("photos");
        assertThat(desk.s3.existing("photos").created()).hasToString("2026-11-24T10:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ab",
                "Photos",
                "a_b",
                "-ab",
                "ab-",
                "a..b",
                "192.168.5.4",
                "xn--a",
                "b-s3alias",
                "amzn-s3-demo-x",
                "x--x-s3"
            })
    void aNameOutsideTheRulesIsRefused(String name) {
        AwsError error = refusal(named(name));
        assertThat(error.code()).isEqualTo("InvalidBucketName");
        assertThat(error.details()).containsExactly(Map.entry("BucketName", name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "a.b.c", "1-2", "192.168.5.4.5", "a256.1.1"})
    @Differs(
            value = S3Difference.NAMES_LIKE_ADDRESSES,
            seen = "bucket is not valid",
            only = "192.168.5.4.5")
    void aNameWithinTheRulesIsTaken(String name) {
        desk.bucket(name);
        assertThat(desk.s3.bucket(name)).isPresent();
    }

    /// §10 [O]: us-east-1 answers 200 and keeps the contents.
    @Test
    void theOwnerMayCreateTheBucketAgainInUsEast1() {
        desk.bucket("photos").put("photos", "k", "v");
        desk.bucket("photos");
        assertThat(desk.read("photos", "k")).isEqualTo("v");
    }

    @Test
    void elsewhereTheOwnerIsToldThatTheBucketIsThere() {
        CreateBucketRequest.Builder request =
                named("photos").createBucketConfiguration(c -> c.locationConstraint("eu-west-1"));
        create(Desk.ALICE, request.build());
        assertThat(refusal(request).code()).isEqualTo("BucketAlreadyOwnedByYou");
    }

    @Test
    void anotherAccountCannotTakeTheName() {
        desk.bucket("photos");
        AwsError error = Desk.error(() -> create(Desk.STRANGER, named("photos").build()));
        assertThat(error.status()).isEqualTo(409);
        assertThat(error.code()).isEqualTo("BucketAlreadyExists");
        assertThat(error.message()).startsWith("The requested bucket name is not available.");
    }

    @Test
    void theLocationIsToldUnlessItIsUsEast1() {
        desk.bucket("near");
        create(
                Desk.ALICE,
                named("far")
                        .createBucketConfiguration(c -> c.locationConstraint("eu-west-1"))
                        .build());
        assertThat(location("near").locationConstraintAsString()).isNull();
        assertThat(location("far").locationConstraintAsString()).isEqualTo("eu-west-1");
        HeadBucketResponse head =
                desk.call(
                        HeadBucketRequest.builder().bucket("far").build(),
                        HeadBucketResponse.class);
        assertThat(head.bucketRegion()).isEqualTo("eu-west-1");
    }

    private GetBucketLocationResponse location(String bucket) {
        return desk.call(
                GetBucketLocationRequest.builder().bucket(bucket).build(),
                GetBucketLocationResponse.class);
    }

    @Test
    void anUnknownLocationIsRefused() {
        assertThat(
                        refusal(
                                        named("photos")
                                                .createBucketConfiguration(
                                                        c -> c.locationConstraint("moon-1")))
                                .code())
                .isEqualTo("InvalidLocationConstraint");
    }

    @Test
    void anAclIsRefusedWhereAclsAreOff() {
        assertThat(refusal(named("photos").acl("public-read")).code())
                .isEqualTo("InvalidBucketAclWithObjectOwnership");
    }

    @Test
    void aMissingBucketIsToldFromAnImpossibleName() {
        assertThat(Desk.error(() -> desk.s3.existing("nothing-here")).code())
                .isEqualTo("NoSuchBucket");
        assertThat(Desk.error(() -> desk.s3.existing("NOTHING")).code())
                .isEqualTo("InvalidBucketName");
    }

    @Test
    void onlyAnEmptyBucketCanBeDeleted() {
        desk.bucket("photos").put("photos", "k", "v");
        AwsError error = Desk.error(() -> delete("photos"));
        assertThat(error.status()).isEqualTo(409);
        assertThat(error).hasMessage("The bucket you tried to delete is not empty");
        deleteObject("photos", "k");
        delete("photos");
        assertThat(desk.s3.bucket("photos")).isEmpty();
    }

    /// §10 [O]: only delete markers left is still 409.
    @Test
    void aDeleteMarkerKeepsABucketFromBeingDeleted() {
        desk.bucket("photos").versioning("photos", "Enabled");
        deleteObject("photos", "k");
        assertThat(Desk.error(() -> delete("photos")))
                .hasMessage(
                        "The bucket you tried to delete is not empty. You must delete all versions"
                                + " in the bucket.");
    }

    private void delete(String bucket) {
        desk.call(DeleteBucketRequest.builder().bucket(bucket).build(), DeleteBucketResponse.class);
    }

    private void deleteObject(String bucket, String key) {
        desk.call(
                DeleteObjectRequest.builder().bucket(bucket).key(key).build(),
                DeleteObjectResponse.class);
    }

    @Test
    void anExpectedOwnerMustBeTheOwner() {
        desk.bucket("photos");
        assertThat(headExpecting("444455556666"))
                .hasMessage("Access Denied")
                .extracting(AwsError::status)
                .isEqualTo(403);
        assertThat(headExpecting("nobody").code()).isEqualTo("InvalidBucketOwnerAWSAccountID");
    }

    private AwsError headExpecting(String owner) {
        HeadBucketRequest request =
                HeadBucketRequest.builder().bucket("photos").expectedBucketOwner(owner).build();
        return Desk.error(() -> desk.call(request, HeadBucketResponse.class));
    }

    @Test
    void theListHasTheCallersOwnBucketsOnly() {
        desk.bucket("b-two").bucket("a-one");
        create(Desk.STRANGER, named("c-not-mine").build());
        ListBucketsResponse all = list(ListBucketsRequest.builder());
        assertThat(names(all)).containsExactly("a-one", "b-two");
        assertThat(all.owner().id()).hasSize(64).isEqualTo(CanonicalUser.of(Desk.ACCOUNT));
        assertThat(all.buckets().getFirst().bucketRegion()).isNull();
    }

    @Test
    void theListComesInPages() {
        desk.bucket("one").bucket("two").bucket("three");
        ListBucketsResponse first = list(ListBucketsRequest.builder().maxBuckets(2));
        assertThat(names(first)).containsExactly("one", "three");
        assertThat(first.buckets().getFirst().bucketRegion()).isEqualTo("us-east-1");
        ListBucketsResponse second =
                list(
                        ListBucketsRequest.builder()
                                .maxBuckets(2)
                                .continuationToken(first.continuationToken()));
        assertThat(names(second)).containsExactly("two");
        assertThat(second.continuationToken()).isNull();
        assertThat(names(list(ListBucketsRequest.builder().prefix("t"))))
                .containsExactly("three", "two");
    }

    @Test
    void aTokenThatS3DidNotGiveIsRefused() {
        assertThat(
                        Desk.error(() ->
                                        list(ListBucketsRequest.builder().continuationToken("???")))
                                .code())
                .isEqualTo("InvalidArgument");
    }

    @Test
    void anotherRegionIsAskedForElsewhere() {
        desk.bucket("one");
        assertThat(names(list(ListBucketsRequest.builder().bucketRegion("us-east-1"))))
                .containsExactly("one");
        AwsError elsewhere =
                Desk.error(() -> list(ListBucketsRequest.builder().bucketRegion("eu-west-1")));
        assertThat(elsewhere)
                .hasMessage(
                        "Requests with bucket-region specified must be made to the corresponding"
                                + " regional endpoint");
        assertThat(Desk.error(() -> list(ListBucketsRequest.builder().bucketRegion("zz"))))
                .hasMessage("Argument value zz is not a valid AWS Region");
    }

    private ListBucketsResponse list(ListBucketsRequest.Builder request) {
        return desk.call(request.build(), ListBucketsResponse.class);
    }

    private static List<String> names(ListBucketsResponse response) {
        return response.buckets().stream().map(b -> b.name()).toList();
    }
}
