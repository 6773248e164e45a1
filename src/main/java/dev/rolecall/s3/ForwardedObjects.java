package dev.rolecall.s3;

import dev.rolecall.fault.AwsError;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/// Looks at single objects in the container.
record ForwardedObjects(Container container) {

    /// The object as a read of it would be described, with its tags; empty if there is none, or its
    /// newest version is a delete marker.
    Optional<StoredObject> find(Bucket bucket, String key, Optional<String> versionId) {
        return head(bucket, key, versionId)
                .map(head -> object(bucket, key, head, tags(bucket, key, versionId)));
    }

    private Optional<HeadObjectResponse> head(
            Bucket bucket, String key, Optional<String> versionId) {
        HeadObjectRequest.Builder request =
                HeadObjectRequest.builder()
                        .bucket(bucket.name())
                        .key(key)
                        .checksumMode(ChecksumMode.ENABLED);
        versionId.ifPresent(request::versionId);
        try {
            return Optional.of(
                    container.ask(bucket.account(), request.build(), HeadObjectResponse.class));
        } catch (AwsError e) {
            if (isMissing(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /// 404; 405 for a delete marker; 400 for an id that can be no version's.
    private static boolean isMissing(AwsError error) {
        return error.status() == 404
                || error.status() == 405
                || error.code().equals("InvalidArgument")
                || error.code().equals("BadRequest");
    }

    private Map<String, String> tags(Bucket bucket, String key, Optional<String> versionId) {
        GetObjectTaggingRequest.Builder request =
                GetObjectTaggingRequest.builder().bucket(bucket.name()).key(key);
        versionId.ifPresent(request::versionId);
        return Tags.read(
                container
                        .ask(bucket.account(), request.build(), GetObjectTaggingResponse.class)
                        .tagSet());
    }

    private static StoredObject object(
            Bucket bucket, String key, HeadObjectResponse head, Map<String, String> tags) {
        return new StoredObject(
                key,
                Optional.ofNullable(head.versionId()).orElse(Version.NULL),
                head.lastModified(),
                bucket.account(),
                content(head),
                description(head),
                tags);
    }

    private static Content content(HeadObjectResponse head) {
        Optional<Checksum> checksum =
                Stream.of(ChecksumKind.values())
                        .flatMap(kind ->
                                Members.text(head, kind.member()).stream()
                                        .map(value ->
                                                new Checksum(
                                                        kind,
                                                        head.checksumType()
                                                                == ChecksumType.COMPOSITE,
                                                        value)))
                        .findFirst();
        Content plain = Inventory.content(head.contentLength(), head.eTag());
        return new Content(plain.id(), plain.size(), plain.etag(), checksum, plain.parts());
    }

    private static Description description(HeadObjectResponse head) {
        Map<String, String> headers = new HashMap<>();
        for (String name : Describing.HEADERS) {
            Members.text(head, name).ifPresent(value -> headers.put(name, value));
        }
        return new Description(
                headers,
                Members.value(head, "Expires", Instant.class),
                head.metadata(),
                Optional.ofNullable(head.storageClassAsString()).orElse(Describing.STANDARD));
    }
}
