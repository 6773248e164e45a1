package dev.rolecall.wire;

import java.util.UUID;
import java.util.random.RandomGenerator;

/// Request ids as the services print them.
public final class RequestId {
    private static final String S3_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private RequestId() {}

    /// STS and IAM: a UUID. S3: 16 of `0-9A-Z`.
    public static String next(AwsService service, RandomGenerator random) {
        return service == AwsService.S3 ? s3(random) : uuid(random);
    }

    private static String s3(RandomGenerator random) {
        StringBuilder id = new StringBuilder(16);
        for (int i = 0; i < 16; i++) {
            id.append(S3_ALPHABET.charAt(random.nextInt(S3_ALPHABET.length())));
        }
        return id.toString();
    }

    private static String uuid(RandomGenerator random) {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
