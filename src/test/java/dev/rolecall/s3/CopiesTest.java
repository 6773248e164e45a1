package dev.rolecall.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.fault.AwsError;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

class CopiesTest {
    @TempDir Path folder;
    private Desk desk = new Desk(Path.of("unused"));

    @BeforeEach
    void open() {
        desk = new Desk(folder).bucket("bbb").bucket("ccc");
        desk.put(
                PutObjectRequest.builder()
                        .bucket("bbb")
                        .key("k é")
                        .contentType("text/plain")
                        .metadata(Map.of("colour", "blue"))
                        .tagging("team=a")
                        .storageClass("STANDARD_IA")
                        .build(),
                "hello");
    }

    /// The client's own code makes the header of source bucket, key and version id; here it is
    /// given as it comes over the wire.
    private static CopyObjectRequest.Builder copy(String source, String bucket, String key) {
        CopyObjectRequest.Builder request =
                CopyObjectRequest.builder().destinationBucket(bucket).destinationKey(key);
        Members.set(request, "CopySource", source);
        return request;
    }

    private CopyObjectResponse run(CopyObjectRequest.Builder request) {
        return desk.call(request.build(), CopyObjectResponse.class);
    }

    private AwsError refusal(CopyObjectRequest.Builder request) {
        return Desk.error(() -> run(request));
    }

    private StoredObject object(String bucket, String key) {
        return desk.s3.object(bucket, key).orElseThrow();
    }

    @Test
    void aCopyHasAllButTheStorageClass() {
        CopyObjectResponse response = run(copy("bbb/k%20%C3%A9", "ccc", "copy"));
        assertThat(response.copyObjectResult().eTag())
                .isEqualTo("\"5d41402abc4b2a76b9719d911017c592\"");
        assertThat(response.versionId()).isNull();
        assertThat(desk.read("ccc", "copy")).isEqualTo("hello");
        StoredObject copy = object("ccc", "copy");
        assertThat(copy.description().headers()).containsEntry("ContentType", "text/plain");
        assertThat(copy.description().metadata()).containsEntry("colour", "blue");
        assertThat(copy.description().storageClass()).isEqualTo("STANDARD");
        assertThat(copy.tags()).isEqualTo(Map.of("team", "a"));
        assertThat(copy.content()).isEqualTo(object("bbb", "k é").content());
    }

    @Test
    void metadataAndTagsMayBeReplaced() {
        run(
                copy("/bbb/k%20%C3%A9", "ccc", "copy")
                        .metadataDirective("REPLACE")
                        .metadata(Map.of("colour", "red"))
                        .taggingDirective("REPLACE")
                        .tagging("x=y"));
        StoredObject copy = object("ccc", "copy");
        assertThat(copy.description().metadata()).isEqualTo(Map.of("colour", "red"));
        assertThat(copy.description().headers())
                .isEqualTo(Map.of("ContentType", "binary/octet-stream"));
        assertThat(copy.tags()).isEqualTo(Map.of("x", "y"));
    }

    @Test
    void anotherChecksumIsComputedIfAskedFor() {
        run(copy("bbb/k%20%C3%A9", "ccc", "copy").checksumAlgorithm("CRC32"));
        assertThat(object("ccc", "copy").content().checksum())
                .isEqualTo(Optional.of(new Checksum(ChecksumKind.CRC32, false, "NhCmhg==")));
    }

    @Test
    void aCopyOntoItselfMustChangeSomething() {
        assertThat(refusal(copy("bbb/k%20%C3%A9", "bbb", "k é")).code())
                .isEqualTo("InvalidRequest");
        run(copy("bbb/k%20%C3%A9", "bbb", "k é").storageClass("GLACIER_IR"));
        assertThat(object("bbb", "k é").description().storageClass()).isEqualTo("GLACIER_IR");
        run(copy("bbb/k%20%C3%A9", "bbb", "k é").metadataDirective("REPLACE"));
        assertThat(object("bbb", "k é").description().metadata()).isEmpty();
    }

    @Test
    void theSourceMustBeThereAndMeetItsConditions() {
        assertThat(refusal(copy("bbb/none", "ccc", "copy")).details())
                .isEqualTo(Map.of("Key", "none"));
        assertThat(refusal(copy("nothing-here/k", "ccc", "copy")).code()).isEqualTo("NoSuchBucket");
        assertThat(refusal(copy("rubbish", "ccc", "copy")).code()).isEqualTo("InvalidArgument");
        AwsError error =
                refusal(
                        copy("bbb/k%20%C3%A9", "ccc", "copy")
                                .copySourceIfNoneMatch("5d41402abc4b2a76b9719d911017c592"));
        assertThat(error.status()).isEqualTo(412);
        assertThat(error.details())
                .isEqualTo(Map.of("Condition", "x-amz-copy-source-If-None-Match"));
        assertThat(
                        refusal(
                                        copy("bbb/k%20%C3%A9", "ccc", "copy")
                                                .expectedSourceBucketOwner("444455556666"))
                                .message())
                .isEqualTo("Access Denied");
    }

    @Test
    void aVersionIsCopiedByItsId() {
        desk.versioning("bbb", "Enabled");
        String version = desk.put("bbb", "v", "one").versionId();
        desk.put("bbb", "v", "two");
        CopyObjectResponse response = run(copy("bbb/v?versionId=" + version, "ccc", "copy"));
        assertThat(response.copySourceVersionId()).isEqualTo(version);
        assertThat(desk.read("ccc", "copy")).isEqualTo("one");
    }

    /// §10 [O].
    @Test
    void aDeleteMarkerCannotBeCopied() {
        desk.versioning("bbb", "Enabled");
        String marker =
                desk.call(
                                DeleteObjectRequest.builder().bucket("bbb").key("k é").build(),
                                DeleteObjectResponse.class)
                        .versionId();
        assertThat(refusal(copy("bbb/k%20%C3%A9", "ccc", "copy")).code()).isEqualTo("NoSuchKey");
        assertThat(refusal(copy("bbb/k%20%C3%A9?versionId=" + marker, "ccc", "copy")).code())
                .isEqualTo("InvalidRequest");
    }

    @Test
    void inASuspendedBucketACopyIsVersionNull() {
        desk.versioning("ccc", "Suspended");
        assertThat(run(copy("bbb/k%20%C3%A9", "ccc", "copy")).versionId()).isEqualTo("null");
        assertThat(desk.put("ccc", "put", "x").versionId()).isNull();
    }
}
