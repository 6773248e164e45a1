package dev.rolecall.s3;

import dev.rolecall.fault.AwsError;
import dev.rolecall.fault.ContainerErrors;
import dev.rolecall.policy.PrincipalNames;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// S3 that a container keeps: requests are checked here and carried out there. Settings of buckets,
/// bucket policies among them, are those that the container stores, read once and kept until they
/// are written from here or [#refresh] is called.
public final class ForwardedS3 implements S3 {
    private final StoredPolicies policies;
    private final KnownBuckets buckets;
    private final KnownUploads uploads;
    private final ForwardedObjects objects;
    private final Inventory inventory;
    private final Sender sender;
    private final PrincipalNames names;
    private volatile Listed listed = new Listed(S3State.empty(), -1);
    private volatile long refreshes;

    /// What was found at the last look.
    ///
    /// @param moment when that was, in writes and refreshes
    private record Listed(S3State state, long moment) {}

    /// @param names turns the names in bucket policies into unique ids and back
    /// @param accounts gives the accounts whose buckets there may be
    /// @param forward reaches the container
    public ForwardedS3(
            PrincipalNames names,
            Supplier<Collection<String>> accounts,
            Forward forward,
            Clock clock) {
        Container container = new Container(forward);
        this.names = names;
        policies = new StoredPolicies(names);
        buckets = new KnownBuckets(new BucketReads(container, policies), accounts);
        uploads = new KnownUploads(container, clock);
        objects = new ForwardedObjects(container);
        inventory = new Inventory(container);
        CopySources sources = new CopySources(buckets, objects);
        sender = new Sender(container, buckets, uploads, sources, names, clock);
    }

    @Override
    public List<Object> actions(KeyGate gate) {
        return List.of(
                new ForwardedBuckets(sender, buckets),
                new ForwardedPolicies(sender, buckets, policies, names),
                new ForwardedUploads(sender, uploads, objects),
                new ForwardedDeletes(sender, objects, gate),
                new ForwardedActions(sender));
    }

    /// The buckets with their settings, and of each object key, size, ETag and time. Listed again
    /// only if something was written since, or [#refresh] was called; where the container does not
    /// answer, it is what was there when it last did.
    @Override
    public S3State state() {
        long moment = sender.writes() + refreshes;
        if (listed.moment() != moment) {
            try {
                listed = new Listed(list(), moment);
            } catch (AwsError e) {
                if (!e.code().equals(ContainerErrors.CODE)) {
                    throw e;
                }
            }
        }
        return listed.state();
    }

    private S3State list() {
        Map<String, Bucket> all = new HashMap<>();
        for (Bucket bucket : buckets.all()) {
            Container.unless("NoSuchBucket", () -> inventory.filled(bucket))
                    .ifPresent(filled -> all.put(filled.name(), filled));
        }
        return new S3State(all);
    }

    /// The container keeps what it has: only what is known of it is read again.
    @Override
    public void restore(S3State state) {
        refresh();
    }

    /// There is nothing to sweep: the bytes are the container's.
    @Override
    public void sweep(Collection<S3State> states) {}

    @Override
    public Optional<Bucket> bucket(String name) {
        return buckets.find(name);
    }

    @Override
    public Optional<StoredObject> object(String bucket, String key) {
        return bucket(bucket).flatMap(found -> objects.find(found, key, Optional.empty()));
    }

    @Override
    public Optional<StoredObject> object(String bucket, String key, String versionId) {
        return bucket(bucket).flatMap(found -> objects.find(found, key, Optional.of(versionId)));
    }

    @Override
    public Optional<Upload> upload(String bucket, String key, String uploadId) {
        return bucket(bucket).flatMap(found -> uploads.find(found, key, uploadId));
    }

    @Override
    public synchronized void refresh() {
        refreshes++;
        buckets.forget();
    }

    /// Looks at every bucket that there is.
    @Override
    public List<String> problems() {
        return buckets.all().stream()
                .flatMap(bucket -> policies.problem(bucket.name()).stream())
                .toList();
    }
}
