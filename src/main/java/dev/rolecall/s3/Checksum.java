package dev.rolecall.s3;

/// A checksum that S3 keeps beside an object ("Checking object integrity in Amazon S3").
///
/// @param value in Base64; for a composite one `-` and the number of parts follow
public record Checksum(ChecksumKind kind, boolean composite, String value) {

    /// `COMPOSITE` or `FULL_OBJECT`.
    public String type() {
        return composite ? "COMPOSITE" : "FULL_OBJECT";
    }
}
