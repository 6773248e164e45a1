package dev.rolecall.cloud;

import static dev.rolecall.cloud.TestCloud.answer;
import static dev.rolecall.cloud.Texts.ROOT;
import static dev.rolecall.cloud.Texts.allow;
import static dev.rolecall.cloud.Texts.trust;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.guard.AuditTrail;
import dev.rolecall.guard.Recorded;
import dev.rolecall.policy.Evaluation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/// What the audit trail tells of requests that came over HTTP.
class TrailTest {
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

    private AuditTrail trail() {
        return cloud.cloud().trail();
    }

    @Test
    void whatWasRefusedInPartIsTheLastRefusal() {
        cloud.admin().s3().createBucket(b -> b.bucket("home"));
        TestCloud.Clients user = cloud.user("U");
        ObjectIdentifier key = ObjectIdentifier.builder().key("not-yours").build();
        user.s3().deleteObjects(b -> b.bucket("home").delete(d -> d.objects(key)));
        assertThat(cloud.last().succeeded()).isTrue();
        assertThat(trail().lastRefused()).contains(cloud.last());
    }

    /// A reset goes back to a state whose requests the trail has already.
    @Test
    void theReasonsOfEarlierRequestsOutlastAReset() {
        answer(() -> cloud.user("U").s3().listBuckets());
        Recorded refused = cloud.last();
        CloudState then = cloud.cloud().state();
        cloud.admin().sts().getCallerIdentity();
        cloud.cloud().restore(then);
        assertThat(trail().evaluations(refused.number())).isNotEmpty();
    }

    @Test
    void aRequestIsRecordedWithWhoAskedWhatAndWhy() {
        TestCloud.Clients user = cloud.user("U");
        answer(() -> user.s3().listBuckets());
        Recorded refused = cloud.last();
        assertThat(refused.number()).isEqualTo(trail().size());
        assertThat(refused.principal().arn()).isEqualTo("arn:aws:iam::111122223333:user/U");
        assertThat(refused.accessKeyId()).isEqualTo(user.credentials().accessKeyId());
        assertThat(refused.service()).isEqualTo("s3");
        assertThat(refused.operation()).isEqualTo("ListBuckets");
        assertThat(refused.asked())
                .containsExactly(
                        new Recorded.Asked(
                                "s3:ListAllMyBuckets", "*", Evaluation.Decision.IMPLICIT_DENY));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.errorCode()).isEqualTo("AccessDenied");
        assertThat(refused.succeeded()).isFalse();
        assertThat(trail().lastRefused()).contains(refused);
        assertThat(trail().evaluations(refused.number()).getFirst().decidedBy())
                .isEqualTo(Evaluation.Layer.IDENTITY);
        user.sts().getCallerIdentity();
        assertThat(cloud.last().succeeded()).isTrue();
        assertThat(trail().lastRefused()).contains(refused);
    }

    @Test
    void aRequestIsOfTheLabsTime() {
        cloud.clock().advance(Duration.ofDays(1));
        cloud.admin().sts().getCallerIdentity();
        assertThat(Duration.between(cloud.last().at(), cloud.clock().instant()))
                .isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void aCallerWhoIsNotBelievedIsStillToldWhereTheKeyIsKnown() {
        String role = cloud.role("R", trust(ROOT), allow("*", "*"));
        TestCloud.Clients session = cloud.assume(cloud.admin(), role);
        cloud.clock().advance(Duration.ofHours(2));
        for (Runnable call :
                List.<Runnable>of(
                        () -> session.s3().listBuckets(),
                        () -> session.iam().listUsers(),
                        () -> session.sts().getCallerIdentity())) {
            answer(call::run);
            assertThat(cloud.last().principal().arn())
                    .isEqualTo("arn:aws:sts::111122223333:assumed-role/R/ss");
            assertThat(cloud.last().errorCode()).isEqualTo("ExpiredToken");
            assertThat(cloud.last().refused()).isTrue();
            assertThat(cloud.last().asked()).isEmpty();
        }
        TestCloud.Clients stranger = cloud.with("AKIAIOSFODNN7EXAMPLE", "x");
        answer(() -> stranger.s3().listBuckets());
        assertThat(cloud.last().principal().userId()).isEqualTo("anonymous");
        assertThat(cloud.last().accessKeyId()).isEmpty();
    }

    @Test
    void whatIsNoOperationIsRecordedToo() {
        assertThat(
                        cloud.admin()
                                .raw("sts")
                                .form("Action=Nothing&Version=2011-06-15")
                                .send()
                                .status())
                .isEqualTo(400);
        assertThat(cloud.last().service()).isEqualTo("sts");
        assertThat(cloud.last().operation()).isEmpty();
        assertThat(cloud.last().errorCode()).isEqualTo("InvalidAction");
    }

    @Test
    void aRequestWithSeveralNeedsIsRecordedWithEach() {
        String role = cloud.role("R", trust(ROOT, "sts:AssumeRole,sts:SetSourceIdentity", ""));
        cloud.admin()
                .sts()
                .assumeRole(b -> b.roleArn(role).roleSessionName("ss").sourceIdentity("ada"));
        assertThat(cloud.last().asked())
                .extracting(Recorded.Asked::action)
                .containsExactly("sts:SetSourceIdentity", "sts:AssumeRole");
        assertThat(cloud.last().askedFor("STS:assumerole")).isTrue();
    }

    @Test
    void evaluationsOfTheNewestTwoHundredRequestsAreKept() {
        S3Client s3 = cloud.user("U").s3();
        answer(() -> s3.listBuckets());
        int first = cloud.last().number();
        for (int i = 0; i < 199; i++) {
            answer(() -> s3.listBuckets());
        }
        assertThat(trail().evaluations(first)).hasSize(1);
        answer(() -> s3.listBuckets());
        assertThat(trail().evaluations(first)).isEmpty();
        assertThat(trail().evaluations(first + 1)).hasSize(1);
        assertThat(trail().requests().get(first - 1).number()).isEqualTo(first);
    }

    /// A thousand keys a request would soon be more than the heap has.
    @Test
    void fewEvaluationsOfLargeBatchesAreKept() {
        S3Client s3 = cloud.admin().s3();
        s3.createBucket(b -> b.bucket("box"));
        List<ObjectIdentifier> keys =
                IntStream.range(0, 1000)
                        .mapToObj(i -> ObjectIdentifier.builder().key("k" + i).build())
                        .toList();
        int before = trail().size();
        for (int i = 0; i < 4; i++) {
            s3.deleteObjects(b -> b.bucket("box").delete(d -> d.objects(keys)));
        }
        assertThat(
                        IntStream.rangeClosed(before + 1, before + 4)
                                .map(number -> trail().evaluations(number).size()))
                .containsExactly(0, 0, 1000, 1000);
        assertThat(trail().requests().getLast().asked()).hasSize(1000);
    }

    @Test
    void theTrailIsPartOfASnapshotAndCountsOnFromIt() {
        cloud.admin().sts().getCallerIdentity();
        CloudState state = cloud.cloud().state();
        int size = trail().size();
        cloud.admin().sts().getCallerIdentity();
        cloud.cloud().restore(state);
        assertThat(trail().size()).isEqualTo(size);
        cloud.admin().sts().getCallerIdentity();
        assertThat(cloud.last().number()).isEqualTo(size + 1);
    }
}
