package dev.rolecall.s3;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.ListPartsRequest;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;

/// The multipart uploads that were begun from here, active and ended, with what the container does
/// not know: who began them. Others are looked up there.
final class KnownUploads {
    private final Container container;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /// @param answer of the completion, if it was completed
    private record Known(
            String bucket, Upload upload, Optional<CompleteMultipartUploadResponse> answer) {}

    KnownUploads(Container container, Clock clock) {
        this.container = container;
        this.clock = clock;
    }

    void begun(String bucket, Upload upload) {
        known.put(upload.id(), new Known(bucket, upload, Optional.empty()));
    }

    void aborted(String id) {
        known.computeIfPresent(
                id,
                (_, k) ->
                        new Known(
                                k.bucket(),
                                k.upload().ended(new Upload.End.Aborted()),
                                Optional.empty()));
    }

    void completed(String id, String manifest, CompleteMultipartUploadResponse answer) {
        Upload.End end = new Upload.End.Completed(manifest, answer.eTag());
        known.computeIfPresent(
                id, (_, k) -> new Known(k.bucket(), k.upload().ended(end), Optional.of(answer)));
    }

    /// The ARN of who began it, if that was from here.
    Optional<String> initiator(String id) {
        return Optional.ofNullable(known.get(id)).map(k -> k.upload().initiator());
    }

    /// How a completion was answered.
    Optional<CompleteMultipartUploadResponse> answer(String id) {
        return Optional.ofNullable(known.get(id)).flatMap(Known::answer);
    }

    /// The bucket was deleted, and with it what is remembered of its uploads.
    void forget(String bucket) {
        known.values().removeIf(k -> k.bucket().equals(bucket));
    }

    Optional<Upload> find(Bucket bucket, String key, String id) {
        Known found = known.get(id);
        if (found != null) {
            return Optional.of(found)
                    .filter(k -> k.bucket().equals(bucket.name()) && k.upload().key().equals(key))
                    .map(Known::upload);
        }
        return id.isEmpty() ? Optional.empty() : lookUp(bucket, key, id);
    }

    /// Begun by somebody who does not come through here: nobody's as far as permissions go.
    private Optional<Upload> lookUp(Bucket bucket, String key, String id) {
        ListPartsRequest request =
                ListPartsRequest.builder()
                        .bucket(bucket.name())
                        .key(key)
                        .uploadId(id)
                        .maxParts(1)
                        .build();
        return Container.unless(
                        "NoSuchUpload",
                        () -> container.ask(bucket.account(), request, ListPartsResponse.class))
                .map(parts ->
                        new Upload(
                                id,
                                key,
                                "",
                                bucket.account(),
                                clock.instant(),
                                new Description(
                                        Map.of(), Optional.empty(), Map.of(), Describing.STANDARD),
                                Map.of(),
                                Optional.ofNullable(parts.checksumAlgorithmAsString())
                                        .flatMap(ChecksumKind::named),
                                "COMPOSITE".equals(parts.checksumTypeAsString()),
                                "",
                                Map.of(),
                                new Upload.End.Not()));
    }
}
