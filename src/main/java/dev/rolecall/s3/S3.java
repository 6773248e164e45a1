package dev.rolecall.s3;

import dev.rolecall.policy.AttachedPolicy;
import dev.rolecall.policy.PolicyKind;
import dev.rolecall.policy.PrincipalNames;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// S3 as it answers a request that was authenticated, parsed and authorised.
///
/// The index is one immutable value, [S3State]; the bytes are files in one folder, which states
/// share. Any call may come from any thread.
public final class S3 {
    private final Store store;
    private final PrincipalNames names;

    /// @param names turns the names in bucket policies into unique ids and back
    /// @param clock tells when things were written
    /// @param bodies the folder of the objects' bytes; made at the first write
    public S3(PrincipalNames names, Clock clock, Path bodies) {
        this(names, clock, bodies, () -> Secure.RANDOM.nextLong());
    }

    /// Made at the first id and not before: it takes longer than the rest of a start.
    private static final class Secure {
        private static final RandomGenerator RANDOM = new SecureRandom();
    }

    /// @param random makes version and upload ids
    public S3(PrincipalNames names, Clock clock, Path bodies, RandomGenerator random) {
        this.store = new Store(clock, new Bodies(bodies), random);
        this.names = names;
    }

    /// The objects whose public methods are S3's actions.
    ///
    /// @param gate decides on each key of DeleteObjects
    public List<Object> actions(KeyGate gate) {
        ObjectDeletes deletes = new ObjectDeletes(store);
        return List.of(
                new BucketActions(store),
                new BucketLists(store),
                new BucketPolicies(store, names),
                new BucketOwnership(store),
                new BucketSettings(store),
                new PublicAccessBlocks(store),
                new Acls(store),
                new Encryption(store),
                new Unset(store),
                new ObjectReads(store),
                new ObjectAttributesReads(store),
                new ObjectWrites(store),
                new ObjectCopies(store),
                deletes,
                new ObjectBatchDeletes(store, deletes, gate),
                new ObjectTags(store),
                new ObjectLists(store),
                new VersionLists(store),
                new Uploads(store),
                new UploadParts(store),
                new UploadLists(store),
                new UploadCompletions(store));
    }

    public S3State state() {
        return store.state();
    }

    /// Goes back to a state. Its bodies must not have been swept away.
    public void restore(S3State state) {
        store.restore(state);
    }

    /// Deletes the bodies that neither these states nor the present one need.
    public void sweep(Collection<S3State> states) {
        store.alone(() -> {
            Set<String> needed =
                    Stream.concat(states.stream(), Stream.of(store.state()))
                            .flatMap(S3State::contentIds)
                            .collect(Collectors.toSet());
            store.bodies().sweep(needed);
        });
    }

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

    /// The same upload, which must be known. Throws NoSuchUpload otherwise.
    public Upload existingUpload(String bucket, String key, String uploadId) {
        return Uploads.known(existing(bucket), key, uploadId);
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
