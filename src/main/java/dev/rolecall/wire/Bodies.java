package dev.rolecall.wire;

import dev.rolecall.fault.ProtocolErrors;
import dev.rolecall.fault.S3AuthenticationErrors;
import java.io.BufferedInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Puts together what verifies one request's body.
final class Bodies {
    private static final int BUFFER = 16 * 1024;

    private Bodies() {}

    static InputStream verified(HttpIn in, Signature signature, String secretKey) {
        if (in.body() instanceof BufferedBody) {
            // The query protocol: the form's hash is part of the signature itself.
            return in.body();
        }
        boolean signed = signature.kind() != Signature.Kind.NONE;
        String hash = signed ? signature.payloadHash() : PayloadHash.optional(in);
        return PayloadHash.chunked(hash)
                ? chunked(in, hash, signed ? signer(hash, signature, secretKey) : Optional.empty())
                : plain(in, hash);
    }

    private static Optional<ChunkSigner> signer(
            String hash, Signature signature, String secretKey) {
        return hash.equals(PayloadHash.UNSIGNED_TRAILER)
                ? Optional.empty()
                : Optional.of(new ChunkSigner(signature, secretKey));
    }

    private static InputStream chunked(HttpIn in, String hash, Optional<ChunkSigner> signer) {
        if (signer.isEmpty() && !hash.equals(PayloadHash.UNSIGNED_TRAILER)) {
            // Chunks that claim to be signed, and nobody who signed them.
            throw S3AuthenticationErrors.payloadHashInvalid(hash);
        }
        long length =
                length(in, "x-amz-decoded-content-length")
                        .orElseThrow(ProtocolErrors::missingContentLength);
        Trailers trailers = Trailers.of(in, hash.endsWith("-TRAILER"));
        ChunkedBody body =
                new ChunkedBody(new BufferedInputStream(in.body(), BUFFER), signer, trailers);
        return new CheckedBody(body, OptionalLong.of(length), BodyChecks.of(in, ""));
    }

    private static InputStream plain(HttpIn in, String hash) {
        if (in.header("transfer-encoding").isPresent()) {
            throw ProtocolErrors.headerNotImplemented("Transfer-Encoding");
        }
        List<BodyCheck> checks = BodyChecks.of(in, hash);
        return new CheckedBody(in.body(), length(in, "content-length"), checks);
    }

    private static OptionalLong length(HttpIn in, String header) {
        Optional<String> text = in.header(header);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseUnsignedLong(text.get()));
        } catch (NumberFormatException e) {
            throw ProtocolErrors.invalidArgument("Invalid length", header, text.get());
        }
    }
}
