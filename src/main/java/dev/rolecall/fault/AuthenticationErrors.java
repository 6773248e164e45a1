package dev.rolecall.fault;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;

/// What STS and IAM say of credentials and signatures ("Common error types" of both API
/// references).
public final class AuthenticationErrors {
    private static final String INCOMPLETE = "IncompleteSignature";
    private static final String MISMATCH = "SignatureDoesNotMatch";

    private AuthenticationErrors() {}

    /// The request is not signed, or its `Authorization` is of another kind.
    public static AwsError missingAuthenticationToken() {
        return AwsError.of(
                403, "MissingAuthenticationToken", "Request is missing Authentication Token");
    }

    /// The key is unknown or inactive, the token missing or another session's, the role gone.
    public static AwsError invalidClientTokenId() {
        return AwsError.of(
                403,
                "InvalidClientTokenId",
                "The security token included in the request is invalid.");
    }

    /// IAM refuses this kind of session altogether: the same text without its final period.
    public static AwsError sessionNotAccepted() {
        return AwsError.of(
                403,
                "InvalidClientTokenId",
                "The security token included in the request is invalid");
    }

    /// The temporary credentials that signed the request are over.
    public static AwsError expiredToken() {
        return AwsError.of(
                403, "ExpiredToken", "The security token included in the request is expired");
    }

    public static AwsError signatureDoesNotMatch() {
        return mismatch(
                "The request signature we calculated does not match the signature you provided."
                        + " Check your AWS Secret Access Key and signing method."
                        + " Consult the service documentation for details.");
    }

    /// The request was signed more than 15 minutes before `now`.
    public static AwsError signatureExpired(Instant signedAt, Instant now) {
        return mismatch(
                "Signature expired: "
                        + basic(signedAt)
                        + " is now earlier than "
                        + basic(now.minus(Duration.ofMinutes(15)))
                        + " ("
                        + basic(now)
                        + " - 15 min.)");
    }

    /// The request was signed more than 15 minutes after `now`.
    public static AwsError signatureNotYetCurrent(Instant signedAt, Instant now) {
        return mismatch(
                "Signature not yet current: "
                        + basic(signedAt)
                        + " is still later than "
                        + basic(now.plus(Duration.ofMinutes(15)))
                        + " ("
                        + basic(now)
                        + " + 15 min.)");
    }

    /// The credential scope names another region.
    public static AwsError wrongRegion() {
        return mismatch("Credential should be scoped to a valid region. ");
    }

    /// The credential scope names another service.
    ///
    /// @param service the right one: `sts`, `iam`
    public static AwsError wrongService(String service) {
        return mismatch("Credential should be scoped to correct service: '" + service + "'. ");
    }

    /// Both parts of the scope are wrong: both texts, the region's first.
    public static AwsError wrongRegionAndService(String service) {
        return mismatch(wrongRegion().message() + wrongService(service).message());
    }

    /// @param credential what was sent
    public static AwsError credentialNotFiveParts(String credential) {
        return AwsError.of(
                400,
                INCOMPLETE,
                "Credential must have exactly 5 slash-delimited elements, e.g."
                        + " keyid/date/region/service/term, got '"
                        + credential
                        + "'");
    }

    /// The scope does not end in `aws4_request`.
    public static AwsError wrongTerminator() {
        return mismatch("Credential should be scoped with a valid terminator: 'aws4_request'. ");
    }

    /// Parts of the `Authorization` header are missing, or no header says the time.
    ///
    /// @param parts of `Credential`, `Signature`, `SignedHeaders`, those that are missing
    public static AwsError authorizationIncomplete(
            List<String> parts, boolean dateMissing, String authorization) {
        StringBuilder message = new StringBuilder();
        for (String part : parts) {
            message.append("Authorization header requires '").append(part).append("' parameter. ");
        }
        if (dateMissing) {
            message.append(
                    "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date'"
                            + " header. ");
        }
        return AwsError.of(400, INCOMPLETE, message + hashed(authorization));
    }

    /// @param algorithm what was sent
    public static AwsError unsupportedAlgorithm(String algorithm) {
        return AwsError.of(400, INCOMPLETE, "Unsupported AWS 'algorithm': '" + algorithm + "'.");
    }

    /// A presigned request's `X-Amz-Expires` is no number.
    public static AwsError expiresNotNumber() {
        return AwsError.of(400, INCOMPLETE, "X-Amz-Expires should be a number");
    }

    /// A presigned request lacks one of its parameters.
    ///
    /// @param parameter such as `X-Amz-Date`
    public static AwsError queryParameterMissing(String parameter) {
        return AwsError.of(
                400, INCOMPLETE, "AWS query-string parameters must include '" + parameter + "'.");
    }

    /// @param date what was sent
    public static AwsError badDate(String date) {
        return AwsError.of(
                400,
                INCOMPLETE,
                "Date must be in ISO-8601 'basic format'. Got '"
                        + date
                        + "'. See http://en.wikipedia.org/wiki/ISO_8601");
    }

    /// The scope's date is not the request's.
    public static AwsError scopeDateDiffers(String scopeDate, String date) {
        return mismatch(
                "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date"
                        + " from HTTP: '"
                        + scopeDate
                        + "' != '"
                        + date.substring(0, Math.min(8, date.length()))
                        + "', from '"
                        + date
                        + "'.");
    }

    public static AwsError hostNotSigned() {
        return mismatch(
                "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
    }

    private static AwsError mismatch(String message) {
        return AwsError.of(403, MISMATCH, message);
    }

    private static String basic(Instant instant) {
        return DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .format(instant);
    }

    private static String hashed(String authorization) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(authorization.getBytes(StandardCharsets.UTF_8));
            return "(Hashed with SHA-256 and encoded with Base64) Authorization="
                    + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
