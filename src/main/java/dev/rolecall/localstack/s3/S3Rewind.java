package dev.rolecall.localstack.s3;

import dev.rolecall.localstack.client.Clients;
import dev.rolecall.policy.PrincipalNames;
import dev.rolecall.s3.Bucket;
import dev.rolecall.s3.S3State;
import dev.rolecall.s3.StoredObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Brings the buckets of a LocalStack back to what they were, as far as that can be done: what was
/// made since through us is deleted, settings are set again, buckets that are gone are made again.
/// Nobody has the bytes of an object that was overwritten or deleted.
public final class S3Rewind {
    private final Clients clients;
    private final List<String> left = new ArrayList<>();

    public S3Rewind(Clients clients) {
        this.clients = clients;
    }

    /// Does what can be done.
    ///
    /// @param wanted what there was
    /// @param now what there is
    /// @param made the ARNs of the buckets and objects that were made through us since
    /// @return what is not as it was, a line each
    public List<String> to(S3State wanted, S3State now, Set<String> made, PrincipalNames names) {
        for (Bucket bucket : now.buckets().values()) {
            wanted.bucket(bucket.name())
                    .ifPresentOrElse(
                            before -> trying(bucket, () -> back(before, bucket, made, names)),
                            () -> trying(bucket, () -> unmake(bucket, made)));
        }
        for (Bucket bucket : wanted.buckets().values()) {
            if (now.bucket(bucket.name()).isEmpty()) {
                trying(bucket, () -> remake(bucket, names));
            }
        }
        return List.copyOf(left);
    }

    private void trying(Bucket bucket, Runnable work) {
        try {
            work.run();
        } catch (SdkException e) {
            left.add("bucket " + bucket.name() + ": LocalStack did not do it: " + e.getMessage());
        }
    }

    private void unmake(Bucket bucket, Set<String> made) {
        if (!made.contains(bucket.arn())) {
            left.add("bucket " + bucket.name() + " was made by somebody else, and stays");
            return;
        }
        S3Client s3 = clients.s3(bucket.account());
        S3Emptying.keys(s3, bucket.name(), key -> made.contains(bucket.arn() + "/" + key));
        try {
            s3.deleteBucket(b -> b.bucket(bucket.name()));
        } catch (S3Exception e) {
            if (!e.awsErrorDetails().errorCode().equals("BucketNotEmpty")) {
                throw e;
            }
            left.add(
                    "bucket "
                            + bucket.name()
                            + " holds what was written by somebody else, and stays");
        }
    }

    private void back(Bucket before, Bucket now, Set<String> made, PrincipalNames names) {
        S3Client s3 = clients.s3(now.account());
        for (String key : now.objects().keySet()) {
            if (!before.objects().containsKey(key)) {
                unmakeObject(s3, now, key, made);
            }
        }
        before.objects().keySet().forEach(key -> tellGone(before, now, key));
        S3SettingsBack.set(s3, before, now, names);
    }

    private void unmakeObject(S3Client s3, Bucket bucket, String key, Set<String> made) {
        if (made.contains(bucket.arn() + "/" + key)) {
            S3Emptying.keys(s3, bucket.name(), key::equals);
        } else {
            left.add(object(bucket, key) + " was written by somebody else, and stays");
        }
    }

    private void tellGone(Bucket before, Bucket now, String key) {
        Optional<String> had = before.object(key).map(S3Rewind::tag);
        Optional<String> has = now.object(key).map(S3Rewind::tag);
        if (!had.equals(has)) {
            left.add(object(before, key) + ": what it held then is gone");
        }
    }

    private static String tag(StoredObject object) {
        return object.content().etag();
    }

    private void remake(Bucket bucket, PrincipalNames names) {
        S3Client s3 = clients.s3(bucket.account());
        s3.createBucket(b -> {
            b.bucket(bucket.name());
            if (!bucket.region().equals("us-east-1")) {
                b.createBucketConfiguration(c -> c.locationConstraint(bucket.region()));
            }
        });
        S3SettingsBack.set(s3, bucket, names);
        bucket.objects()
                .keySet()
                .forEach(key -> left.add(object(bucket, key) + ": what it held is gone"));
    }

    private static String object(Bucket bucket, String key) {
        return "object " + bucket.name() + "/" + key;
    }
}
