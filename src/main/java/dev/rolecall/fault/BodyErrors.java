package dev.rolecall.fault;

/// What S3 says of a body that is not what its headers promised ("Error responses").
public final class BodyErrors {
    private BodyErrors() {}

    /// The body's SHA-256 is not the signed one.
    ///
    /// @param client the hash that was sent, hexadecimal
    /// @param server the hash of what arrived
    public static AwsError contentSha256Mismatch(String client, String server) {
        return AwsError.of(
                        400,
                        "XAmzContentSHA256Mismatch",
                        "The provided 'x-amz-content-sha256' header does not match what was"
                                + " computed.")
                .with("ClientComputedContentSHA256", client)
                .with("S3ComputedContentSHA256", server);
    }

    /// A chunk's or the trailer's signature is not ours.
    public static AwsError chunkSignatureDoesNotMatch(
            String accessKeyId, String stringToSign, String provided) {
        return AwsError.of(
                        403,
                        "SignatureDoesNotMatch",
                        "The request signature we calculated does not match the signature you"
                                + " provided. Check your key and signing method.")
                .with("AWSAccessKeyId", accessKeyId)
                .with("StringToSign", stringToSign)
                .with("SignatureProvided", provided);
    }

    /// @param digest what was sent, base64
    /// @param calculated of what arrived
    public static AwsError badMd5(String digest, String calculated) {
        return AwsError.of(
                        400,
                        "BadDigest",
                        "The Content-MD5 you specified did not match what we received.")
                .with("ExpectedDigest", digest)
                .with("CalculatedDigest", calculated);
    }

    /// @param algorithm such as `CRC32`
    public static AwsError badChecksum(String algorithm) {
        return AwsError.of(
                400,
                "BadDigest",
                "The " + algorithm + " you specified did not match the calculated checksum.");
    }

    /// The header is no digest at all.
    public static AwsError invalidMd5() {
        return AwsError.of(400, "InvalidDigest", "The Content-MD5 you specified was invalid.");
    }

    /// A checksum header does not hold a value of its kind.
    ///
    /// @param header such as `x-amz-checksum-crc32`
    public static AwsError invalidChecksum(String header) {
        return AwsError.of(400, "InvalidRequest", "Value for " + header + " header is invalid.");
    }

    /// More than one checksum header.
    public static AwsError severalChecksums() {
        return AwsError.of(
                400,
                "InvalidRequest",
                "Expecting a single x-amz-checksum- header. Multiple checksum Types are not"
                        + " allowed.");
    }

    /// A body that must come with a digest came without.
    ///
    /// @param header as AWS names it: `Content-MD5`
    public static AwsError missingHeader(String header) {
        return AwsError.of(
                400, "InvalidRequest", "Missing required header for this request: " + header);
    }

    /// An object that is locked from its beginning came without a digest.
    public static AwsError checksumNeededWithLock() {
        return AwsError.of(
                400,
                "InvalidRequest",
                "Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests"
                        + " with Object Lock parameters");
    }

    /// Fewer bytes than the headers promised.
    public static AwsError incompleteBody() {
        return AwsError.of(
                400,
                "IncompleteBody",
                "You did not provide the number of bytes specified by the Content-Length HTTP"
                        + " header");
    }

    /// A trailer is malformed, not announced, or announced and not there.
    public static AwsError malformedTrailer() {
        return AwsError.of(
                400,
                "MalformedTrailerError",
                "The request contained trailing data that was not well-formed or did not conform"
                        + " to our published schema.");
    }

    /// `x-amz-trailer` names no checksum that there is.
    public static AwsError unknownTrailer(String name) {
        return AwsError.of(
                        400,
                        "InvalidRequest",
                        "The value specified in the x-amz-trailer header is not supported")
                .with("Trailer", name);
    }

    /// Chunks smaller than 8 KiB before the last one.
    public static AwsError invalidChunkSize() {
        return AwsError.of(
                403,
                "InvalidChunkSizeError",
                "Only the last chunk is allowed to have a size less" + " than 8192 bytes");
    }
}
