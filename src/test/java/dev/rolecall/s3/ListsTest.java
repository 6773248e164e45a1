package dev.rolecall.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.localstack.Differs;
import dev.rolecall.localstack.s3.S3Difference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

class ListsTest {
    private static final List<String> KEYS =
            List.of("a", "dir/", "dir/one", "dir/sub/x", "dir/two", "edge", "f g/h");

    @TempDir Path folder;
    private Desk desk = new Desk(Path.of("unused"));

    @BeforeEach
    void open() {
        desk = new Desk(folder).bucket("bbb");
        KEYS.reversed().forEach(key -> desk.put("bbb", key, key));
    }

    private static ListObjectsV2Request.Builder v2() {
        return ListObjectsV2Request.builder().bucket("bbb");
    }

    private ListObjectsV2Response list(ListObjectsV2Request.Builder request) {
        return desk.call(request.build(), ListObjectsV2Response.class);
    }

    private ListObjectsResponse list(ListObjectsRequest.Builder request) {
        return desk.call(request.bucket("bbb").build(), ListObjectsResponse.class);
    }

    private static List<String> keys(ListObjectsV2Response response) {
        return response.contents().stream().map(S3Object::key).toList();
    }

    private static List<String> groups(ListObjectsV2Response response) {
        return response.commonPrefixes().stream().map(CommonPrefix::prefix).toList();
    }

    @Test
    void keysComeInOrder() {
        ListObjectsV2Response all = list(v2());
        assertThat(keys(all)).isEqualTo(KEYS);
        assertThat(all.keyCount()).isEqualTo(7);
        assertThat(all.maxKeys()).isEqualTo(1000);
        assertThat(all.isTruncated()).isFalse();
        S3Object first = all.contents().getFirst();
        assertThat(first.size()).isEqualTo(1);
        assertThat(first.storageClassAsString()).isEqualTo("STANDARD");
        assertThat(first.owner()).isNull();
        assertThat(list(v2().fetchOwner(true)).contents().getFirst().owner().id())
                .isEqualTo(CanonicalUser.of(Desk.ACCOUNT));
    }

    @Test
    void aDelimiterMakesGroups() {
        ListObjectsV2Response root = list(v2().delimiter("/"));
        assertThat(keys(root)).containsExactly("a", "edge");
        assertThat(groups(root)).containsExactly("dir/", "f g/");
        assertThat(root.keyCount()).isEqualTo(4);
        ListObjectsV2Response dir = list(v2().delimiter("/").prefix("dir/"));
        assertThat(keys(dir)).containsExactly("dir/", "dir/one", "dir/two");
        assertThat(groups(dir)).containsExactly("dir/sub/");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void thePagesOfV2LeaveOutNothingAndRepeatNothing(int size) {
        for (String prefix : List.of("", "dir/")) {
            for (String delimiter : List.of("", "/")) {
                ListObjectsV2Request.Builder request = v2().prefix(prefix).delimiter(delimiter);
                ListObjectsV2Response whole = list(request);
                List<String> seen = new ArrayList<>();
                ListObjectsV2Response page = list(request.maxKeys(size));
                while (true) {
                    seen.addAll(keys(page));
                    seen.addAll(groups(page));
                    if (!page.isTruncated()) {
                        break;
                    }
                    page = list(request.continuationToken(page.nextContinuationToken()));
                }
                List<String> expected = new ArrayList<>(keys(whole));
                expected.addAll(groups(whole));
                assertThat(seen).containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void thePagesOfV1LeaveOutNothingAndRepeatNothing(int size) {
        for (String prefix : List.of("", "dir/")) {
            for (String delimiter : List.of("", "/")) {
                ListObjectsRequest.Builder request =
                        ListObjectsRequest.builder()
                                .prefix(prefix)
                                .delimiter(delimiter)
                                .maxKeys(size);
                List<String> seen = new ArrayList<>();
                ListObjectsResponse page = list(request);
                while (true) {
                    page.contents().forEach(object -> seen.add(object.key()));
                    page.commonPrefixes().forEach(group -> seen.add(group.prefix()));
                    if (!page.isTruncated()) {
                        break;
                    }
                    // Without a delimiter there is no NextMarker: the last key serves.
                    assertThat(page.nextMarker() == null).isEqualTo(delimiter.isEmpty());
                    page =
                            list(
                                    request.marker(
                                            delimiter.isEmpty()
                                                    ? seen.getLast()
                                                    : page.nextMarker()));
                }
                ListObjectsV2Response whole = list(v2().prefix(prefix).delimiter(delimiter));
                assertThat(seen).doesNotHaveDuplicates().hasSize(whole.keyCount());
            }
        }
    }

    @Test
    void aListMayStartBehindAKey() {
        assertThat(keys(list(v2().startAfter("dir/two")))).containsExactly("edge", "f g/h");
        // The group still has keys behind that one.
        assertThat(groups(list(v2().startAfter("dir/one").delimiter("/"))))
                .containsExactly("dir/", "f g/");
    }

    @Test
    @Differs(value = S3Difference.NO_KEYS, seen = "was: 7")
    void noKeysAtAllMayBeAskedFor() {
        ListObjectsV2Response none = list(v2().maxKeys(0));
        assertThat(none.keyCount()).isZero();
        assertThat(none.isTruncated()).isFalse();
    }

    @Test
    void numbersOverAThousandAreTakenForIt() {
        assertThat(list(v2().maxKeys(5000)).maxKeys()).isEqualTo(1000);
        assertThat(Desk.error(() -> list(v2().maxKeys(-1))).details())
                .containsEntry("ArgumentName", "max-keys")
                .containsEntry("ArgumentValue", "-1");
    }

    @Test
    void keysMayBeEncoded() {
        ListObjectsV2Response encoded =
                list(v2().encodingType("url").prefix("f g/").delimiter("h"));
        assertThat(encoded.prefix()).isEqualTo("f+g/");
        assertThat(groups(encoded)).containsExactly("f+g/h");
        assertThat(Desk.error(() -> list(v2().encodingType("base64"))).code())
                .isEqualTo("InvalidArgument");
    }

    @Test
    void aTokenThatS3DidNotGiveIsRefused() {
        assertThat(Desk.error(() -> list(v2().continuationToken("nonsense"))))
                .hasMessage("The continuation token provided is incorrect");
    }

    @Test
    void whatADeleteMarkerHidesIsNotListed() {
        desk.versioning("bbb", "Enabled");
        desk.call(
                DeleteObjectRequest.builder().bucket("bbb").key("a").build(),
                DeleteObjectResponse.class);
        assertThat(keys(list(v2().prefix("a")))).isEmpty();
    }

    @Test
    void v1TellsTheOwner() {
        assertThat(list(ListObjectsRequest.builder()).contents().getFirst().owner().id())
                .isEqualTo(CanonicalUser.of(Desk.ACCOUNT));
    }
}
