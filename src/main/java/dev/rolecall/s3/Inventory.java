package dev.rolecall.s3;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;

/// Reads which objects the container has. Of their bytes it tells size and ETag.
record Inventory(Container container) {
    private static final Comparator<Listed> NEWEST_FIRST =
            Comparator.comparing(Listed::latest)
                    .thenComparing(listed -> listed.version().modified())
                    .reversed();

    /// @param latest whether it is its key's current version
    private record Listed(Version version, boolean latest) {}

    /// The bucket with all its versions and delete markers.
    Bucket filled(Bucket bucket) {
        Map<String, List<Listed>> listed = new HashMap<>();
        ListObjectVersionsRequest request =
                ListObjectVersionsRequest.builder()
                        .bucket(bucket.name())
                        // A key may have characters that XML does not.
                        .encodingType(EncodingType.URL)
                        .build();
        boolean more = true;
        while (more) {
            ListObjectVersionsResponse page =
                    container.ask(bucket.account(), request, ListObjectVersionsResponse.class);
            listed(bucket, page)
                    .forEach(l ->
                            listed.computeIfAbsent(l.version().key(), _ -> new ArrayList<>())
                                    .add(l));
            more = Boolean.TRUE.equals(page.isTruncated());
            request =
                    request.toBuilder()
                            .keyMarker(page.nextKeyMarker())
                            .versionIdMarker(page.nextVersionIdMarker())
                            .build();
        }
        Map<String, Versions> objects = new HashMap<>();
        listed.forEach((key, list) -> objects.put(key, versions(list)));
        return bucket.with(objects);
    }

    private static Versions versions(List<Listed> list) {
        return new Versions(list.stream().sorted(NEWEST_FIRST).map(Listed::version).toList());
    }

    private static Stream<Listed> listed(Bucket bucket, ListObjectVersionsResponse page) {
        Stream<Listed> objects =
                page.versions().stream()
                        .map(v ->
                                new Listed(
                                        new StoredObject(
                                                v.key(),
                                                v.versionId(),
                                                v.lastModified(),
                                                bucket.account(),
                                                content(v.size(), v.eTag()),
                                                new Description(
                                                        Map.of(),
                                                        Optional.empty(),
                                                        Map.of(),
                                                        v.storageClassAsString()),
                                                Map.of()),
                                        v.isLatest()));
        Stream<Listed> markers =
                page.deleteMarkers().stream()
                        .map(m ->
                                new Listed(
                                        new Version.DeleteMarker(
                                                m.key(),
                                                m.versionId(),
                                                m.lastModified(),
                                                bucket.account()),
                                        m.isLatest()));
        return Stream.concat(objects, markers);
    }

    /// Bytes that lie elsewhere.
    ///
    /// @param etag with or without quotes
    static Content content(long size, String etag) {
        return new Content("", size, etag.replace("\"", ""), Optional.empty(), List.of());
    }
}
