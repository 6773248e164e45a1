package dev.rolecall.cloud;

import static dev.rolecall.cloud.TestCloud.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import dev.rolecall.localstack.TestContainer;
import dev.rolecall.localstack.s3.S3Forward;
import dev.rolecall.s3.Ground;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.localstack.LocalStackContainer;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// S3 on a container that is paused, and on one that dies. What is promised within ten seconds is
/// bound by seven of silence; a busy machine may take longer, and no call may hang.
@Tag("container")
@Timeout(120)
class S3FaultsContainerTest {
    @TempDir Path bodies;
    private final LocalStackContainer container = TestContainer.own();
    private Optional<S3Forward> forward = Optional.empty();
    private TestCloud cloud;
    private S3Client s3;

    @BeforeEach
    void start() {
        container.start();
        forward = Optional.of(new S3Forward(container.getEndpoint()));
        Ground.kept(forward.map(f -> f));
        cloud = new TestCloud(bodies);
        s3 = cloud.admin().s3();
        s3.createBucket(b -> b.bucket("box"));
        put("k", "hello");
    }

    @AfterEach
    void stop() {
        Ground.kept(Optional.empty());
        cloud.close();
        forward.ifPresent(S3Forward::close);
        container.stop();
    }

    private void put(String key, String text) {
        s3.putObject(b -> b.bucket("box").key(key), RequestBody.fromString(text));
    }

    private String read(String key) {
        return s3.getObjectAsBytes(b -> b.bucket("box").key(key)).asUtf8String();
    }

    @Test
    void aPausedContainerIsToldAndGoesOnWhereItWas() {
        DockerClient docker = container.getDockerClient();
        docker.pauseContainerCmd(container.getContainerId()).exec();
        assertThat(answer(() -> read("k")))
                .startsWith("400 ContainerUnavailable LocalStack at")
                .contains("did not answer for 7 s");
        assertThat(answer(() -> put("new", "x")))
                .contains("still does not answer, so nothing was sent to it");
        docker.unpauseContainerCmd(container.getContainerId()).exec();
        assertThat(read("k")).isEqualTo("hello");
    }

    /// More than the sockets between take in: the write itself stops.
    @Test
    void anUploadThatIsTakenNoFurtherIsGivenUp() {
        DockerClient docker = container.getDockerClient();
        docker.pauseContainerCmd(container.getContainerId()).exec();
        byte[] much = new byte[64 << 20];
        assertThat(
                        answer(() ->
                                s3.putObject(
                                        b -> b.bucket("box").key("much"),
                                        RequestBody.fromBytes(much))))
                .contains("did not answer for 7 s");
        docker.unpauseContainerCmd(container.getContainerId()).exec();
        assertThat(s3.listObjectsV2(b -> b.bucket("box")).contents()).hasSize(1);
        assertThat(read("k")).isEqualTo("hello");
    }

    @Test
    void aDeadContainerIsTold() {
        container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
        assertThat(answer(() -> put("new", "x"))).startsWith("400 ContainerUnavailable LocalStack");
        assertThat(answer(() -> read("k")))
                .startsWith("400 ContainerUnavailable LocalStack")
                .contains("is gone");
        assertThat(answer(() -> s3.listBuckets())).contains("is gone");
        assertThat(cloud.cloud().s3().state().buckets()).isEmpty();
    }
}
