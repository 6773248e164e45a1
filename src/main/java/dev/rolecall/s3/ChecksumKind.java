package dev.rolecall.s3;

import dev.rolecall.wire.Tally;
import java.util.Locale;
import java.util.Optional;

/// The checksum algorithms that are computed here ("Checking object integrity in Amazon S3"). S3
/// knows the XXHash family too; it is refused.
public enum ChecksumKind {
    CRC32,
    CRC32C,
    CRC64NVME,
    SHA1,
    SHA256,
    SHA512,
    MD5;

    /// The kind of AWS's name, such as `CRC32`; names ignore case.
    static Optional<ChecksumKind> named(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        for (ChecksumKind kind : values()) {
            if (kind.name().equals(upper)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /// A new checksum of this kind.
    Tally tally() {
        return Tally.named(name()).orElseThrow();
    }

    /// The SDK's member, such as `ChecksumCRC32`.
    String member() {
        return "Checksum" + name();
    }

    /// The header, such as `x-amz-checksum-crc32`.
    String header() {
        return "x-amz-checksum-" + name().toLowerCase(Locale.ROOT);
    }

    /// Whether the sum of a whole can be had without its parts' sums: a CRC.
    boolean linear() {
        return this == CRC32 || this == CRC32C || this == CRC64NVME;
    }
}
