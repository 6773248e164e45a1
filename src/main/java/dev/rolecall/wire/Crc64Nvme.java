package dev.rolecall.wire;

import java.util.zip.Checksum;

/// CRC-64/NVME: polynomial AD93D23594C93659, reflected, all ones in and out ("NVM Express NVM
/// Command Set Specification", 5.2.1.3.4; catalogued as CRC-64/NVME, check AE8B14860A799888).
final class Crc64Nvme implements Checksum {
    private static final long REFLECTED = 0x9A6C9329AC4BC9B5L;

    private long crc = -1;

    @Override
    public void update(int b) {
        crc = Table.ENTRIES[(int) (crc ^ b) & 0xff] ^ (crc >>> 8);
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        long value = crc;
        for (int i = offset; i < offset + length; i++) {
            value = Table.ENTRIES[(int) (value ^ bytes[i]) & 0xff] ^ (value >>> 8);
        }
        crc = value;
    }

    @Override
    public long getValue() {
        return ~crc;
    }

    @Override
    public void reset() {
        crc = -1;
    }

    /// Made at the first use.
    private static final class Table {
        static final long[] ENTRIES = entries();

        private static long[] entries() {
            long[] entries = new long[256];
            for (int i = 0; i < 256; i++) {
                long entry = i;
                for (int bit = 0; bit < 8; bit++) {
                    entry = (entry & 1) == 0 ? entry >>> 1 : (entry >>> 1) ^ REFLECTED;
                }
                entries[i] = entry;
            }
            return entries;
        }
    }
}
