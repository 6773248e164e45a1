package dev.rolecall.iam;

import java.util.Optional;

/// Writes an account into an access key id and reads it back.
///
/// The 16 characters after the prefix are base 32 for ten bytes. Bits 46 to 7 of the first six are
/// the account; bit 47 is set in every id that has one (GetAccessKeyInfo; ids since about 2019).
public final class AccessKeyIds {
    static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int PREFIX = 4;
    private static final int LENGTH = 20;
    private static final long ACCOUNT_BITS = 0x7fffffffff80L;
    private static final long WITH_ACCOUNT = 1L << 47;
    private static final long BIGGEST_ACCOUNT = 999_999_999_999L;

    private AccessKeyIds() {}

    /// The id whose account is `account` and whose other bits are those of ten random bytes.
    static String of(Ids.Prefix prefix, String account, byte[] random) {
        long head = 0;
        for (int i = 0; i < 6; i++) {
            head = (head << 8) | (random[i] & 0xffL);
        }
        head = (head & ~ACCOUNT_BITS) | WITH_ACCOUNT | (Long.parseLong(account) << 7);
        byte[] bytes = random.clone();
        for (int i = 5; i >= 0; i--) {
            bytes[i] = (byte) head;
            head >>>= 8;
        }
        return prefix.name() + encode(bytes);
    }

    /// The account that an access key id names, or empty if it is no such id.
    public static Optional<String> account(String accessKeyId) {
        if (accessKeyId.length() != LENGTH) {
            return Optional.empty();
        }
        // The first 50 bits hold the six bytes; ten characters are enough.
        long bits = 0;
        for (int i = PREFIX; i < PREFIX + 10; i++) {
            int digit = ALPHABET.indexOf(accessKeyId.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            bits = (bits << 5) | digit;
        }
        long account = ((bits >>> 2) & ACCOUNT_BITS) >>> 7;
        return account > BIGGEST_ACCOUNT
                ? Optional.empty()
                : Optional.of("%012d".formatted(account));
    }

    private static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = (buffer << 8) | (b & 0xff);
            for (bits += 8; bits >= 5; bits -= 5) {
                text.append(ALPHABET.charAt((buffer >>> (bits - 5)) & 31));
            }
        }
        return text.toString();
    }
}
