package dev.rolecall.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.fault.AwsError;
import dev.rolecall.localstack.Differs;
import dev.rolecall.localstack.s3.S3Difference;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/// aws-truth §10 [O].
class ConditionsTest {
    private static final String TAG = "5d41402abc4b2a76b9719d911017c592";
    private static final Instant WRITTEN = Instant.parse("2026-11-24T10:00:00Z");

    @TempDir Path folder;
    private Desk desk = new Desk(Path.of("unused"));

    @BeforeEach
    void open() {
        desk = new Desk(folder).bucket("bbb");
        desk.put("bbb", "k", "hello");
    }

    private static GetObjectRequest.Builder get() {
        return GetObjectRequest.builder().bucket("bbb").key("k");
    }

    private String read(GetObjectRequest.Builder request) {
        return Desk.text(desk.get(request.build()));
    }

    private AwsError refusal(GetObjectRequest.Builder request) {
        return Desk.error(() -> read(request));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"" + TAG + "\"", TAG, "W/\"" + TAG + "\""})
    void aTagMatchesWeakOrUnquoted(String tag) {
        matches(tag);
    }

    private void matches(String tag) {
        assertThat(read(get().ifMatch(tag))).isEqualTo("hello");
        assertThat(refusal(get().ifNoneMatch(tag)).status()).isEqualTo(304);
    }

    @Test
    @Differs(value = S3Difference.TAGS_OF_CONDITIONS, seen = "pre-conditions")
    void aTagMatchesAmongOthers() {
        matches("\"x\", \"" + TAG + "\"");
    }

    @Test
    @Differs(value = S3Difference.TAGS_OF_CONDITIONS, seen = "no error")
    void anAsteriskMatchesWhateverThereIs() {
        matches("*");
    }

    @Test
    void aFailedConditionIsNamed() {
        assertThat(refusal(get().ifMatch("\"x\"")).details())
                .containsEntry("Condition", "If-Match");
        AwsError since = refusal(get().ifUnmodifiedSince(WRITTEN.minusSeconds(1)));
        assertThat(since.status()).isEqualTo(412);
        assertThat(since.details()).containsEntry("Condition", "If-Unmodified-Since");
    }

    @Test
    @Differs(value = S3Difference.TAGS_OF_CONDITIONS, seen = "no error")
    void anEmptyIfMatchFails() {
        assertThat(refusal(get().ifMatch("")).status()).isEqualTo(412);
    }

    @Test
    void anEmptyIfNoneMatchIsPassedOver() {
        assertThat(read(get().ifNoneMatch(""))).isEqualTo("hello");
    }

    @Test
    void aTagSilencesTheDate() {
        assertThat(read(get().ifMatch(TAG).ifUnmodifiedSince(WRITTEN.minusSeconds(9))))
                .isEqualTo("hello");
        assertThat(read(get().ifNoneMatch("x").ifModifiedSince(WRITTEN.plusSeconds(9))))
                .isEqualTo("hello");
    }

    @Test
    @Differs(value = S3Difference.TIMES, seen = "pre-conditions")
    void theDateOfWritingCountsAsUnmodified() {
        assertThat(read(get().ifUnmodifiedSince(WRITTEN))).isEqualTo("hello");
        assertThat(refusal(get().ifModifiedSince(WRITTEN)).status()).isEqualTo(304);
    }

    @Test
    void aMissingKeyComesBeforeAnyCondition() {
        assertThat(refusal(get().key("none").ifMatch("x")).code()).isEqualTo("NoSuchKey");
    }

    private static PutObjectRequest.Builder put() {
        return PutObjectRequest.builder().bucket("bbb").key("k");
    }

    private AwsError writeRefusal(PutObjectRequest.Builder request) {
        return Desk.error(() -> desk.put(request.build(), "new"));
    }

    @Test
    void aWriteMayInsistOnBeingTheFirst() {
        assertThat(writeRefusal(put().ifNoneMatch("*")).details())
                .containsEntry("Condition", "If-None-Match");
        desk.put(put().key("new").ifNoneMatch("*").build(), "x");
        assertThat(writeRefusal(put().ifNoneMatch("\"x\"")).code()).isEqualTo("NotImplemented");
    }

    @Test
    void aWriteMayInsistOnWhatItReplaces() {
        assertThat(writeRefusal(put().ifMatch("x")).status()).isEqualTo(412);
        assertThat(writeRefusal(put().key("none").ifMatch("x")).code()).isEqualTo("NoSuchKey");
        desk.put(put().ifMatch("\"" + TAG + "\"").build(), "new");
        assertThat(desk.read("bbb", "k")).isEqualTo("new");
    }

    @Test
    void overADeleteMarkerAWriteIsTheFirst() {
        desk.versioning("bbb", "Enabled");
        delete(DeleteObjectRequest.builder());
        assertThat(writeRefusal(put().ifMatch(TAG)).code()).isEqualTo("NoSuchKey");
        desk.put(put().ifNoneMatch("*").build(), "again");
        assertThat(desk.read("bbb", "k")).isEqualTo("again");
    }

    private DeleteObjectResponse delete(DeleteObjectRequest.Builder request) {
        return desk.call(request.bucket("bbb").key("k").build(), DeleteObjectResponse.class);
    }

    private AwsError deleteRefusal(String match) {
        return Desk.error(() -> delete(DeleteObjectRequest.builder().ifMatch(match)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"" + TAG + "\"", "\"x\", \"" + TAG + "\"", "x"})
    void aDeleteTakesNeitherWeakTagsNorLists(String match) {
        assertThat(deleteRefusal(match).status()).isEqualTo(412);
        assertThat(desk.read("bbb", "k")).isEqualTo("hello");
    }

    @Test
    void anEmptyConditionOfADeleteIsRefused() {
        assertThat(deleteRefusal("").code()).isEqualTo("InvalidArgument");
    }

    @ParameterizedTest
    @ValueSource(strings = {TAG, "\"" + TAG + "\"", "*"})
    void aDeleteGoesThroughIfItsTagMatches(String match) {
        delete(DeleteObjectRequest.builder().ifMatch(match));
        assertThat(desk.s3.object("bbb", "k")).isEmpty();
        assertThat(deleteRefusal(match).code()).isEqualTo("NoSuchKey");
    }

    @Test
    void ofManyWhoInsistOnBeingTheFirstOneIs() throws Exception {
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Integer>> outcomes =
                    IntStream.range(0, 16)
                            .mapToObj(i -> pool.submit(() -> race(start, "writer " + i)))
                            .toList();
            start.countDown();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> outcome : outcomes) {
                statuses.add(outcome.get());
            }
            assertThat(statuses).containsOnlyOnce(200).filteredOn(s -> s == 412).hasSize(15);
        }
    }

    private int race(CountDownLatch start, String text) throws InterruptedException {
        start.await();
        try {
            desk.put(put().key("race").ifNoneMatch("*").build(), text);
            return 200;
        } catch (AwsError e) {
            return e.status();
        }
    }
}
