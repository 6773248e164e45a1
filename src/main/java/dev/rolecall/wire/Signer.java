package dev.rolecall.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// Makes the signature that a request should have, and compares.
final class Signer {
    static final String ALGORITHM = "AWS4-HMAC-SHA256";

    private Signer() {}

    static boolean matches(HttpIn in, Signature signature, String secretKey) {
        byte[] ours =
                Hashes.hex(Hashes.hmac(key(signature, secretKey), stringToSign(in, signature)))
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] theirs = signature.value().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(ours, theirs);
    }

    static String stringToSign(HttpIn in, Signature signature) {
        return ALGORITHM
                + "\n"
                + signature.timestamp()
                + "\n"
                + signature.scope()
                + "\n"
                + Hashes.sha256Hex(Canonical.bytes(Canonical.request(in, signature)));
    }

    static byte[] key(Signature signature, String secretKey) {
        byte[] secret = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
        byte[] date = Hashes.hmac(secret, signature.date());
        byte[] region = Hashes.hmac(date, signature.region());
        byte[] service = Hashes.hmac(region, signature.service());
        return Hashes.hmac(service, "aws4_request");
    }
}
