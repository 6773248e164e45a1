package dev.rolecall.policy;

/// Whether a bucket policy makes its bucket public ("Blocking public access to your Amazon S3
/// storage", The meaning of "public").
public final class BucketPolicyStatus {
    private BucketPolicyStatus() {}

    /// Whether any statement allows somebody who is not a fixed principal, or within a fixed
    /// source.
    public static boolean isPublic(PolicyDocument document) {
        return true;
    }
}
