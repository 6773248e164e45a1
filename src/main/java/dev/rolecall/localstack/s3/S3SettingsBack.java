package dev.rolecall.localstack.s3;

import dev.rolecall.policy.PolicyDocument;
import dev.rolecall.policy.PrincipalNames;
import dev.rolecall.s3.Bucket;
import dev.rolecall.s3.PublicAccess;
import dev.rolecall.s3.Settings;
import dev.rolecall.s3.Versioning;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.Tag;

/// Sets a bucket's settings again.
final class S3SettingsBack {
    private final S3Client s3;
    private final String bucket;

    private S3SettingsBack(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /// All of them, on a new bucket.
    static void set(S3Client s3, Bucket wanted, PrincipalNames names) {
        S3SettingsBack back = new S3SettingsBack(s3, wanted.name());
        Settings settings = wanted.settings();
        back.publicAccess(settings.publicAccess());
        back.ownership(settings.ownership());
        if (settings.versioning() != Versioning.NEVER) {
            back.versioning(settings.versioning());
        }
        // It has those of its predecessor otherwise.
        back.tags(settings.tags());
        if (settings.policy().isPresent()) {
            back.policy(settings.policy(), names);
        }
    }

    /// Those that differ.
    static void set(S3Client s3, Bucket wanted, Bucket now, PrincipalNames names) {
        S3SettingsBack back = new S3SettingsBack(s3, wanted.name());
        Settings then = wanted.settings();
        Settings is = now.settings();
        if (!then.publicAccess().equals(is.publicAccess())) {
            back.publicAccess(then.publicAccess());
        }
        if (!then.ownership().equals(is.ownership())) {
            back.ownership(then.ownership());
        }
        if (then.versioning() != is.versioning()) {
            back.versioning(then.versioning());
        }
        if (!then.tags().equals(is.tags())) {
            back.tags(then.tags());
        }
        if (!then.policy().equals(is.policy())) {
            back.policy(then.policy(), names);
        }
    }

    private void publicAccess(Optional<PublicAccess> wanted) {
        wanted.ifPresentOrElse(
                access ->
                        s3.putPublicAccessBlock(b ->
                                b.bucket(bucket)
                                        .publicAccessBlockConfiguration(c ->
                                                c.blockPublicAcls(access.blockPublicAcls())
                                                        .ignorePublicAcls(access.ignorePublicAcls())
                                                        .blockPublicPolicy(
                                                                access.blockPublicPolicy())
                                                        .restrictPublicBuckets(
                                                                access.restrictPublicBuckets()))),
                () -> s3.deletePublicAccessBlock(b -> b.bucket(bucket)));
    }

    private void ownership(Optional<String> wanted) {
        wanted.ifPresentOrElse(
                ownership -> {
                    OwnershipControlsRule rule =
                            OwnershipControlsRule.builder().objectOwnership(ownership).build();
                    s3.putBucketOwnershipControls(
                            b -> b.bucket(bucket).ownershipControls(c -> c.rules(rule)));
                },
                () -> s3.deleteBucketOwnershipControls(b -> b.bucket(bucket)));
    }

    /// What was ever on can be suspended, and never be as if it had not been.
    private void versioning(Versioning wanted) {
        s3.putBucketVersioning(b ->
                b.bucket(bucket)
                        .versioningConfiguration(c ->
                                c.status(
                                        wanted == Versioning.ENABLED
                                                ? BucketVersioningStatus.ENABLED
                                                : BucketVersioningStatus.SUSPENDED)));
    }

    private void tags(Map<String, String> wanted) {
        if (wanted.isEmpty()) {
            s3.deleteBucketTagging(b -> b.bucket(bucket));
            return;
        }
        s3.putBucketTagging(b ->
                b.bucket(bucket)
                        .tagging(t ->
                                t.tagSet(
                                        wanted.entrySet().stream()
                                                .map(tag ->
                                                        Tag.builder()
                                                                .key(tag.getKey())
                                                                .value(tag.getValue())
                                                                .build())
                                                .toList())));
    }

    private void policy(Optional<PolicyDocument> wanted, PrincipalNames names) {
        wanted.ifPresentOrElse(
                document ->
                        s3.putBucketPolicy(b -> b.bucket(bucket).policy(document.readable(names))),
                () -> s3.deleteBucketPolicy(b -> b.bucket(bucket)));
    }
}
