package dev.rolecall.s3;

import dev.rolecall.fault.S3Errors;
import dev.rolecall.iam.Caller;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectVersion;

/// Lists all versions and delete markers of a bucket, of each key the newest first
/// ("ListObjectVersions").
public final class VersionLists {
    private final Store store;

    VersionLists(Store store) {
        this.store = store;
    }

    public ListObjectVersionsResponse listObjectVersions(
            Caller caller, ListObjectVersionsRequest request) {
        Bucket bucket = store.bucket(request);
        UnaryOperator<String> text = ObjectLists.encoding(request.encodingTypeAsString());
        String prefix = Optional.ofNullable(request.prefix()).orElse("");
        String delimiter = Optional.ofNullable(request.delimiter()).orElse("");
        String keyMarker = Optional.ofNullable(request.keyMarker()).orElse("");
        String versionMarker = Optional.ofNullable(request.versionIdMarker()).orElse("");
        checkMarkers(keyMarker, versionMarker);
        int max = Page.max(Optional.ofNullable(request.maxKeys()), "max-keys");
        Page<Version> page = page(bucket, prefix, delimiter, keyMarker, versionMarker, max);
        ListObjectVersionsResponse.Builder response =
                ListObjectVersionsResponse.builder()
                        .name(bucket.name())
                        .prefix(text.apply(prefix))
                        .keyMarker(text.apply(keyMarker))
                        .versionIdMarker(versionMarker)
                        .maxKeys(max)
                        .isTruncated(page.next().isPresent())
                        .encodingType(request.encodingTypeAsString())
                        .commonPrefixes(ObjectLists.prefixes(page, text));
        if (!delimiter.isEmpty()) {
            response.delimiter(text.apply(delimiter));
        }
        fill(response, bucket, page, text);
        page.next()
                .ifPresent(next -> {
                    response.nextKeyMarker(text.apply(next.value()));
                    if (!next.prefix()) {
                        response.nextVersionIdMarker(
                                page.entries().getLast().getValue().versionId());
                    }
                });
        return response.build();
    }

    private static void checkMarkers(String keyMarker, String versionMarker) {
        if (!versionMarker.isEmpty() && keyMarker.isEmpty()) {
            throw S3Errors.invalidArgument(
                    "A version-id marker cannot be specified without a key marker.",
                    "version-id-marker",
                    versionMarker);
        }
    }

    private static Page<Version> page(
            Bucket bucket,
            String prefix,
            String delimiter,
            String keyMarker,
            String versionMarker,
            int max) {
        // With a version marker, the rest of the marker's own key still belongs to the list: it is
        // cut here, and the page starts with that key.
        boolean within = !versionMarker.isEmpty();
        Optional<Token> after =
                within ? Optional.empty() : Page.marker(keyMarker, prefix, delimiter);
        Page.Query query = new Page.Query(prefix, delimiter, after, max);
        String start = within ? keyMarker : query.start();
        Iterator<Map.Entry<String, Versions>> keys = Sorted.copyOf(bucket.objects()).from(start);
        return Page.of(new Flat(keys, keyMarker, versionMarker), query);
    }

    /// The versions of all keys in a row.
    private static final class Flat implements Iterator<Map.Entry<String, Version>> {
        private final Iterator<Map.Entry<String, Versions>> keys;
        private final String keyMarker;
        private final String versionMarker;
        private Iterator<Version> versions = List.<Version>of().iterator();

        Flat(Iterator<Map.Entry<String, Versions>> keys, String keyMarker, String versionMarker) {
            this.keys = keys;
            this.keyMarker = keyMarker;
            this.versionMarker = versionMarker;
        }

        @Override
        public boolean hasNext() {
            while (!versions.hasNext() && keys.hasNext()) {
                Map.Entry<String, Versions> key = keys.next();
                List<Version> all = key.getValue().newestFirst();
                versions = (key.getKey().equals(keyMarker) ? rest(all) : all).iterator();
            }
            return versions.hasNext();
        }

        private List<Version> rest(List<Version> all) {
            List<String> ids = all.stream().map(Version::versionId).toList();
            return versionMarker.isEmpty()
                    ? all
                    : all.subList(ids.indexOf(versionMarker) + 1, all.size());
        }

        @Override
        public Map.Entry<String, Version> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Version version = versions.next();
            return Map.entry(version.key(), version);
        }
    }

    private static void fill(
            ListObjectVersionsResponse.Builder response,
            Bucket bucket,
            Page<Version> page,
            UnaryOperator<String> text) {
        List<ObjectVersion> versions = new ArrayList<>();
        List<DeleteMarkerEntry> markers = new ArrayList<>();
        for (Map.Entry<String, Version> entry : page.entries()) {
            Version version = entry.getValue();
            boolean latest =
                    bucket.versions(version.key()).newestFirst().getFirst().equals(version);
            switch (version) {
                case StoredObject object -> versions.add(shown(bucket, object, latest, text));
                case Version.DeleteMarker marker ->
                        markers.add(shown(bucket, marker, latest, text));
            }
        }
        response.versions(versions).deleteMarkers(markers);
    }

    private static ObjectVersion shown(
            Bucket bucket, StoredObject object, boolean latest, UnaryOperator<String> text) {
        ObjectVersion.Builder shown =
                ObjectVersion.builder()
                        .key(text.apply(object.key()))
                        .versionId(object.versionId())
                        .isLatest(latest)
                        .lastModified(object.modified())
                        .eTag(object.quotedETag())
                        .size(object.content().size())
                        .storageClass(object.description().storageClass())
                        .owner(ObjectLists.owner(bucket, object));
        object.content()
                .checksum()
                .ifPresent(sum ->
                        shown.checksumAlgorithm(ObjectLists.algorithm(sum))
                                .checksumType(sum.type()));
        return shown.build();
    }

    private static DeleteMarkerEntry shown(
            Bucket bucket,
            Version.DeleteMarker marker,
            boolean latest,
            UnaryOperator<String> text) {
        return DeleteMarkerEntry.builder()
                .key(text.apply(marker.key()))
                .versionId(marker.versionId())
                .isLatest(latest)
                .lastModified(marker.modified())
                .owner(ObjectLists.owner(bucket, marker))
                .build();
    }
}
