package dev.rolecall.s3;

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

/// S3 in this program: the index is one immutable value, [S3State]; the bytes are files in one
/// folder, which states share.
public final class EmbeddedS3 implements S3 {
    private final Store store;
    private final PrincipalNames names;

    /// @param names turns the names in bucket policies into unique ids and back
    /// @param clock tells when things were written
    /// @param bodies the folder of the objects' bytes; made at the first write
    public EmbeddedS3(PrincipalNames names, Clock clock, Path bodies) {
        this(names, clock, bodies, () -> Secure.RANDOM.nextLong());
    }

    /// Made at the first id and not before: it takes longer than the rest of a start.
    private static final class Secure {
        private static final RandomGenerator RANDOM = new SecureRandom();
    }

    /// @param random makes version and upload ids
    public EmbeddedS3(PrincipalNames names, Clock clock, Path bodies, RandomGenerator random) {
        this.store = new Store(clock, new Bodies(bodies), random);
        this.names = names;
    }

    @Override
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

    @Override
    public S3State state() {
        return store.state();
    }

    @Override
    public void restore(S3State state) {
        store.restore(state);
    }

    @Override
    public void sweep(Collection<S3State> states) {
        store.alone(() -> {
            Set<String> needed =
                    Stream.concat(states.stream(), Stream.of(store.state()))
                            .flatMap(S3State::contentIds)
                            .collect(Collectors.toSet());
            store.bodies().sweep(needed);
        });
    }

    @Override
    public Optional<Bucket> bucket(String name) {
        return store.state().bucket(name);
    }

    @Override
    public Optional<StoredObject> object(String bucket, String key) {
        return bucket(bucket).flatMap(found -> found.object(key));
    }

    @Override
    public Optional<StoredObject> object(String bucket, String key, String versionId) {
        return bucket(bucket).flatMap(found -> found.object(key, versionId));
    }

    @Override
    public Optional<Upload> upload(String bucket, String key, String uploadId) {
        return bucket(bucket).flatMap(found -> found.upload(key, uploadId));
    }
}
