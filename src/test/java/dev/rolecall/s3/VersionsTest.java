package dev.rolecall.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.rolecall.fault.AwsError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.DeletedObject;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Error;

class VersionsTest {
    @TempDir Path folder;
    private Desk desk = new Desk(Path.of("unused"));

    @BeforeEach
    void open() {
        desk = new Desk(folder).bucket("bbb");
    }

    private DeleteObjectResponse delete(String key) {
        return desk.call(
                DeleteObjectRequest.builder().bucket("bbb").key(key).build(),
                DeleteObjectResponse.class);
    }

    private DeleteObjectResponse delete(String key, String version) {
        return desk.call(
                DeleteObjectRequest.builder().bucket("bbb").key(key).versionId(version).build(),
                DeleteObjectResponse.class);
    }

    private String read(String key, String version) {
        return Desk.text(
                desk.get(
                        GetObjectRequest.builder()
                                .bucket("bbb")
                                .key(key)
                                .versionId(version)
                                .build()));
    }

    @Test
    void withoutVersioningADeleteIsTheEnd() {
        desk.put("bbb", "k", "one");
        DeleteObjectResponse response = delete("k");
        assertThat(response.deleteMarker()).isNull();
        assertThat(response.versionId()).isNull();
        assertThat(desk.s3.state().bucket("bbb").orElseThrow().objects()).isEmpty();
        delete("k");
    }

    @Test
    void withVersioningNothingIsLost() {
        desk.put("bbb", "k", "zero");
        desk.versioning("bbb", "Enabled");
        String one = desk.put("bbb", "k", "one").versionId();
        assertThat(one).hasSize(32);
        DeleteObjectResponse deleted = delete("k");
        assertThat(deleted.deleteMarker()).isTrue();
        assertThat(Desk.error(() -> desk.read("bbb", "k")).code()).isEqualTo("NoSuchKey");
        assertThat(read("k", one)).isEqualTo("one");
        assertThat(read("k", "null")).isEqualTo("zero");
        AwsError marker = Desk.error(() -> read("k", deleted.versionId()));
        assertThat(marker.status()).isEqualTo(405);
        assertThat(marker.details())
                .isEqualTo(Map.of("Method", "GET", "ResourceType", "DeleteMarker"));
        DeleteObjectResponse undeleted = delete("k", deleted.versionId());
        assertThat(undeleted.deleteMarker()).isTrue();
        assertThat(desk.read("bbb", "k")).isEqualTo("one");
    }

    @Test
    void suspendedVersioningReplacesTheNullVersionOnly() {
        desk.versioning("bbb", "Enabled");
        String one = desk.put("bbb", "k", "one").versionId();
        desk.versioning("bbb", "Suspended");
        desk.put("bbb", "k", "two");
        desk.put("bbb", "k", "three");
        assertThat(desk.s3.state().bucket("bbb").orElseThrow().versions("k").newestFirst())
                .hasSize(2);
        assertThat(delete("k").versionId()).isEqualTo("null");
        assertThat(read("k", one)).isEqualTo("one");
        assertThat(Desk.error(() -> read("k", "null")).status()).isEqualTo(405);
    }

    @Test
    void anUnknownVersionIsToldFromAMalformedOne() {
        desk.versioning("bbb", "Enabled").put("bbb", "k", "one");
        AwsError unknown = Desk.error(() -> read("k", "A".repeat(32)));
        assertThat(unknown.code()).isEqualTo("NoSuchVersion");
        assertThat(unknown.details().keySet()).containsExactly("Key", "VersionId");
        assertThat(Desk.error(() -> read("k", "x")))
                .hasMessage("Invalid version id specified")
                .extracting(AwsError::code)
                .isEqualTo("InvalidArgument");
        assertThat(delete("k", "A".repeat(32)).versionId()).isEqualTo("A".repeat(32));
    }

    private ListObjectVersionsResponse list(ListObjectVersionsRequest.Builder request) {
        return desk.call(request.bucket("bbb").build(), ListObjectVersionsResponse.class);
    }

    @Test
    void theListHasEachKeysNewestVersionFirst() {
        desk.versioning("bbb", "Enabled");
        String one = desk.put("bbb", "k", "one").versionId();
        String two = desk.put("bbb", "k", "two").versionId();
        String marker = delete("k").versionId();
        desk.put("bbb", "l", "x");
        ListObjectVersionsResponse list = list(ListObjectVersionsRequest.builder().prefix("k"));
        assertThat(list.versions())
                .extracting(ObjectVersion::versionId, ObjectVersion::isLatest)
                .containsExactly(tuple(two, false), tuple(one, false));
        assertThat(list.deleteMarkers())
                .extracting(DeleteMarkerEntry::versionId, DeleteMarkerEntry::isLatest)
                .containsExactly(tuple(marker, true));
    }

