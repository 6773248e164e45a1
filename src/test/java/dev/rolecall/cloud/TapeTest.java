package dev.rolecall.cloud;

import static dev.rolecall.cloud.TestCloud.answer;
import static dev.rolecall.cloud.Texts.ROOT;
import static dev.rolecall.cloud.Texts.trust;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.model.Credentials;

/// What snippets were answered, played back when they run again.
class TapeTest {
    @TempDir Path bodies;
    private TestCloud cloud;
    private Tape tape;
    private S3Client s3;

    @BeforeEach
    void start() {
        cloud = new TestCloud(bodies);
        tape = cloud.cloud().tape();
        s3 = cloud.admin().s3();
        s3.createBucket(b -> b.bucket("box"));
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    private void put(String key, String body) {
        s3.putObject(b -> b.bucket("box").key(key), RequestBody.fromString(body));
    }

    private String get(String key) {
        return s3.getObjectAsBytes(b -> b.bucket("box").key(key)).asUtf8String();
    }

    @Test
    void aSnippetGetsTheAnswersThatItGotBeforeInTheirOrderAndTouchesNothing() {
        tape.record("1");
        put("k", "one");
        String first = get("k");
        put("k", "two");
        String second = get("k");
        tape.idle();
        put("k", "three");
        int requests = cloud.cloud().trail().size();

        tape.play("1");
        put("k", "one");
        assertThat(get("k")).isEqualTo(first).isEqualTo("one");
        put("k", "two");
        assertThat(get("k")).isEqualTo(second).isEqualTo("two");
        assertThat(cloud.cloud().trail().size()).isEqualTo(requests);
        tape.idle();
        assertThat(get("k")).isEqualTo("three");
    }

    @Test
    void whatWasNotRecordedIsAnErrorAtOnce() {
        tape.record("1");
        get404();
        tape.play("1");
        assertThat(TestCloud.refusal(() -> get("other")).statusCode()).isEqualTo(400);
        get404();
        assertThat(TestCloud.refusal(() -> get("gone")).statusCode()).isEqualTo(400);
        tape.play("2");
        assertThat(TestCloud.refusal(() -> get("gone")).statusCode()).isEqualTo(400);
    }

    /// An answer is recorded whatever it is.
    private void get404() {
        assertThat(answer(() -> get("gone"))).startsWith("404 NoSuchKey");
    }

    @Test
    void itIsTheSameRequestLaterAndUnderAnotherSignature() {
        RawRequest raw = cloud.admin().raw("s3").path("/box/k");
        put("k", "hello");
        tape.record("1");
        assertThat(raw.send().body()).isEqualTo("hello");
        assertThat(raw.presigned(Duration.ofMinutes(5)).body()).isEqualTo("hello");
        tape.play("1");
        RawRequest later = cloud.admin().raw("s3").path("/box/k").at(raw.time().plusSeconds(600));
        assertThat(later.presigned(Duration.ofMinutes(10)).body()).isEqualTo("hello");
        assertThat(later.secret("whatever").send().body()).isEqualTo("hello");
    }

    /// All calls of STS and IAM go to the same path: the form tells them apart.
    @Test
    void callsOfOnePathAreToldApartByTheirForms() {
        cloud.user("U");
        tape.record("1");
        String one = cloud.admin().iam().getUser(b -> b.userName("admin")).user().userId();
        String two = cloud.admin().iam().getUser(b -> b.userName("U")).user().userId();
        tape.play("1");
        assertThat(cloud.admin().iam().getUser(b -> b.userName("U")).user().userId())
                .isEqualTo(two);
        assertThat(cloud.admin().iam().getUser(b -> b.userName("admin")).user().userId())
                .isEqualTo(one);
    }

    /// A snippet may make up a name each time; the answer to that kind of call is still the next.
    @Test
    void aNameMadeUpAnewGetsTheNextAnswerOfItsKind() {
        String role = cloud.role("R", trust(ROOT));
        tape.record("1");
        Credentials recorded = assume(role, "session-1");
        cloud.admin().sts().getCallerIdentity();
        tape.play("1");
        assertThat(cloud.admin().sts().getCallerIdentity().arn()).endsWith("user/admin");
        assertThat(assume(role, "session-2")).isEqualTo(recorded);
        assertThat(TestCloud.refusal(() -> assume(role, "session-3")).statusCode()).isEqualTo(400);
    }

    private Credentials assume(String role, String name) {
        return cloud.admin()
                .sts()
                .assumeRole(b -> b.roleArn(role).roleSessionName(name))
                .credentials();
    }

    @Test
    void twoPrincipalsAreAnsweredEachTheirOwn() {
        TestCloud.Clients user = cloud.user("U");
        tape.record("1");
        cloud.admin().sts().getCallerIdentity();
        user.sts().getCallerIdentity();
        tape.play("1");
        assertThat(user.sts().getCallerIdentity().arn()).endsWith("user/U");
        assertThat(cloud.admin().sts().getCallerIdentity().arn()).endsWith("user/admin");
    }

    @Test
    void answersWithoutABodyAreKeptWhateverLengthTheyDeclare() {
        String large = "x".repeat(200_000);
        put("large", large);
        tape.record("1");
        long length = s3.headObject(b -> b.bucket("box").key("large")).contentLength();
        String part =
                s3.getObjectAsBytes(b -> b.bucket("box").key("large").range("bytes=0-4"))
                        .asUtf8String();
        String tag = s3.headObject(b -> b.bucket("box").key("large")).eTag();
        int unchanged =
                TestCloud.refusal(() ->
                                s3.getObject(b -> b.bucket("box").key("large").ifNoneMatch(tag)))
                        .statusCode();
        tape.play("1");
        assertThat(unchanged).isEqualTo(304);
        assertThat(
                        TestCloud.refusal(() ->
                                        s3.getObject(
                                                b -> b.bucket("box").key("large").ifNoneMatch(tag)))
                                .statusCode())
                .isEqualTo(304);
        assertThat(s3.headObject(b -> b.bucket("box").key("large")).contentLength())
                .isEqualTo(length)
                .isEqualTo(200_000);
        assertThat(
                        s3.getObjectAsBytes(b -> b.bucket("box").key("large").range("bytes=0-4"))
                                .response()
                                .contentRange())
                .isEqualTo("bytes 0-4/200000");
        assertThat(part).isEqualTo("xxxxx");
    }

    @Test
    void aBodyThatIsTooLargeIsGivenWholeButNotKept() {
        String large = "x".repeat(200_000);
        put("large", large);
        put("just", large.substring(0, 64 * 1024));
        tape.record("1");
        assertThat(get("large")).isEqualTo(large);
        assertThat(get("just")).hasSize(64 * 1024);
        assertThat(tape.exchanges()).extracting(Exchange::whole).containsExactly(false, true);
        tape.play("1");
        assertThat(TestCloud.refusal(() -> get("large")).statusCode()).isEqualTo(400);
        assertThat(get("just")).hasSize(64 * 1024);
    }

    @Test
    void callsAtTheSameTimeGetEachTheirOwnAnswer() {
        IntStream.range(0, 20).forEach(i -> put("k" + i, "body " + i));
        try (S3AsyncClient async = cloud.admin().s3Async()) {
            tape.record("1");
            assertThat(all(async)).isEqualTo(bodies());
            assertThat(tape.exchanges()).hasSize(20);
            tape.play("1");
            assertThat(all(async)).isEqualTo(bodies());
        }
    }

    private static List<String> bodies() {
        return IntStream.range(0, 20).mapToObj(i -> "body " + i).toList();
    }

    private static List<String> all(S3AsyncClient async) {
        List<CompletableFuture<String>> answers =
                IntStream.range(0, 20)
                        .mapToObj(i ->
                                async.getObject(
                                                b -> b.bucket("box").key("k" + i),
                                                AsyncResponseTransformer.toBytes())
                                        .thenApply(bytes -> bytes.asUtf8String()))
                        .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    /// What earlier programs saved has no details in its fingerprints.
    @Test
    void aSavedTapeIsPlayedToo() {
        tape.record("1");
        put("k", "hello");
        get("k");
        List<Exchange> saved =
                tape.exchanges().stream()
                        .map(e ->
                                new Exchange(
                                        e.snippet(),
                                        e.fingerprint().substring(0, e.fingerprint().indexOf('#')),
                                        e.status(),
                                        e.headers(),
                                        e.body(),
                                        e.whole()))
                        .toList();
        tape.restore(List.of());
        tape.play("1");
        assertThat(TestCloud.refusal(() -> get("k")).statusCode()).isEqualTo(400);
        tape.restore(saved);
        tape.play("1");
        assertThat(get("k")).isEqualTo("hello");
    }

    @Test
    void anUploadIsPlayedWithoutReadingItTwice() {
        tape.record("1");
        put("k", "x".repeat(300_000));
        tape.play("1");
        put("k", "x".repeat(300_000));
        tape.idle();
        assertThat(get("k")).hasSize(300_000);
    }
}
