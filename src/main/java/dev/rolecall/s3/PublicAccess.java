package dev.rolecall.s3;

/// The four flags of S3 Block Public Access ("Blocking public access to your Amazon S3 storage").
public record PublicAccess(
        boolean blockPublicAcls,
        boolean ignorePublicAcls,
        boolean blockPublicPolicy,
        boolean restrictPublicBuckets) {

    /// What a bucket has that was deleted its configuration: nothing is blocked.
    public static final PublicAccess OPEN = new PublicAccess(false, false, false, false);

    /// What a new bucket has since April 2023.
    public static final PublicAccess BLOCKED = new PublicAccess(true, true, true, true);
}
