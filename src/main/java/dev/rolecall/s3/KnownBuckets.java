package dev.rolecall.s3;

import dev.rolecall.fault.AwsError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What is known of the container's buckets: read at the first question about one, and kept until
/// something is written to it from here, or all is to be read again.
final class KnownBuckets {
    private final BucketReads reads;
    private final Supplier<Collection<String>> accounts;
    private final Map<String, Bucket> known = new HashMap<>();
    private long changes;

    /// @param accounts gives the accounts whose buckets there may be
    KnownBuckets(BucketReads reads, Supplier<Collection<String>> accounts) {
        this.reads = reads;
        this.accounts = accounts;
    }

    /// The bucket, with its settings and nothing of its objects.
    Optional<Bucket> find(String name) {
        Seen seen = seen(name);
        if (seen.bucket().isPresent() || !BucketName.valid(name)) {
            return seen.bucket();
        }
        return accounts.get().stream()
                .flatMap(account -> reads.of(account).stream())
                .filter(listed -> listed.name().equals(name))
                .findFirst()
                .flatMap(listed -> read(listed, seen.changes()));
    }

    Bucket existing(String name) {
        return find(name).orElseThrow(() -> Store.missing(name));
    }

    /// All buckets of all accounts.
    List<Bucket> all() {
        List<Bucket> all = new ArrayList<>();
        for (String account : accounts.get()) {
            for (BucketReads.Listed listed : reads.of(account)) {
                Seen seen = seen(listed.name());
                seen.bucket().or(() -> read(listed, seen.changes())).ifPresent(all::add);
            }
        }
        return all;
    }

    /// Something was written to the bucket, or may have been.
    synchronized void changed(String name) {
        changes++;
        known.remove(name);
    }

    /// Anything may have changed.
    synchronized void forget() {
        changes++;
        known.clear();
    }

    private record Seen(Optional<Bucket> bucket, long changes) {}

    private synchronized Seen seen(String name) {
        return new Seen(Optional.ofNullable(known.get(name)), changes);
    }

    private Optional<Bucket> read(BucketReads.Listed listed, long before) {
        Optional<Bucket> bucket = Container.unless("NoSuchBucket", () -> reads.bucket(listed));
        bucket.ifPresent(read -> keep(read, before));
        return bucket;
    }

    /// What was read while something was written is of nobody knows when.
    private synchronized void keep(Bucket bucket, long before) {
        if (changes == before) {
            known.put(bucket.name(), bucket);
        }
    }

    /// Passes an error on, and forgets a bucket that it says is gone.
    AwsError noticed(String bucket, AwsError error) {
        if (error.code().equals("NoSuchBucket")) {
            changed(bucket);
        }
        return error;
    }
}
