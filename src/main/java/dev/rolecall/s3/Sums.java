package dev.rolecall.s3;

import software.amazon.awssdk.core.SdkPojo;

/// Writes checksums into the SDK's responses.
final class Sums {
    private Sums() {}

    /// Sets value and type, in a builder that has both.
    static void set(SdkPojo builder, Checksum checksum) {
        setValue(builder, checksum);
        Members.set(builder, "ChecksumType", checksum.type());
    }

    static void setValue(SdkPojo builder, Checksum checksum) {
        Members.set(builder, checksum.kind().member(), checksum.value());
    }
}
