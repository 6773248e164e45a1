package dev.rolecall.s3;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// All of S3 but the bytes, immutable: a snapshot is the value itself. Bodies are files that the
/// snapshots name and share.
///
/// @param buckets by name, of all accounts
public record S3State(Map<String, Bucket> buckets) {

    public S3State {
        buckets = Sorted.copyOf(buckets);
    }

    public static S3State empty() {
        return new S3State(Map.of());
    }

    public Optional<Bucket> bucket(String name) {
        return Optional.ofNullable(buckets.get(name));
    }

    S3State with(Bucket bucket) {
        return new S3State(Sorted.copyOf(buckets).with(bucket.name(), bucket));
    }

    S3State without(String bucket) {
        return new S3State(Sorted.copyOf(buckets).without(bucket));
    }

    /// The ids of all bodies that this state needs.
    Stream<String> contentIds() {
        return buckets.values().stream().flatMap(S3State::contentIds);
    }

    private static Stream<String> contentIds(Bucket bucket) {
        return Stream.concat(
                bucket.objects().values().stream()
                        .flatMap(versions -> versions.newestFirst().stream())
                        .flatMap(version -> version.asObject().stream())
                        .map(object -> object.content().id()),
                bucket.uploads().values().stream()
                        .flatMap(upload -> upload.parts().values().stream())
                        .map(Upload.UploadedPart::id));
    }
}
