package dev.rolecall.s3;

import dev.rolecall.fault.S3ObjectErrors;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/// Looks at what a copy reads in the container: whose it is, and whether it meets the request's
/// conditions, which the container reads more narrowly than AWS does.
record CopySources(KnownBuckets buckets, ForwardedObjects objects) {
    private static final List<String> CONDITIONS =
            List.of(
                    "CopySourceIfMatch",
                    "CopySourceIfNoneMatch",
                    "CopySourceIfModifiedSince",
                    "CopySourceIfUnmodifiedSince");

    void check(SdkPojo request) {
        CopySource named = CopySource.parse(Members.text(request, "CopySource").orElse(""));
        Bucket bucket = buckets.existing(named.bucket());
        Store.expectOwner(bucket, Members.text(request, "ExpectedSourceBucketOwner"));
        named.versionId().ifPresent(Lookup::checkVersionId);
        boolean conditional =
                CONDITIONS.stream()
                        .anyMatch(name -> Members.value(request, name, Object.class).isPresent());
        if (conditional) {
            Optional<StoredObject> source = objects.find(bucket, named.key(), named.versionId());
            Conditions.checkSource(
                    request, source.orElseThrow(() -> S3ObjectErrors.noSuchKey(named.key())));
        }
    }
}
