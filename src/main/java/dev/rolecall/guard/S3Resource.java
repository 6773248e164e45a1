package dev.rolecall.guard;

import dev.rolecall.policy.Arn;
import java.util.Optional;

/// A bucket, or an object or a version in it, whether it is there or not.
///
/// @param key empty for the bucket itself
/// @param version the version id that the request names
record S3Resource(String bucket, String key, Optional<String> version) {

    static S3Resource bucket(String name) {
        return new S3Resource(name, "", Optional.empty());
    }

    static S3Resource object(String bucket, String key) {
        return new S3Resource(bucket, key, Optional.empty());
    }

    /// What the ARN of a bucket or an object names.
    static S3Resource of(Arn arn) {
        String[] parts = arn.resource().split("/", 2);
        return parts.length == 2 ? object(parts[0], parts[1]) : bucket(parts[0]);
    }

    S3Resource itsBucket() {
        return bucket(bucket);
    }

    String arn() {
        return "arn:aws:s3:::" + (key.isEmpty() ? bucket : bucket + "/" + key);
    }

    /// The permission on this: another one where a version is named.
    String action(String plain) {
        return version.isPresent() ? S3Actions.VERSIONED.getOrDefault(plain, plain) : plain;
    }
}
