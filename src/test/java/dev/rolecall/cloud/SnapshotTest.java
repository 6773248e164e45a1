package dev.rolecall.cloud;

import static dev.rolecall.cloud.Texts.ROOT;
import static dev.rolecall.cloud.Texts.allow;
import static dev.rolecall.cloud.Texts.trust;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.iam.Account;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.sync.RequestBody;

/// Snapshots taken and put back while requests are under way.
@Timeout(120)
class SnapshotTest {
    @TempDir Path bodies;
    private TestCloud cloud;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @BeforeEach
    void start() {
        cloud = new TestCloud(bodies);
        cloud.admin().s3().createBucket(b -> b.bucket("box"));
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        cloud.close();
    }

    /// Every request makes a user and then a key for it; no snapshot may have a key without user.
    @Test
    void aSnapshotIsOfOneMoment() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        List<Future<Integer>> writers = new ArrayList<>();
        for (int w = 0; w < 4; w++) {
            String name = "w" + w;
            writers.add(threads.submit(() -> write(name, stop)));
        }
        List<CloudState> states = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            states.add(cloud.cloud().state());
        }
        stop.set(true);
        for (Future<Integer> writer : writers) {
            assertThat(writer.get()).isPositive();
        }
        for (CloudState state : states) {
            Account account = state.iam().account(TestCloud.ACCOUNT).orElseThrow();
            account.keys()
                    .values()
                    .forEach(key -> assertThat(account.userById(key.ownerId())).isPresent());
            assertThat(state.requests())
                    .extracting("number")
                    .isEqualTo(
                            java.util.stream.IntStream.rangeClosed(1, state.requests().size())
                                    .boxed()
                                    .toList());
        }
    }

    private int write(String name, AtomicBoolean stop) {
        int done = 0;
        while (!stop.get() || done == 0) {
            String user = name + "-" + done;
            cloud.admin().iam().createUser(b -> b.userName(user));
            cloud.admin().iam().createAccessKey(b -> b.userName(user));
            done++;
        }
        return done;
    }

    /// Undo in the middle of whatever: a request is answered, if only with a refusal.
    @Test
    void aRestoreUnderRequestsLeavesNothingBroken() throws Exception {
        String role = cloud.role("R", trust(ROOT), allow("s3:*", "*"));
        CloudState before = cloud.cloud().state();
        AtomicBoolean stop = new AtomicBoolean();
        List<Callable<Object>> calls =
                List.of(
                        () -> cloud.assume(cloud.admin(), role).s3().listBuckets(),
                        () ->
                                cloud.admin()
                                        .s3()
                                        .putObject(
                                                b -> b.bucket("box").key("k"),
                                                RequestBody.fromString("x".repeat(100_000))),
                        () -> cloud.admin().s3().getObjectAsBytes(b -> b.bucket("box").key("k")),
                        () -> cloud.admin().iam().createUser(b -> b.userName("U")),
                        () -> cloud.admin().s3().createBucket(b -> b.bucket("other")));
        List<Future<Integer>> callers = new ArrayList<>();
        for (Callable<Object> call : calls) {
            callers.add(threads.submit(() -> repeat(call, stop)));
        }
        for (int i = 0; i < 100; i++) {
            cloud.cloud().restore(before);
        }
        stop.set(true);
        for (Future<Integer> caller : callers) {
            assertThat(caller.get()).isPositive();
        }
        assertThat(cloud.bugs()).isEmpty();
        cloud.cloud().restore(before);
        assertThat(cloud.cloud().state().s3()).isEqualTo(before.s3());
        assertThat(cloud.admin().s3().listBuckets().buckets()).hasSize(1);
    }

    private static int repeat(Callable<Object> call, AtomicBoolean stop) throws Exception {
        int done = 0;
        while (!stop.get() || done == 0) {
            try {
                call.call();
            } catch (AwsServiceException e) {
                assertThat(e.statusCode()).isBetween(400, 499);
            }
            done++;
        }
        return done;
    }

    /// A client that never sends the rest of its body holds up nobody.
    @Test
    void aStalledUploadHoldsUpNeitherSnapshotsNorOthers() throws Exception {
        String put =
                cloud.admin()
                        .raw("s3")
                        .method("PUT")
                        .path("/box/slow")
                        .body("x".repeat(1000))
                        .text();
        String form = cloud.admin().raw("iam").form("Action=ListUsers&Version=2010-05-08").text();
        try (Socket one = stalled(put, 900);
                Socket two = stalled(form, 10)) {
            int before = cloud.cloud().trail().size();
            CloudState state =
                    threads.submit(() -> cloud.cloud().state()).get(60, TimeUnit.SECONDS);
            cloud.admin().sts().getCallerIdentity();
            threads.submit(() -> cloud.cloud().restore(state)).get(60, TimeUnit.SECONDS);
            assertThat(cloud.cloud().trail().size()).isEqualTo(before);
            finish(one, put, 900);
            finish(two, form, 10);
        }
        assertThat(cloud.admin().s3().headObject(b -> b.bucket("box").key("slow")).contentLength())
                .isEqualTo(1000);
    }

    /// Sends all but the last bytes.
    private Socket stalled(String request, int missing) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), cloud.cloud().uri().getPort());
        String start = request.substring(0, request.length() - missing);
        socket.getOutputStream().write(start.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    private static void finish(Socket socket, String request, int missing) throws IOException {
        String rest = request.substring(request.length() - missing);
        socket.getOutputStream().write(rest.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(answer).startsWith("HTTP/1.1 200");
    }

    /// Reading changes nothing, so that nothing is saved and nothing differs.
    @Test
    void readingAgainLeavesTheStateTheVeryOneThatItWas() {
        cloud.admin().s3().listBuckets();
        CloudState before = cloud.cloud().state();
        cloud.admin().s3().listBuckets();
        CloudState after = cloud.cloud().state();
        assertThat(after.iam()).isSameAs(before.iam());
        assertThat(after.s3()).isSameAs(before.s3());
        assertThat(after.sts()).isSameAs(before.sts());
    }

    @Test
    void theLastUseOfAKeyIsKnownToTheMinute() {
        TestCloud.Clients user = cloud.user("U");
        String key = user.credentials().accessKeyId();
        assertThat(lastUse(key)).startsWith("N/A");
        user.sts().getCallerIdentity();
        assertThat(lastUse(key)).startsWith("sts us-east-1");
        String first = lastUse(key);
        cloud.clock().advance(java.time.Duration.ofMinutes(2));
        user.sts().getCallerIdentity();
        assertThat(lastUse(key)).startsWith("sts us-east-1").isNotEqualTo(first);
    }

    private String lastUse(String key) {
        var used =
                cloud.admin()
                        .iam()
                        .getAccessKeyLastUsed(b -> b.accessKeyId(key))
                        .accessKeyLastUsed();
        return used.serviceName() + " " + used.region() + " " + used.lastUsedDate();
    }
}
