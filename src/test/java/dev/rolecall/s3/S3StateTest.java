package dev.rolecall.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.json.Saved;
import dev.rolecall.policy.PolicyDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

class S3StateTest {
    @TempDir Path folder;
    private Desk desk = new Desk(Path.of("unused"));

    @BeforeEach
    void open() {
        desk = new Desk(folder).bucket("bbb");
    }

    private long files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete(String key) {
        desk.call(
                DeleteObjectRequest.builder().bucket("bbb").key(key).build(),
                DeleteObjectResponse.class);
    }

    @Test
    void equalBodiesLieInOneFile() {
        desk.put("bbb", "one", "hello");
        desk.put("bbb", "two", "hello");
        assertThat(files()).isEqualTo(1);
        assertThat(
                        folder.resolve(
                                "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"))
                .exists();
    }

    @Test
    void anEarlierStateIsWhatItWas() {
        desk.put("bbb", "k", "one");
        S3State before = desk.s3.state();
        desk.put("bbb", "k", "two").eTag();
        desk.bucket("more");
        desk.s3.restore(before);
        assertThat(desk.read("bbb", "k")).isEqualTo("one");
        assertThat(desk.s3.bucket("more")).isEmpty();
    }

    @Test
    void aSweepTakesWhatNoStateNeeds() {
        desk.put("bbb", "kept", "1");
        desk.put("bbb", "undone", "2");
        S3State before = desk.s3.state();
        delete("undone");
        desk.put("bbb", "gone", "3");
        delete("gone");
        desk.s3.sweep(List.of(before));
        assertThat(files()).isEqualTo(2);
        desk.s3.restore(before);
        assertThat(desk.read("bbb", "undone")).isEqualTo("2");
        delete("undone");
        desk.s3.sweep(List.of());
        assertThat(files()).isEqualTo(1);
        assertThat(desk.read("bbb", "kept")).isEqualTo("1");
    }

    @Test
    void aSweepLeavesThePartsOfUploadsUnderWay() {
        upload();
        desk.s3.sweep(List.of());
        assertThat(files()).isEqualTo(1);
    }

    private void upload() {
        String id =
                desk.call(
                                CreateMultipartUploadRequest.builder()
                                        .bucket("bbb")
                                        .key("m")
                                        .build(),
                                CreateMultipartUploadResponse.class)
                        .uploadId();
        desk.call(
                UploadPartRequest.builder()
                        .bucket("bbb")
                        .key("m")
                        .uploadId(id)
                        .partNumber(1)
                        .build(),
                UploadPartResponse.class,
                Desk.stream("part"));
    }

    @Test
    void aSweepOfNothingDoesNothing() {
        desk.s3.sweep(List.of());
        new Desk(folder.resolve("missing")).s3.sweep(List.of());
    }

    @Test
    void aSavedStateIsReadBack() {
        desk.versioning("bbb", "Enabled");
        desk.put(
                PutObjectRequest.builder()
                        .bucket("bbb")
                        .key("k/\"é\"")
                        .tagging("z=1&a=2")
                        .metadata(Map.of("colour", "blue"))
                        .build(),
                "hello");
        delete("k/\"é\"");
        upload();
        Bucket bucket = desk.s3.bucket("bbb").orElseThrow();
        PolicyDocument policy = PolicyDocument.parse("{\"Statement\":[]}");
        S3State state =
                desk.s3
                        .state()
                        .with(bucket.with(bucket.settings().withPolicy(Optional.of(policy))));
        Saved<S3State> saved =
                Saved.of(S3State.class)
                        .text(PolicyDocument.class, PolicyDocument::text, PolicyDocument::parse);
        S3State read = saved.read(saved.write(state));
        assertThat(read).isEqualTo(state);
        desk.s3.restore(read);
        desk.put("bbb", "after", "x");
        assertThat(desk.s3.bucket("bbb").orElseThrow().objects()).hasSize(2);
    }
}
