package dev.rolecall.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolecall.localstack.TestContainer;
import dev.rolecall.localstack.s3.S3Forward;
import dev.rolecall.s3.Ground;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.localstack.LocalStackContainer;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/// LocalStack's objects lie on a disk of 6 MB in memory, which is filled for real.
@Tag("container")
@Timeout(120)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class S3FullDiskContainerTest {
    private static final String FULL = "400 ContainerUnavailable The disk of LocalStack at ";
    private static final int MEGA = 1 << 20;

    private static LocalStackContainer container;
    private static S3Forward forward;

    @TempDir Path bodies;
    private final String bucket = "full-" + TestContainer.account();
    private TestCloud cloud;
    private S3Client s3;

    @BeforeAll
    static void start() {
        container =
                TestContainer.own().withTmpFs(Map.of("/tmp/localstack-s3-storage", "rw,size=6m"));
        container.start();
        forward = new S3Forward(container.getEndpoint());
    }

    @AfterAll
    static void stop() {
        forward.close();
        container.stop();
    }

    @BeforeEach
    void open() {
        Ground.kept(Optional.of(forward));
        cloud = new TestCloud(bodies);
        s3 = cloud.admin().s3();
        s3.createBucket(b -> b.bucket(bucket));
    }

    @AfterEach
    void close() {
        keys().forEach(key -> s3.deleteObject(b -> b.bucket(bucket).key(key)));
        s3.deleteBucket(b -> b.bucket(bucket));
        Ground.kept(Optional.empty());
        cloud.close();
    }

    private void put(String key, int length) {
        s3.putObject(b -> b.bucket(bucket).key(key), RequestBody.fromBytes(bytes(length)));
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private byte[] read(String key) {
        return s3.getObjectAsBytes(b -> b.bucket(bucket).key(key)).asByteArray();
    }

    private void assertHas(String key, int length) {
        byte[] has = read(key);
        assertThat(Arrays.equals(has, bytes(length)))
                .as("%s is what was put, with %s bytes", key, has.length)
                .isTrue();
    }

    private List<String> keys() {
        return s3.listObjectsV2(b -> b.bucket(bucket)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    /// Writes until it is refused, and returns how many there was room for.
    private int fill() {
        for (int n = 0; ; n++) {
            int number = n;
            try {
                put("fill" + number, MEGA);
            } catch (RuntimeException e) {
                assertThat(TestCloud.answer(() -> put("fill" + number, MEGA))).startsWith(FULL);
                return n;
            }
        }
    }

    @Test
    void whatDoesNotFitIsRefusedAndLeavesNothing() {
        put("small", 2 * MEGA);
        assertThat(TestCloud.answer(() -> put("big", 8 * MEGA)))
                .startsWith(FULL + container.getEndpoint() + " is full, so this was not stored.")
                .contains("docker system df");
        assertThat(keys()).containsExactly("small");
        assertThatThrownBy(() -> read("big")).isInstanceOf(NoSuchKeyException.class);
        assertHas("small", 2 * MEGA);
        // What there was room for before there is still room for.
        put("big", 3 * MEGA);
        assertHas("big", 3 * MEGA);
    }

    @Test
    void whileItIsFullTheRestWorksAndWithRoomAgainEverything() {
        int room = fill();
        assertThat(room).isBetween(3, 6);
        put("tiny", 10);
        assertThat(read("tiny")).hasSize(10);
        assertHas("fill0", MEGA);
        cloud.user("guest");
        assertThat(keys()).hasSize(room + 1);
        s3.deleteObject(b -> b.bucket(bucket).key("fill0"));
        put("again", MEGA);
        assertHas("again", MEGA);
        assertThat(TestCloud.answer(() -> put("more", 2 * MEGA))).startsWith(FULL);
    }

    @Test
    void ofAWriteOverAnObjectNoHalfIsLeft() {
        put("k", MEGA);
        assertThat(TestCloud.answer(() -> put("k", 8 * MEGA))).startsWith(FULL);
        if (keys().contains("k")) {
            assertHas("k", MEGA);
        } else {
            assertThatThrownBy(() -> read("k")).isInstanceOf(NoSuchKeyException.class);
        }
        put("k", 2 * MEGA);
        assertHas("k", 2 * MEGA);
    }

    @Test
    void aPartThatDoesNotFitMayBeSentAgain() {
        String id = s3.createMultipartUpload(b -> b.bucket(bucket).key("k")).uploadId();
        assertThat(TestCloud.answer(() -> part(id, 8 * MEGA))).startsWith(FULL);
        CompletedPart part = CompletedPart.builder().partNumber(1).eTag(part(id, MEGA)).build();
        s3.completeMultipartUpload(
                b -> b.bucket(bucket).key("k").uploadId(id).multipartUpload(m -> m.parts(part)));
        assertHas("k", MEGA);
    }

    /// LocalStack keeps that key locked, and what fitted: nothing else is touched by it.
    @Test
    @Order(Integer.MAX_VALUE)
    void aCopyThatDoesNotFitIsNotThere() {
        put("k", 4 * MEGA);
        assertThat(
                        TestCloud.answer(() ->
                                s3.copyObject(b ->
                                        b.sourceBucket(bucket)
                                                .sourceKey("k")
                                                .destinationBucket(bucket)
                                                .destinationKey("copy"))))
                .startsWith(FULL);
        assertThat(keys()).containsExactly("k");
        assertThatThrownBy(() -> read("copy")).isInstanceOf(NoSuchKeyException.class);
        assertHas("k", 4 * MEGA);
        s3.deleteObject(b -> b.bucket(bucket).key("k"));
        put("k", 2 * MEGA);
        assertHas("k", 2 * MEGA);
    }

    private String part(String id, int length) {
        return s3.uploadPart(
                        b -> b.bucket(bucket).key("k").uploadId(id).partNumber(1),
                        RequestBody.fromBytes(bytes(length)))
                .eTag();
    }

    /// All that comes lies on that disk before LocalStack looks at it; where it has no room for it,
    /// it says nothing and ends the connection.
    @Test
    void whereTheWholeDiskIsFullTheConnectionEndsAndTheOldObjectIsThere() {
        try (LocalStackContainer small =
                TestContainer.own().withTmpFs(Map.of("/tmp", "rw,exec,size=6m"))) {
            small.start();
            try (S3Forward there = new S3Forward(small.getEndpoint())) {
                Ground.kept(Optional.of(there));
                try (TestCloud own = new TestCloud(bodies.resolve("own"))) {
                    S3Client before = s3;
                    s3 = own.admin().s3();
                    s3.createBucket(b -> b.bucket(bucket));
                    put("k", MEGA);
                    assertThat(TestCloud.answer(() -> put("k", 8 * MEGA)))
                            .startsWith("400 ContainerUnavailable LocalStack at ")
                            .contains("broke the connection off")
                            .endsWith("Did it stop, or is its disk full?");
                    assertHas("k", MEGA);
                    put("k", 2 * MEGA);
                    assertHas("k", 2 * MEGA);
                    s3 = before;
                }
            }
        }
    }
}
