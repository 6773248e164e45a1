package dev.rolecall.wire;

import dev.rolecall.fault.AwsError;
import dev.rolecall.fault.BodyErrors;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// The chain of chunk signatures: each covers the one before it, the first the request's own
/// ("Signature calculations for the authorization header: transferring payload in multiple
/// chunks").
final class ChunkSigner {
    private final Signature signature;
    private final byte[] key;
    private String previous;

    ChunkSigner(Signature signature, String secretKey) {
        this.signature = signature;
        this.key = Signer.key(signature, secretKey);
        this.previous = signature.value();
    }

    /// @param hash the chunk's SHA-256, hexadecimal
    /// @throws AwsError if `provided` is not its signature
    void chunk(String hash, String provided) {
        check("AWS4-HMAC-SHA256-PAYLOAD", Hashes.EMPTY + "\n" + hash, provided);
    }

    /// @param trailer the trailing headers, each `name:value` and a newline
    void trailer(String trailer, String provided) {
        String hash = Hashes.sha256Hex(trailer.getBytes(StandardCharsets.UTF_8));
        check("AWS4-HMAC-SHA256-TRAILER", hash, provided);
    }

    private void check(String algorithm, String last, String provided) {
        String text =
                String.join(
                        "\n", algorithm, signature.timestamp(), signature.scope(), previous, last);
        String ours = Hashes.hex(Hashes.hmac(key, text));
        if (!MessageDigest.isEqual(
                ours.getBytes(StandardCharsets.US_ASCII),
                provided.getBytes(StandardCharsets.UTF_8))) {
            throw BodyErrors.chunkSignatureDoesNotMatch(signature.accessKeyId(), text, provided);
        }
        previous = ours;
    }
}
