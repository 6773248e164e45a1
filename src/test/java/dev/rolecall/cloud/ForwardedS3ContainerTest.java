package dev.rolecall.cloud;

import static dev.rolecall.cloud.Texts.allow;
import static dev.rolecall.cloud.Texts.grant;
import static dev.rolecall.cloud.Texts.policy;
import static dev.rolecall.cloud.Texts.statement;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.localstack.OnLocalStack;
import dev.rolecall.localstack.s3.S3Difference;
import dev.rolecall.s3.Bucket;
import dev.rolecall.s3.CanonicalUser;
import dev.rolecall.s3.Forward;
import dev.rolecall.s3.Ground;
import dev.rolecall.s3.PublicAccess;
import dev.rolecall.s3.S3;
import dev.rolecall.s3.S3State;
import dev.rolecall.s3.Versioning;
import dev.rolecall.s3.Versions;
import dev.rolecall.wire.Operation;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.Tag;

/// What is asked of the container and when, and what is known of it.
@org.junit.jupiter.api.Tag("container")
@ExtendWith(OnLocalStack.class)
class ForwardedS3ContainerTest extends BoxFixture {
    private static final List<String> ASKED = new CopyOnWriteArrayList<>();

    private S3 known;
    private S3Client direct;

    /// Notes what goes to the container.
    private record Counting(Forward forward) implements Forward {
        @Override
        public Object call(
                Operation operation,
                String account,
                SdkPojo request,
                InputStream body,
                long length) {
            ASKED.add(operation.name());
            return forward.call(operation, account, request, body, length);
        }
    }

    @Override
    @BeforeEach
    void start() {
        Ground.kept(OnLocalStack.forward().map(Counting::new));
        super.start();
        known = cloud.cloud().s3();
        direct = OnLocalStack.direct(TestCloud.ACCOUNT);
        cloud.allow("U", allow("s3:*", "*"));
        s3.headBucket(b -> b.bucket("box"));
        ASKED.clear();
    }

    @Override
    @AfterEach
    void stop() {
        super.stop();
        Ground.kept(OnLocalStack.forward().map(f -> f));
    }

    @Test
    void aReadAndAWriteAskTheContainerOnce() {
        s3.getObjectAsBytes(b -> b.bucket("box").key("k"));
        assertThat(ASKED).containsExactly("GetObject");
        ASKED.clear();
        s3.putObject(b -> b.bucket("box").key("new"), RequestBody.fromString("x"));
        assertThat(ASKED).containsExactly("PutObject");
    }

    @Test
    void whoMayNotListIsReadForWithOneQuestionToo() {
        may("s3:GetObject");
        s3.getObjectAsBytes(b -> b.bucket("box").key("k"));
        assertThat(ASKED).containsExactly("GetObject");
        ASKED.clear();
        assertThat(TestCloud.answer(() -> s3.getObject(b -> b.bucket("box").key("none"))))
                .contains("not authorized to perform: s3:ListBucket");
        assertThat(ASKED).containsExactly("GetObject");
    }

    @Test
    void tagsAreAskedForOnlyWhereAPolicySpeaksOfThem() {
        admin.putObjectTagging(b ->
                b.bucket("box")
                        .key("k")
                        .tagging(t -> t.tagSet(Tag.builder().key("colour").value("red").build())));
        ASKED.clear();
        cloud.allow(
                "U",
                policy(
                        statement(
                                "Allow",
                                "s3:GetObject",
                                KEYS,
                                "'StringEquals':{'s3:ExistingObjectTag/colour':'red'}")));
        s3.getObjectAsBytes(b -> b.bucket("box").key("k"));
        assertThat(ASKED).containsExactly("HeadObject", "GetObjectTagging", "GetObject");
    }

    @Test
    void ourOwnWritesAreKnownAtOnceAndOthersAfterARefresh() {
        assertThat(known.existing("box").settings().versioning()).isEqualTo(Versioning.NEVER);
        direct.putBucketVersioning(
                b -> b.bucket("box").versioningConfiguration(v -> v.status("Enabled")));
        assertThat(known.existing("box").settings().versioning()).isEqualTo(Versioning.NEVER);
        known.refresh();
        assertThat(known.existing("box").settings().versioning()).isEqualTo(Versioning.ENABLED);
        admin.deletePublicAccessBlock(b -> b.bucket("box"));
        assertThat(known.existing("box").publicAccess()).isEqualTo(PublicAccess.OPEN);
    }

    @Test
    void aBucketThatSomebodyElseMakesOrDeletesIsNoticed() {
        direct.createBucket(b -> b.bucket("theirs"));
        assertThat(known.bucket("theirs")).map(Bucket::account).contains(TestCloud.ACCOUNT);
        direct.deleteBucket(b -> b.bucket("theirs"));
        assertThat(TestCloud.answer(() -> admin.listObjectsV2(b -> b.bucket("theirs"))))
                .startsWith("404 NoSuchBucket");
        assertThat(known.bucket("theirs")).isEmpty();
    }

