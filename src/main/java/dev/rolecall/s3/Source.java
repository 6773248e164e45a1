package dev.rolecall.s3;

import dev.rolecall.fault.S3ObjectErrors;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/// The object that a copy reads.
record Source(Bucket bucket, StoredObject object, boolean versionNamed) {

    /// Finds it, checks who owns its bucket, and the conditions on it.
    static Source of(S3State state, SdkPojo request) {
        Source source = find(state, request);
        Conditions.checkSource(request, source.object);
        return source;
    }

    private static Source find(S3State state, SdkPojo request) {
        CopySource named = CopySource.parse(Members.text(request, "CopySource").orElse(""));
        Bucket bucket = Store.existing(state, named.bucket());
        Store.expectOwner(bucket, Members.text(request, "ExpectedSourceBucketOwner"));
        if (named.versionId().isEmpty()) {
            StoredObject object =
                    bucket.object(named.key())
                            .orElseThrow(() -> S3ObjectErrors.noSuchKey(named.key()));
            return new Source(bucket, object, false);
        }
        StoredObject object =
                Lookup.version(bucket, named.key(), named.versionId().get())
                        .asObject()
                        .orElseThrow(S3ObjectErrors::copySourceIsMarker);
        return new Source(bucket, object, true);
    }

    /// Whether this is the current version of the key.
    boolean is(String bucketName, String key) {
        return !versionNamed && bucket.name().equals(bucketName) && object.key().equals(key);
    }

    /// What `x-amz-copy-source-version-id` says: a numbered version always, `null` only if asked
    /// for.
    Optional<String> shownId() {
        boolean numbered = !object.versionId().equals(Version.NULL);
        return numbered || versionNamed ? Optional.of(object.versionId()) : Optional.empty();
    }
}