    @Test
    void thePagesOfTheListLeaveOutNothingAndRepeatNothing() {
        desk.versioning("bbb", "Enabled");
        for (int i = 0; i < 3; i++) {
            for (String key : List.of("a", "g/1", "g/2", "z")) {
                desk.put("bbb", key, "v" + i);
            }
        }
        for (String delimiter : List.of("", "/")) {
            List<String> seen = new ArrayList<>();
            ListObjectVersionsRequest.Builder next =
                    ListObjectVersionsRequest.builder().maxKeys(2).delimiter(delimiter);
            boolean more = true;
            while (more) {
                ListObjectVersionsResponse page = list(next);
                page.versions().forEach(v -> seen.add(v.key() + v.versionId()));
                page.commonPrefixes().forEach(prefix -> seen.add(prefix.prefix()));
                more = page.isTruncated();
                next.keyMarker(page.nextKeyMarker()).versionIdMarker(page.nextVersionIdMarker());
            }
            assertThat(seen).doesNotHaveDuplicates().hasSize(delimiter.isEmpty() ? 12 : 7);
        }
    }

    @Test
    void aVersionMarkerNeedsAKeyMarker() {
        assertThat(
                        Desk.error(() ->
                                        list(
                                                ListObjectVersionsRequest.builder()
                                                        .versionIdMarker("x")))
                                .code())
                .isEqualTo("InvalidArgument");
    }

    private DeleteObjectsResponse deleteAll(boolean quiet, List<ObjectIdentifier> keys) {
        return desk.call(
                DeleteObjectsRequest.builder()
                        .bucket("bbb")
                        .delete(d -> d.objects(keys).quiet(quiet))
                        .build(),
                DeleteObjectsResponse.class);
    }

    private static ObjectIdentifier key(String key) {
        return ObjectIdentifier.builder().key(key).build();
    }

    @Test
    void ofManyKeysEachIsAllowedOrRefusedOnItsOwn() {
        desk.put("bbb", "a", "x");
        desk.put("bbb", "secret", "x");
        DeleteObjectsResponse response =
                deleteAll(false, List.of(key("a"), key("secret"), key("none")));
        assertThat(response.deleted()).extracting(DeletedObject::key).containsExactly("a", "none");
        assertThat(response.errors())
                .extracting(S3Error::key, S3Error::code, S3Error::message)
                .containsExactly(tuple("secret", "AccessDenied", "Access Denied"));
        assertThat(desk.askedOfTheGate)
                .containsExactly(
                        "s3:DeleteObject a", "s3:DeleteObject secret", "s3:DeleteObject none");
        assertThat(desk.s3.object("bbb", "secret")).isPresent();
    }

    @Test
    void aQuietDeleteTellsErrorsOnly() {
        DeleteObjectsResponse response = deleteAll(true, List.of(key("a"), key("secret")));
        assertThat(response.deleted()).isEmpty();
        assertThat(response.errors()).hasSize(1);
    }

    @Test
    void aBatchTellsWhatBecameOfVersions() {
        desk.versioning("bbb", "Enabled");
        String one = desk.put("bbb", "k", "one").versionId();
        DeleteObjectsResponse response =
                deleteAll(
                        false,
                        List.of(
                                key("k"),
                                ObjectIdentifier.builder().key("k").versionId(one).build(),
                                ObjectIdentifier.builder().key("k").versionId("bad").build()));
        assertThat(response.deleted().getFirst().deleteMarker()).isTrue();
        assertThat(response.deleted().getFirst().deleteMarkerVersionId()).hasSize(32);
        assertThat(response.deleted().get(1).versionId()).isEqualTo(one);
        assertThat(response.deleted().get(1).deleteMarker()).isNull();
        assertThat(response.errors()).extracting(S3Error::code).containsExactly("NoSuchVersion");
        assertThat(desk.askedOfTheGate)
                .containsExactly(
                        "s3:DeleteObject k",
                        "s3:DeleteObjectVersion k",
                        "s3:DeleteObjectVersion k");
    }

    @Test
    void aBatchHasAThousandKeysAtMost() {
        List<ObjectIdentifier> keys =
                IntStream.rangeClosed(0, 1000).mapToObj(i -> key("k" + i)).toList();
        assertThat(Desk.error(() -> deleteAll(false, keys)).code()).isEqualTo("MalformedXML");
        assertThat(deleteAll(false, keys.subList(0, 1000)).deleted()).hasSize(1000);
    }
}
