package dev.rolecall.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.rolecall.localstack.FaultyWire;
import dev.rolecall.localstack.OnLocalStack;
import dev.rolecall.localstack.TestContainer;
import dev.rolecall.localstack.s3.S3Forward;
import dev.rolecall.s3.Ground;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/// The wire to the container hangs, or ends, in the middle of a write and of a read, in either
/// direction. The container is asked directly afterwards, and what is said through us is the same.
@Tag("container")
@Timeout(120)
class S3OnTheWireContainerTest {
    private static final String SILENT = "did not answer for 7 s, so nobody knows whether it did";
    private static final String LOST = "broke the connection off, so nobody knows whether it did";
    private static final byte[] OLD = bytes(900_000, 1);
    private static final byte[] NEW = bytes(1_000_000, 2);

    @TempDir Path bodies;
    private final String bucket = "wire-" + TestContainer.account();
    private FaultyWire wire;
    private S3Forward forward;
    private TestCloud cloud;
    private S3Client s3;
    private S3Client direct;

    private static byte[] bytes(int length, int seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    @BeforeEach
    void open() {
        wire = new FaultyWire(TestContainer.uri());
        forward = new S3Forward(wire.uri());
        Ground.kept(Optional.of(forward));
        cloud = new TestCloud(bodies);
        s3 = cloud.admin().s3();
        direct = OnLocalStack.directly(TestCloud.ACCOUNT);
        s3.createBucket(b -> b.bucket(bucket));
    }

    @AfterEach
    void close() {
        Ground.kept(Optional.empty());
        cloud.close();
        forward.close();
        wire.close();
    }

    private void put(String key, byte[] bytes) {
        s3.putObject(b -> b.bucket(bucket).key(key), RequestBody.fromBytes(bytes));
    }

    private static Optional<byte[]> read(S3Client by, String bucket, String key) {
        try {
            return Optional.of(by.getObjectAsBytes(b -> b.bucket(bucket).key(key)).asByteArray());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    /// What the container has, asked directly; through us it is the same.
    private Optional<byte[]> there(String key) {
        Optional<byte[]> has = read(direct, bucket, key);
        assertThat(read(s3, bucket, key).map(Arrays::hashCode))
                .isEqualTo(has.map(Arrays::hashCode));
        assertThat(keys(s3)).isEqualTo(keys(direct));
        return has;
    }

    private List<String> keys(S3Client by) {
        return by.listObjectsV2(b -> b.bucket(bucket)).contents().stream()
                .map(object -> object.key() + " " + object.size() + " " + object.eTag())
                .toList();
    }

    private void fails(String told, ThrowingCallable call) {
        assertThat(TestCloud.answer(call))
                .startsWith("400 ContainerUnavailable LocalStack at " + wire.uri())
                .contains(told);
        wire.mend();
    }

    private void again(String key, byte[] bytes) {
        put(key, bytes);
        assertThat(there(key)).hasValueSatisfying(has -> assertThat(has).isEqualTo(bytes));
    }

    private String written(String key) {
        return "PUT /" + bucket + "/" + key;
    }

    @Test
    void aSmallWriteThatIsSwallowed() {
        wire.hangRequest(written("k"), 0);
        fails(SILENT, () -> put("k", new byte[5]));
        assertThat(there("k")).isEmpty();
        again("k", new byte[5]);
    }

    @Test
    void aSmallWriteThatIsCutOff() {
        wire.cutRequest(written("k"), 40);
        fails(LOST, () -> put("k", new byte[5]));
        assertThat(there("k")).isEmpty();
        again("k", new byte[5]);
    }

    @Test
    void aSmallWriteWhoseAnswerIsSwallowedIsThere() {
        wire.hangAnswer(written("k"), 0);
        fails(SILENT, () -> put("k", new byte[5]));
        assertThat(there("k")).isPresent();
        again("k", new byte[6]);
    }

    @Test
    void aSmallWriteWhoseAnswerIsCutOffIsThere() {
        wire.cutAnswer(written("k"), 30);
        fails(LOST, () -> put("k", new byte[5]));
        assertThat(there("k")).isPresent();
        again("k", new byte[6]);
    }

    @Test
    void aLongWriteThatHangsInItsMiddle() {
        wire.hangRequest(written("k"), 300_000);
        fails(SILENT, () -> put("k", NEW));
        assertThat(there("k")).isEmpty();
        again("k", NEW);
    }

    @Test
    void aLongWriteThatIsCutOffInItsMiddle() {
        wire.cutRequest(written("k"), 300_000);
        fails(LOST, () -> put("k", NEW));
        assertThat(there("k")).isEmpty();
        again("k", NEW);
    }

    @Test
    void aLongWriteOverAnObjectThatIsCutOffLeavesTheOldOne() {
        put("k", OLD);
        wire.cutRequest(written("k"), 300_000);
        fails(LOST, () -> put("k", NEW));
        assertThat(there("k")).hasValueSatisfying(has -> assertThat(has).isEqualTo(OLD));
        again("k", NEW);
    }

    @Test
    void aPartThatIsCutOffLeavesTheOldOne() {
        String id = s3.createMultipartUpload(b -> b.bucket(bucket).key("k")).uploadId();
        String tag = part(id, OLD);
        wire.cutRequest(written("k"), 300_000);
        fails(LOST, () -> part(id, NEW));
        complete(id, tag);
        assertThat(there("k")).hasValueSatisfying(has -> assertThat(has).isEqualTo(OLD));
    }

    private String part(String id, byte[] bytes) {
        return s3.uploadPart(
                        b -> b.bucket(bucket).key("k").uploadId(id).partNumber(1),
                        RequestBody.fromBytes(bytes))
                .eTag();
    }

    private void complete(String id, String tag) {
        CompletedPart part = CompletedPart.builder().partNumber(1).eTag(tag).build();
        s3.completeMultipartUpload(
                b -> b.bucket(bucket).key("k").uploadId(id).multipartUpload(m -> m.parts(part)));
    }

    /// Who tries again is told that it was done.
    @Test
    void aCompletionWhoseAnswerIsLostMayBeRepeated() {
        String id = s3.createMultipartUpload(b -> b.bucket(bucket).key("k")).uploadId();
        String tag = part(id, NEW);
        wire.cutAnswer("POST /" + bucket + "/k", 0);
        fails(LOST, () -> complete(id, tag));
        assertThat(there("k")).hasValueSatisfying(has -> assertThat(has).isEqualTo(NEW));
        complete(id, tag);
        assertThat(there("k")).isPresent();
    }

    @Test
    void aReadThatStopsInItsMiddleIsNoShorterObject() {
        put("k", NEW);
        wire.hangAnswer("GET /" + bucket + "/k", 300_000);
        assertThat(catchThrowable(() -> read(s3, bucket, "k"))).isNotNull();
        wire.mend();
        wire.cutAnswer("GET /" + bucket + "/k", 300_000);
        assertThat(catchThrowable(() -> read(s3, bucket, "k"))).isNotNull();
        wire.mend();
        assertThat(there("k")).hasValueSatisfying(has -> assertThat(has).isEqualTo(NEW));
    }

    @Test
    void aReadWhoseAnswerIsSwallowed() {
        put("k", NEW);
        wire.hangAnswer("GET /" + bucket + "/k", 0);
        fails("did not answer for 7 s", () -> read(s3, bucket, "k"));
        assertThat(there("k")).hasValueSatisfying(has -> assertThat(has).isEqualTo(NEW));
    }

    @Test
    void aDeleteWhoseAnswerIsLost() {
        put("k", NEW);
        wire.cutAnswer("DELETE /" + bucket + "/k", 0);
        fails(LOST, () -> s3.deleteObject(b -> b.bucket(bucket).key("k")));
        assertThat(there("k")).isEmpty();
        s3.deleteObject(b -> b.bucket(bucket).key("k"));
    }

    /// What the container has decides, whatever was answered.
    @Test
    void aPolicyWhoseAnswerIsLostDecidesAllTheSame() {
        put("k", new byte[5]);
        S3Client guest = cloud.user("guest").s3();
        assertThat(TestCloud.answer(() -> read(guest, bucket, "k"))).startsWith("403 AccessDenied");
        String policy =
                """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject",
                "Principal":{"AWS":"arn:aws:iam::%s:user/guest"},"Resource":"arn:aws:s3:::%s/*"}]}\
                """
                        .formatted(TestCloud.ACCOUNT, bucket);
        wire.cutAnswer("PUT /" + bucket + "?policy", 0);
        fails(LOST, () -> s3.putBucketPolicy(b -> b.bucket(bucket).policy(policy)));
        assertThat(direct.getBucketPolicy(b -> b.bucket(bucket)).policy()).contains("user/guest");
        assertThat(read(guest, bucket, "k")).isPresent();
    }

    @Test
    void aBucketWhoseAnswerIsLostIsThereAndIsTheAskers() {
        String second = bucket + "-second";
        wire.cutAnswer("PUT /" + second, 0);
        fails(LOST, () -> s3.createBucket(b -> b.bucket(second)));
        assertThat(direct.listBuckets().buckets()).anyMatch(b -> b.name().equals(second));
        assertThat(cloud.cloud().s3().bucket(second))
                .hasValueSatisfying(b -> assertThat(b.account()).isEqualTo(TestCloud.ACCOUNT));
        s3.createBucket(b -> b.bucket(second));
        s3.putObject(b -> b.bucket(second).key("k"), RequestBody.fromString("x"));
    }
}
