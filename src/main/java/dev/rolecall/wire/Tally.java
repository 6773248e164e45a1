package dev.rolecall.wire;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/// A digest of bytes as they pass ("Checking object integrity").
public interface Tally {
    void update(byte[] bytes, int offset, int length);

    /// The digest, big-endian; called once.
    byte[] value();

    /// @param name as in `x-amz-checksum-NAME`; empty for one that Rolecall does not have
    static Optional<Tally> named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "crc32" -> Optional.of(crc(new CRC32(), Integer.BYTES));
            case "crc32c" -> Optional.of(crc(new CRC32C(), Integer.BYTES));
            case "crc64nvme" -> Optional.of(crc(new Crc64Nvme(), Long.BYTES));
            case "sha1" -> Optional.of(digest("SHA-1"));
            case "sha256" -> Optional.of(digest("SHA-256"));
            case "sha512" -> Optional.of(digest("SHA-512"));
            case "md5" -> Optional.of(digest("MD5"));
            default -> Optional.empty();
        };
    }

    static Tally digest(String algorithm) {
        MessageDigest digest = Hashes.digest(algorithm);
        return new Tally() {
            @Override
            public void update(byte[] bytes, int offset, int length) {
                digest.update(bytes, offset, length);
            }

            @Override
            public byte[] value() {
                return digest.digest();
            }
        };
    }

    private static Tally crc(Checksum checksum, int size) {
        return new Tally() {
            @Override
            public void update(byte[] bytes, int offset, int length) {
                checksum.update(bytes, offset, length);
            }

            @Override
            public byte[] value() {
                ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES).putLong(checksum.getValue());
                byte[] value = new byte[size];
                buffer.get(Long.BYTES - size, value);
                return value;
            }
        };
    }
}