    @Test
    void aPolicyThatAwsWouldRefuseGrantsNothingAndIsTold() {
        direct.putBucketPolicy(b -> b.bucket("box").policy("{\"x\":1}"));
        known.refresh();
        assertThat(known.policyFor("box")).isEmpty();
        assertThat(known.problems())
                .singleElement()
                .asString()
                .contains("the policy of bucket box grants nothing");
        assertThat(admin.getBucketPolicy(b -> b.bucket("box")).policy()).isEqualTo("{\"x\":1}");
        admin.deleteBucketPolicy(b -> b.bucket("box"));
        assertThat(known.problems()).isEmpty();
    }

    /// The container has names, for whoever looks there; what decides are unique ids.
    @Test
    void aPolicyIsKeptWithNamesAndDecidesByUniqueIds() {
        String arn = Texts.user("U");
        admin.putBucketPolicy(
                b -> b.bucket("box").policy(policy(grant("Allow", arn, "s3:GetObject", KEYS))));
        assertThat(direct.getBucketPolicy(b -> b.bucket("box")).policy()).contains(arn);
        assertThat(known.policyFor("box").orElseThrow().document().text())
                .doesNotContain(arn)
                .contains("AIDA");
        known.refresh();
        assertThat(known.policyFor("box").orElseThrow().document().text()).contains("AIDA");
    }

    @Test
    void theInventoryIsListedAgainOnlyIfSomethingMayHaveChanged() {
        S3State before = known.state();
        ASKED.clear();
        assertThat(known.state()).isSameAs(before);
        s3.getObjectAsBytes(b -> b.bucket("box").key("k"));
        assertThat(known.state()).isSameAs(before);
        put("more");
        Bucket box = known.state().bucket("box").orElseThrow();
        assertThat(box.objects()).containsOnlyKeys("k", "more");
        assertThat(box.object("k").orElseThrow().content().etag())
                .isEqualTo("5d41402abc4b2a76b9719d911017c592");
        assertThat(box.object("k").orElseThrow().content().size()).isEqualTo(5);
        direct.deleteObject(b -> b.bucket("box").key("k"));
        assertThat(known.state().bucket("box").orElseThrow().objects()).hasSize(2);
        known.refresh();
        assertThat(known.state().bucket("box").orElseThrow().objects()).containsOnlyKeys("more");
    }

    @Test
    void theInventoryTellsVersionsNewestFirst() {
        admin.putBucketVersioning(
                b -> b.bucket("box").versioningConfiguration(v -> v.status("Enabled")));
        put("k");
        admin.deleteObject(b -> b.bucket("box").key("k"));
        Bucket box = known.state().bucket("box").orElseThrow();
        assertThat(box.object("k")).isEmpty();
        Versions versions = Optional.ofNullable(box.objects().get("k")).orElseThrow();
        assertThat(versions.newestFirst()).hasSize(3);
        assertThat(versions.newestFirst().getLast().versionId()).isEqualTo("null");
    }

    /// What the table says of LocalStack alone, where what comes of it is AWS's own answer.
    @Test
    void rolecallAnswersWhatLocalStackCannot() {
        assertThat(
                        TestCloud.refusal(() ->
                                        direct.deleteObject(
                                                b -> b.bucket("box").key("k").ifMatch("x")))
                                .statusCode())
                .as("%s", S3Difference.CONDITIONAL_DELETES)
                .isEqualTo(501);
        assertThat(
                        TestCloud.answer(() ->
                                admin.deleteObject(b -> b.bucket("box").key("k").ifMatch("x"))))
                .startsWith("412 PreconditionFailed");
        assertThat(TestCloud.refusal(() -> direct.getBucketAbac(b -> b.bucket("box"))).statusCode())
                .as("%s", S3Difference.NOT_IN_LOCALSTACK)
                .isEqualTo(501);
        assertThat(admin.getBucketAbac(b -> b.bucket("box")).abacStatus().statusAsString())
                .isEqualTo("Disabled");
    }

    @Test
    void theBucketsAccountOwnsWhatAnotherWrote() {
        admin.putBucketOwnershipControls(b ->
                b.bucket("box")
                        .ownershipControls(o ->
                                o.rules(
                                        OwnershipControlsRule.builder()
                                                .objectOwnership("ObjectWriter")
                                                .build())));
        admin.deletePublicAccessBlock(b -> b.bucket("box"));
        admin.putBucketPolicy(
                b -> b.bucket("box").policy(policy(grant("Allow", TestCloud.OTHER, "s3:*", KEYS))));
        S3Client other = cloud.otherAdmin().s3();
        other.putObject(b -> b.bucket("box").key("theirs"), RequestBody.fromString("x"));
        assertThat(admin.listObjects(b -> b.bucket("box").prefix("theirs")).contents())
                .singleElement()
                .extracting(o -> o.owner().id())
                .as("%s", S3Difference.WRITERS)
                .isEqualTo(CanonicalUser.of(TestCloud.ACCOUNT));
    }

    /// An upload that was begun past us is known by the container alone.
    @Test
    void anUploadOfSomebodyElsesIsFound() {
        String id = direct.createMultipartUpload(b -> b.bucket("box").key("big")).uploadId();
        assertThat(known.upload("box", "big", id)).isPresent();
        assertThat(known.upload("box", "big", "nonesuch")).isEmpty();
        s3.uploadPart(
                b -> b.bucket("box").key("big").uploadId(id).partNumber(1),
                RequestBody.fromString("x"));
        s3.abortMultipartUpload(b -> b.bucket("box").key("big").uploadId(id));
    }
}
