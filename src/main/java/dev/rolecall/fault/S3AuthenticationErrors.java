package dev.rolecall.fault;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;

/// What S3 says of credentials and signatures ("Error responses", Amazon S3 API reference).
public final class S3AuthenticationErrors {
    private S3AuthenticationErrors() {}

    /// The key is unknown or inactive, the token missing or another session's, the role gone.
    public static AwsError invalidAccessKeyId(String accessKeyId) {
        return AwsError.of(
                        403,
                        "InvalidAccessKeyId",
                        "The AWS Access Key Id you provided does not exist in our records.")
                .with("AWSAccessKeyId", accessKeyId);
    }

    /// @param tokens as they were sent; the error echoes each
    public static AwsError expiredToken(List<String> tokens) {
        return echo(AwsError.of(400, "ExpiredToken", "The provided token has expired."), tokens);
    }

    /// The token cannot be one, or it came with a long-term key.
    ///
    /// @param tokens as they were sent; the error echoes each
    public static AwsError invalidToken(List<String> tokens) {
        return echo(
                AwsError.of(
                        400,
                        "InvalidToken",
                        "The provided token is malformed or otherwise invalid."),
                tokens);
    }

    /// The signature is not ours; the error says what we signed.
    public static AwsError signatureDoesNotMatch(
            String accessKeyId, String stringToSign, String provided, String canonicalRequest) {
        return AwsError.of(
                        403,
                        "SignatureDoesNotMatch",
                        "The request signature we calculated does not match the signature you"
                                + " provided. Check your key and signing method.")
                .with("AWSAccessKeyId", accessKeyId)
                .with("StringToSign", stringToSign)
                .with("SignatureProvided", provided)
                .with("StringToSignBytes", bytes(stringToSign))
                .with("CanonicalRequest", canonicalRequest)
                .with("CanonicalRequestBytes", bytes(canonicalRequest));
    }

    /// The request's clock is off by more than 15 minutes.
    public static AwsError requestTimeTooSkewed(Instant signedAt, Instant now) {
        return AwsError.of(
                        403,
                        "RequestTimeTooSkewed",
                        "The difference between the request time and the current time is too"
                                + " large.")
                .with(
                        "RequestTime",
                        DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
                                .withZone(ZoneOffset.UTC)
                                .format(signedAt))
                .with("ServerTime", second(now))
                .with("MaxAllowedSkewMilliseconds", "900000");
    }

    /// @param headers lower-case names of the headers that came unsigned
    public static AwsError headersNotSigned(List<String> headers) {
        return AwsError.of(
                        403,
                        "AccessDenied",
                        "There were headers present in the request which were not signed")
                .with("HeadersNotSigned", String.join(", ", headers));
    }

    /// `x-amz-date` without any signature.
    public static AwsError dateWithoutSignature() {
        return AwsError.of(403, "AccessDenied", "Access Denied");
    }

    /// A date is signed for but not sent, or not a date.
    public static AwsError dateNotUsable() {
        return AwsError.of(
                403,
                "AccessDenied",
                "AWS authentication requires a valid Date or x-amz-date header");
    }

    /// A presigned request is past its time.
    public static AwsError requestHasExpired(long seconds, Instant expires, Instant now) {
        return AwsError.of(403, "AccessDenied", "Request has expired")
                .with("X-Amz-Expires", Long.toString(seconds))
                .with("Expires", second(expires))
                .with("ServerTime", second(now));
    }

    /// A presigned request is before its time.
    public static AwsError requestNotYetValid() {
        return AwsError.of(403, "AccessDenied", "Request is not yet valid");
    }

    /// The credential scope names another region.
    public static AwsError wrongRegion(boolean presigned, String region, String expected) {
        return malformed(
                        presigned,
                        "the region '" + region + "' is wrong; expecting '" + expected + "'")
                .with("Region", expected);
    }

    /// The credential scope names another service.
    public static AwsError wrongService(boolean presigned, String service) {
        return malformed(
                presigned,
                "incorrect service \"" + service + "\". This endpoint belongs to \"s3\".");
    }

    /// The scope does not end in `aws4_request`.
    public static AwsError wrongTerminator(boolean presigned, String terminator) {
        return malformed(
                presigned,
                "incorrect terminal \"" + terminator + "\". This endpoint uses \"aws4_request\".");
    }

