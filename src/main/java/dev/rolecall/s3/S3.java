package dev.rolecall.s3;

import dev.rolecall.fault.S3ObjectErrors;
import dev.rolecall.policy.AttachedPolicy;
import dev.rolecall.policy.PolicyKind;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// S3 as it answers a request that was authenticated, parsed and authorised: in this program
/// ([EmbeddedS3]), or carried out by another ([ForwardedS3]). Any call may come from any thread.
///
/// Where S3 is another's, every call but [#refresh] may throw the [dev.rolecall.fault.AwsError]
/// that there was no answer.
public interface S3 {

    /// What carries S3's operations out: objects with a public method for each, or a [Carrier].
    ///
    /// @param gate decides on each key of DeleteObjects
    List<Object> actions(KeyGate gate);

    /// All there is, but the bytes.
    S3State state();

    /// Goes back to a state, whose bodies must not have been swept away. What another keeps stays
    /// as it is there.
    void restore(S3State state);

    /// Deletes the bodies that neither these states nor the present one need.
    void sweep(Collection<S3State> states);

    Optional<Bucket> bucket(String name);

    /// The bucket. Throws what S3 answers where it is missing: NoSuchBucket, or InvalidBucketName
    /// for what can be no bucket's name.
    default Bucket existing(String name) {
        return bucket(name).orElseThrow(() -> Store.missing(name));
    }

    /// The current object of a key; empty also where the bucket is missing.
    Optional<StoredObject> object(String bucket, String key);

    /// A version of a key, if it is an object.
    Optional<StoredObject> object(String bucket, String key, String versionId);

    /// The multipart upload of this id, active or ended, if it belongs to this key.
    Optional<Upload> upload(String bucket, String key, String uploadId);

    /// The same upload, which must be known. Throws NoSuchUpload otherwise.
    default Upload existingUpload(String bucket, String key, String uploadId) {
        existing(bucket);
        return upload(bucket, key, uploadId)
                .orElseThrow(() -> S3ObjectErrors.noSuchUpload(uploadId));
    }

    /// The policy of a bucket as the engine takes it.
    default Optional<AttachedPolicy> policyFor(String bucket) {
        return bucket(bucket)
                .flatMap(found -> found.settings().policy())
                .map(document ->
                        new AttachedPolicy(
                                PolicyKind.BUCKET,
                                "bucket policy of " + bucket,
                                Optional.empty(),
                                document));
    }

    /// Forgets what is known of buckets that another keeps, who may have changed them meanwhile.
    default void refresh() {}

    /// What is wrong with what another keeps, a line each.
    default List<String> problems() {
        return List.of();
    }
}
