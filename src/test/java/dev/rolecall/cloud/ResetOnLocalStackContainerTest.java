package dev.rolecall.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.guard.LabClock;
import dev.rolecall.iam.AccessKey;
import dev.rolecall.iam.Ids;
import dev.rolecall.localstack.TestContainer;
import dev.rolecall.s3.S3State;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.S3Object;

/// What a reset takes back in a LocalStack that others use too, and what it must leave.
@Tag("container")
@Timeout(120)
class ResetOnLocalStackContainerTest {
    private final String account = TestContainer.account();
    private final String bucket = "reset-" + account;
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<RuntimeException> bugs = new CopyOnWriteArrayList<>();
    private Cloud cloud;
    private S3Client theirs;

    @BeforeEach
    void open(@TempDir Path bodies) {
        URI container = TestContainer.uri();
        theirs = client(container, account, "unused");
        cloud =
                Cloud.start(
                        new CloudSettings(
                                0,
                                bodies,
                                new LabClock(Clock.systemUTC()),
                                Ids.secure(),
                                new Backing.Running(container),
                                told::add,
                                bugs::add));
    }

    /// The administrator's S3.
    private S3Client begin() {
        AccessKey key = cloud.iam().found(account, "admin").key();
        cloud.open(S3State.empty());
        cloud.await();
        return client(cloud.uri(), key.id(), key.secret());
    }

    @AfterEach
    void close() {
        cloud.close();
        assertThat(bugs).isEmpty();
    }

    private static S3Client client(URI endpoint, String key, String secret) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret)))
                .build();
    }

    private static void write(S3Client s3, String bucket, String key) {
        s3.putObject(b -> b.bucket(bucket).key(key), RequestBody.fromString(key));
    }

    private List<String> buckets() {
        return theirs.listBuckets().buckets().stream().map(Bucket::name).toList();
    }

    private List<String> keys() {
        return theirs.listObjectsV2(b -> b.bucket(bucket)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    @Test
    void aBucketThatWasMadeThroughUsGoesWithWhatWeWroteInIt() {
        S3Client ours = begin();
        CloudState before = cloud.state();
        ours.createBucket(b -> b.bucket(bucket));
        write(ours, bucket, "own");
        assertThat(cloud.restore(before)).isEmpty();
        assertThat(buckets()).doesNotContain(bucket);
    }

    @Test
    void oneInWhichSomebodyElseWroteStaysWithWhatTheyWrote() {
        S3Client ours = begin();
        CloudState before = cloud.state();
        ours.createBucket(b -> b.bucket(bucket));
        write(ours, bucket, "own");
        write(theirs, bucket, "theirs");
        assertThat(cloud.restore(before))
                .containsExactly(
                        "bucket " + bucket + " holds what was written by somebody else, and stays");
        assertThat(keys()).containsExactly("theirs");
    }

    @Test
    void oneThatSomebodyElseMadeStaysWithoutWhatWeWroteInIt() {
        theirs.createBucket(b -> b.bucket(bucket));
        write(theirs, bucket, "theirs");
        S3Client ours = begin();
        CloudState before = cloud.state();
        write(ours, bucket, "own");
        assertThat(cloud.restore(before)).isEmpty();
        assertThat(keys()).containsExactly("theirs");
    }

    @Test
    void aStoredBucketPolicyThatAwsWouldRefuseIsNamedAtTheBeginning() {
        theirs.createBucket(b -> b.bucket(bucket));
        theirs.putBucketPolicy(
                b -> b.bucket(bucket).policy("{\"Version\":\"2012-10-17\",\"Statement\":[{}]}"));
        begin();
        assertThat(told)
                .anySatisfy(line ->
                        assertThat(line)
                                .startsWith("the policy of bucket " + bucket)
                                .contains("grants nothing"));
    }
}
