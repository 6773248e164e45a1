package dev.rolecall.fault;

/// STS's errors ("AWS Security Token Service API Reference"). Texts and statuses as live AWS
/// answers them.
public final class StsErrors {
    private StsErrors() {}

    public static AwsError invalidRoleArn(String arn) {
        return validation(arn + " is invalid");
    }

    /// A denial, and the answer for a role that does not exist: they cannot be told apart.
    public static AwsError denied(String callerArn, String action, String resource) {
        return accessDenied(
                "User: "
                        + callerArn
                        + " is not authorized to perform: "
                        + action
                        + " on resource: "
                        + resource);
    }

    public static AwsError rootMayNotAssume() {
        return accessDenied("Roles may not be assumed by root accounts.");
    }

    /// @param operation `GetFederationToken` or `GetSessionToken`
    public static AwsError needsLongTermKey(String operation) {
        return accessDenied("Cannot call " + operation + " with session credentials");
    }

    public static AwsError wrongMfaDevice() {
        return accessDenied(
                "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your"
                        + " MFA serial number is valid and associated with this user.");
    }

    public static AwsError longerThanRoleAllows() {
        return validation(
                "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
    }

    public static AwsError longerThanChainAllows() {
        return validation(
                "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed"
                        + " by role chaining.");
    }

    public static AwsError sourceIdentityIsSet() {
        return validation("The source identity is already set for this assume role session");
    }

    /// A session policy of more than 2,048 characters: the validator's text, value echoed.
    public static AwsError sessionPolicyTooLong(String policy) {
        return validation(
                "1 validation error detected: Value '"
                        + policy
                        + "' at 'policy' failed to satisfy constraint: Member must have length less"
                        + " than or equal to 2048");
    }

    public static AwsError duplicateTagKeys() {
        return parameter(
                "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
    }

    public static AwsError transitiveKeyNotInTags() {
        return parameter(
                "The specified transitive tag key must be included in the requested tags.");
    }

    public static AwsError transitiveKeyInherited() {
        return parameter(
                "One of the specified transitive tag keys can't be set because it conflicts with a"
                        + " transitive tag key from the calling session.");
    }

    /// Text unverified; "Pass session tags in AWS STS" reserves the prefix.
    public static AwsError reservedTagKey() {
        return parameter("aws: prefixed tag key names are not allowed for external use.");
    }

    /// A managed session policy that is not there or not the account's own; code and text
    /// unverified.
    public static AwsError noSuchSessionPolicy(String arn) {
        return parameter("Policy " + arn + " does not exist or is not attachable.");
    }

    public static AwsError malformedPolicy(String message) {
        return AwsError.of(400, "MalformedPolicyDocument", message);
    }

    public static AwsError tagsTooLarge(int percent) {
        return AwsError.of(
                400,
                "PackedPolicyTooLarge",
                "Packed size of session tags consumes " + percent + "% of allotted space.");
    }

    /// The policy variant; text unverified.
    public static AwsError policyTooLarge(int percent) {
        return AwsError.of(
                400,
                "PackedPolicyTooLarge",
                "Packed size of session policy consumes " + percent + "% of allotted space.");
    }

    /// GetAccessKeyInfo of what is no key id of the new form; text unverified.
    public static AwsError noAccountInKeyId(String accessKeyId) {
        return validation(accessKeyId + " is invalid");
    }

    private static AwsError accessDenied(String message) {
        return AwsError.of(403, "AccessDenied", message);
    }

    private static AwsError validation(String message) {
        return AwsError.of(400, "ValidationError", message);
    }

    private static AwsError parameter(String message) {
        return AwsError.of(400, "InvalidParameterValue", message);
    }
}
