package dev.rolecall.s3;

/// The versioning state of a bucket ("How S3 Versioning works").
public enum Versioning {
    /// It was never on.
    NEVER,
    ENABLED,
    SUSPENDED
}
