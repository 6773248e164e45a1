package dev.rolecall.wire;

import java.io.InputStream;
import java.util.List;

/// Signature version 4, from the side that checks it ("AWS Signature Version 4 for API requests").
public final class SigV4 {
    private SigV4() {}

    /// Reads the signature's parts; [Signature.Kind#NONE] for an unsigned request.
    ///
    /// @throws dev.rolecall.fault.AwsError if they are malformed, in the service's own words
    public static Signature parse(HttpIn in, AwsService service) {
        return service == AwsService.S3 ? S3Signatures.parse(in) : QuerySignatures.parse(in);
    }

    /// Whether the secret key makes the same signature. Takes as long for a wrong one as for a
    /// right one. For STS and IAM pass [Routed#in()], whose body can be read again.
    public static boolean matches(HttpIn in, Signature signature, String secretKey) {
        return Signer.matches(in, signature, secretKey);
    }

    /// S3: the names of headers that must be signed and are not, for
    /// [dev.rolecall.fault.S3AuthenticationErrors#headersNotSigned].
    public static List<String> headersNotSigned(HttpIn in, Signature signature) {
        return S3Signatures.unsigned(in, signature);
    }

    /// The canonical request, for S3's error elements.
    public static String canonicalRequest(HttpIn in, Signature signature) {
        return Canonical.request(in, signature);
    }

    /// The string to sign, for S3's error elements.
    public static String stringToSign(HttpIn in, Signature signature) {
        return Signer.stringToSign(in, signature);
    }

    /// The body with its framing taken off. While it is read, its hash, the signatures of its
    /// chunks and its checksums are verified; `read` throws the [dev.rolecall.fault.AwsError] where
    /// one is wrong, at the latest where the body ends. So nothing may be made of the body before
    /// its end has been read.
    public static InputStream body(HttpIn in, Signature signature, String secretKey) {
        return Bodies.verified(in, signature, secretKey);
    }
}
