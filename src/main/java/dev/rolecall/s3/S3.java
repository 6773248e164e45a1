package dev.rolecall.s3;

import dev.rolecall.policy.AttachedPolicy;
import dev.rolecall.policy.PolicyKind;
import dev.rolecall.policy.PrincipalNames;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// S3 as it answers a request that was authenticated, parsed and authorised.
public final class S3 {
    private final Store store = new Store();

    /// @param names turns the names in bucket policies into unique ids and back
    /// @param clock tells when things were written
    /// @param bodies the folder of the objects' bytes; made at the first write
    public S3(PrincipalNames names, Clock clock, Path bodies) {}

    /// The objects whose public methods are S3's actions.
    ///
    /// @param gate decides on each key of DeleteObjects
    public List<Object> actions(KeyGate gate) {
        return List.of();
    }

    public S3State state() {
        return store.state();
    }

    public void restore(S3State state) {
        store.restore(state);
    }

    /// Deletes the bodies that neither these snapshots nor the present state need.
    public void sweep(Set<S3State> snapshots) {}

    public Optional<Bucket> bucket(String name) {
        return store.state().bucket(name);
    }

    /// The bucket. Throws what S3 answers where it is missing: NoSuchBucket, or InvalidBucketName
    /// for what can be no bucket's name.
    public Bucket existing(String name) {
        return Store.existing(store.state(), name);
    }

    /// The current object of a key; empty also where the bucket is missing.
    public Optional<StoredObject> object(String bucket, String key) {
        return bucket(bucket).flatMap(found -> found.object(key));
    }

    /// A version of a key, if it is an object.
    public Optional<StoredObject> object(String bucket, String key, String versionId) {
        return bucket(bucket).flatMap(found -> found.object(key, versionId));
    }

    /// The multipart upload of this id, active or ended, if it belongs to this key.
    public Optional<Upload> upload(String bucket, String key, String uploadId) {
        return bucket(bucket).flatMap(found -> found.upload(key, uploadId));
    }

    /// The policy of a bucket as the engine takes it.
    public Optional<AttachedPolicy> policyFor(String bucket) {
        return bucket(bucket)
                .flatMap(found -> found.settings().policy())
                .map(document ->
                        new AttachedPolicy(
                                PolicyKind.BUCKET,
                                "bucket policy of " + bucket,
                                Optional.empty(),
                                document));
    }
}
