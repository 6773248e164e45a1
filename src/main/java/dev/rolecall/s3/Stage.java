package dev.rolecall.s3;

import dev.rolecall.fault.S3ObjectErrors;
import dev.rolecall.iam.Caller;
import dev.rolecall.policy.PrincipalNames;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/// Where one request is played before it is sent: what S3 in this program would refuse of it never
/// gets to the container.
///
/// @param bucket the bucket that the request is about, with its settings and none of its objects;
///   empty if it is not there
record Stage(
        Caller caller,
        Optional<Bucket> bucket,
        KnownUploads uploads,
        CopySources sources,
        PrincipalNames names,
        Clock clock) {

    /// A store of its own that holds the bucket. Nothing that is done to it is kept.
    Store store() {
        // Neither bytes nor ids come to be: no play writes an object.
        Store store = new Store(clock, new Bodies(Path.of("")), () -> 0L);
        store.restore(bucket.map(S3State.empty()::with).orElse(S3State.empty()));
        return store;
    }

    Bucket there() {
        return bucket.orElseThrow();
    }

    /// The upload that a request names, which must go on.
    Upload active(String key, String uploadId) {
        return uploads.find(there(), key, uploadId)
                .filter(Upload::active)
                .orElseThrow(() -> S3ObjectErrors.noSuchUpload(uploadId));
    }
}
