package dev.rolecall.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolecall.fault.UserError;
import dev.rolecall.guard.LabClock;
import dev.rolecall.iam.AccessKey;
import dev.rolecall.iam.IamState;
import dev.rolecall.iam.Ids;
import dev.rolecall.iam.User;
import dev.rolecall.localstack.TestContainer;
import dev.rolecall.localstack.container.TestEngine;
import dev.rolecall.localstack.mirror.MirrorState;
import dev.rolecall.s3.S3State;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;

/// The whole way: a cloud whose container dies with a write in flight is left and gone on with, as
/// a shell does it.
@Tag("container")
@Timeout(180)
class DeadContainerContainerTest {
    private static final String POLICY =
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}\
            """;

    @TempDir Path bodies;
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<RuntimeException> bugs = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void anEngine() {
        TestContainer.assumeEngine();
    }

    private Cloud cloud() {
        return Cloud.start(
                new CloudSettings(
                        0,
                        bodies,
                        new LabClock(Clock.systemUTC()),
                        Ids.secure(),
                        new Backing.Container(TestContainer.IMAGE),
                        told::add,
                        bugs::add));
    }

    private static StaticCredentialsProvider with(String id, String secret) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret));
    }

    private static IamClient iam(URI uri, String id, String secret) {
        return IamClient.builder()
                .region(Region.AWS_GLOBAL)
                .endpointOverride(uri)
                .credentialsProvider(with(id, secret))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private static S3Client s3(URI uri, AccessKey key) {
        return S3Client.builder()
                .region(Region.US_EAST_1)
                .endpointOverride(uri)
                .credentialsProvider(with(key.id(), key.secret()))
                .httpClient(UrlConnectionHttpClient.create())
                .forcePathStyle(true)
                .build();
    }

    /// Straight to the container.
    private static IamClient direct(String container) {
        return iam(TestEngine.endpoint(container), TestCloud.ACCOUNT, "unused");
    }

    private record Left(CloudState state, Optional<MirrorState> mirror, AccessKey admin) {}

    @Test
    void iamIsPutBackAndTheBucketsThatAreGoneAreNamed() throws Exception {
        Left left;
        try (Cloud cloud = cloud()) {
            AccessKey admin = cloud.iam().found(TestCloud.ACCOUNT, "admin").key();
            cloud.open(S3State.empty());
            cloud.await();
            left = lifeAndDeath(cloud, admin);
        }
        told.clear();
        try (Cloud cloud = cloud()) {
            cloud.resume(left.state(), left.mirror());
            cloud.open(left.state().s3());
            cloud.await();
            assertThat(told)
                    .contains(
                            "Gone with the earlier container, with all that was in them: bucket"
                                    + " dead-seen, dead-unseen");
            goesOn(cloud, left);
        }
        assertThat(bugs).isEmpty();
    }

    private Left lifeAndDeath(Cloud cloud, AccessKey admin) throws Exception {
        IamClient iam = iam(cloud.uri(), admin.id(), admin.secret());
        S3Client s3 = s3(cloud.uri(), admin);
        iam.createUser(b -> b.userName("Test"));
        iam.putUserPolicy(b -> b.userName("Test").policyName("p").policyDocument(POLICY));
        s3.createBucket(b -> b.bucket("dead-seen"));
        s3.createBucket(b -> b.bucket("dead-emptied"));
        s3.putObject(b -> b.bucket("dead-seen").key("k"), RequestBody.fromString("hello"));
        assertThat(cloud.state().s3().buckets()).hasSize(2);
        s3.createBucket(b -> b.bucket("dead-unseen"));
        s3.deleteBucket(b -> b.bucket("dead-emptied"));
        IamState before = cloud.iam().state();
        killWhile(cloud, () -> iam.createUser(b -> b.userName("Lost")));
        assertThat(cloud.iam().state().account(TestCloud.ACCOUNT).orElseThrow().users())
                .isEqualTo(before.account(TestCloud.ACCOUNT).orElseThrow().users());
        assertThat(TestCloud.answer(() -> iam.createUser(b -> b.userName("After"))))
                .startsWith("400 ContainerUnavailable LocalStack at")
                .contains("is gone; nothing was changed. Start rolecall again");
        assertThat(TestCloud.answer(() -> s3.listBuckets())).contains("is gone");
        assertThatThrownBy(() -> cloud.drift(TestCloud.ACCOUNT))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is gone; start it, or rolecall, again");
        return new Left(cloud.state(), cloud.mirrorState(), admin);
    }

    /// Paused first, so that it cannot answer before it is dead.
    private static void killWhile(Cloud cloud, Runnable write) throws Exception {
        String id = TestEngine.ofThisShell().getFirst();
        TestEngine.client().pauseContainerCmd(id).exec();
        int requests = cloud.trail().size();
        CompletableFuture<String> answer =
                CompletableFuture.supplyAsync(() -> TestCloud.answer(write::run));
        // Long enough for it to be sent, and less than it waits.
        Thread.sleep(3000);
        assertThat(cloud.trail().size()).isEqualTo(requests);
        TestEngine.client().killContainerCmd(id).exec();
        assertThat(answer.get())
                .startsWith("400 ContainerUnavailable LocalStack at")
                .contains("ended in the middle of this; here nothing was changed");
    }

    private static void goesOn(Cloud cloud, Left left) {
        assertThat(cloud.iam().state()).isEqualTo(left.state().iam());
        assertThat(cloud.drift(TestCloud.ACCOUNT)).isEmpty();
        assertThat(cloud.state().s3().buckets()).isEmpty();
        String id = TestEngine.ofThisShell().getFirst();
        IamClient direct = direct(id);
        assertThat(direct.listUsers().users())
                .extracting(user -> user.userName())
                .containsExactlyInAnyOrderElementsOf(
                        left
                                .state()
                                .iam()
                                .account(TestCloud.ACCOUNT)
                                .orElseThrow()
                                .users()
                                .values()
                                .stream()
                                .map(User::name)
                                .toList())
                .contains("admin", "Test");
        assertThat(direct.listUserPolicies(b -> b.userName("Test")).policyNames())
                .containsExactly("p");
        S3Client s3 = s3(cloud.uri(), left.admin());
        s3.createBucket(b -> b.bucket("dead-seen"));
        s3.putObject(b -> b.bucket("dead-seen").key("k"), RequestBody.fromString("hello"));
        iam(cloud.uri(), left.admin().id(), left.admin().secret())
                .createUser(b -> b.userName("Lost"));
        assertThat(cloud.drift(TestCloud.ACCOUNT)).isEmpty();
        assertThat(direct.getUser(b -> b.userName("Lost")).user().userName()).isEqualTo("Lost");
    }
}
