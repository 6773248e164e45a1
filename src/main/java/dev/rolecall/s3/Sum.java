package dev.rolecall.s3;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/// A running checksum.
interface Sum {
    void update(byte[] bytes, int offset, int length);

    byte[] value();

    static Sum of(ChecksumKind kind) {
        return switch (kind) {
            case CRC32 -> of(new CRC32(), Integer.BYTES);
            case CRC32C -> of(new CRC32C(), Integer.BYTES);
            case CRC64NVME -> of(new Crc64Nvme(), Long.BYTES);
            case SHA1 -> of(Digests.of("SHA-1"));
            case SHA256 -> of(Digests.sha256());
            case SHA512 -> of(Digests.of("SHA-512"));
            case MD5 -> of(Digests.md5());
        };
    }

    static Sum of(MessageDigest digest) {
        return new Sum() {
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

    private static Sum of(Checksum crc, int width) {
        return new Sum() {
            @Override
            public void update(byte[] bytes, int offset, int length) {
                crc.update(bytes, offset, length);
            }

            @Override
            public byte[] value() {
                byte[] whole = ByteBuffer.allocate(Long.BYTES).putLong(crc.getValue()).array();
                byte[] value = new byte[width];
                System.arraycopy(whole, Long.BYTES - width, value, 0, width);
                return value;
            }
        };
    }
}