    /// The scope's date is not the request's.
    public static AwsError scopeDateDiffers(boolean presigned, String scopeDate, String date) {
        return malformed(
                presigned,
                "Invalid credential date \""
                        + scopeDate
                        + "\". This date is not the same as X-Amz-Date: \""
                        + date.substring(0, Math.min(8, date.length()))
                        + "\".");
    }

    public static AwsError credentialMalformed(boolean presigned) {
        return malformed(
                presigned,
                "the Credential is mal-formed; expecting"
                        + " \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".");
    }

    /// A part of the `Authorization` header is missing, unknown, repeated or empty.
    ///
    /// @param problem such as `missing SignedHeaders.`
    public static AwsError authorizationMalformed(String problem) {
        return AwsError.of(
                400,
                "AuthorizationHeaderMalformed",
                "The authorization header is malformed; " + problem);
    }

    /// The `Authorization` header is not of AWS's kind.
    public static AwsError unsupportedAuthorization(String authorization) {
        return argument("Unsupported Authorization Type", authorization);
    }

    /// A header and a presigned query sign one request.
    public static AwsError twoMechanisms(String authorization) {
        return argument(
                "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter,"
                        + " Signature query string parameter or the Authorization header should be"
                        + " specified",
                authorization);
    }

    /// More than one `Authorization` header.
    public static AwsError repeatedAuthorization() {
        return ProtocolErrors.headerNotImplemented("Authorization");
    }

    /// Signature version 2, which S3 accepts in a few regions and Rolecall in none.
    public static AwsError signatureVersion2() {
        return AwsError.of(
                400,
                "InvalidRequest",
                "The authorization mechanism you have provided is not supported."
                        + " Please use AWS4-HMAC-SHA256.");
    }

    public static AwsError payloadHashMissing() {
        return AwsError.of(
                400,
                "InvalidRequest",
                "Missing required header for this request: x-amz-content-sha256");
    }

    /// The header is no hash and none of the words that may stand for one.
    public static AwsError payloadHashInvalid(String value) {
        return AwsError.of(
                        400,
                        "InvalidArgument",
                        "x-amz-content-sha256 must be UNSIGNED-PAYLOAD,"
                                + " STREAMING-UNSIGNED-PAYLOAD-TRAILER,"
                                + " STREAMING-AWS4-HMAC-SHA256-PAYLOAD,"
                                + " STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER,"
                                + " STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD,"
                                + " STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER or a valid"
                                + " sha256 value.")
                .with("ArgumentName", "x-amz-content-sha256")
                .with("ArgumentValue", value);
    }

    /// A presigned request lacks one of its parameters.
    public static AwsError queryParametersMissing() {
        return query(
                "Query-string authentication version 4 requires the X-Amz-Algorithm,"
                        + " X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and"
                        + " X-Amz-Expires parameters.");
    }

    public static AwsError queryAlgorithmUnsupported() {
        return query(
                "X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256 and AWS4-ECDSA-P256-SHA256\"");
    }

    public static AwsError queryDateMalformed() {
        return query("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");
    }

    public static AwsError queryExpiresNotNumber() {
        return query("X-Amz-Expires should be a number");
    }

    public static AwsError queryExpiresNegative() {
        return query("X-Amz-Expires must be non-negative");
    }

    /// More than a week.
    public static AwsError queryExpiresTooLong() {
        return query(
                "X-Amz-Expires must be less than a week (in seconds); that is, the given"
                        + " X-Amz-Expires must be less than 604800 seconds");
    }

    private static AwsError query(String message) {
        return AwsError.of(400, "AuthorizationQueryParametersError", message);
    }

    private static AwsError malformed(boolean presigned, String problem) {
        return presigned
                ? query("Error parsing the X-Amz-Credential parameter; " + problem)
                : authorizationMalformed(problem);
    }

    private static AwsError argument(String message, String authorization) {
        return AwsError.of(400, "InvalidArgument", message)
                .with("ArgumentName", "Authorization")
                .with("ArgumentValue", authorization);
    }

    private static AwsError echo(AwsError error, List<String> tokens) {
        AwsError result = error;
        for (int i = 0; i < tokens.size(); i++) {
            result = result.with("Token-" + i, tokens.get(i));
        }
        return result;
    }

    private static String second(Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(instant.truncatedTo(ChronoUnit.SECONDS));
    }

    private static String bytes(String text) {
        return HexFormat.ofDelimiter(" ").formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
