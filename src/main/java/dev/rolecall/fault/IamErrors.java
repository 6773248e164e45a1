package dev.rolecall.fault;

/// IAM's errors ("IAM API Reference", the errors of each action). Texts and statuses as live AWS
/// answers them.
public final class IamErrors {
    private IamErrors() {}

    public static AwsError userExists(String name) {
        return exists("User with name " + name + " already exists.");
    }

    public static AwsError groupExists(String name) {
        return exists("Group with name " + name + " already exists.");
    }

    public static AwsError roleExists(String name) {
        return exists("Role with name " + name + " already exists.");
    }

    public static AwsError policyExists(String name) {
        return exists(
                "A policy called " + name + " already exists. Duplicate names are not allowed.");
    }

    public static AwsError instanceProfileExists(String name) {
        return exists("Instance Profile " + name + " already exists.");
    }

    public static AwsError aliasExists(String alias) {
        return exists("The account alias " + alias + " already exists.");
    }

    public static AwsError noSuchUser(String name) {
        return missing("The user with name " + name + " cannot be found.");
    }

    public static AwsError noSuchGroup(String name) {
        return missing("The group with name " + name + " cannot be found.");
    }

    public static AwsError noSuchRole(String name) {
        return missing("The role with name " + name + " cannot be found.");
    }

    public static AwsError noSuchInstanceProfile(String name) {
        return missing("Instance Profile " + name + " cannot be found.");
    }

    public static AwsError noSuchAlias(String alias) {
        return missing("The account alias " + alias + " cannot be found.");
    }

    public static AwsError noSuchAccessKey(String id) {
        return missing("The Access Key with id " + id + " cannot be found.");
    }

    /// @param kind `user`, `group` or `role`
    public static AwsError noSuchInlinePolicy(String kind, String name) {
        return missing("The " + kind + " policy with name " + name + " cannot be found.");
    }

    /// Get or delete of a managed policy that is not there, or detach of one that is not attached.
    public static AwsError noSuchPolicy(String arn) {
        return missing("Policy " + arn + " was not found.");
    }

    public static AwsError noSuchPolicyVersion(String arn, String version) {
        return missing(
                "Policy " + arn + " version " + version + " does not exist or is not attachable.");
    }

    public static AwsError notAttachable(String arn) {
        return missing("Policy " + arn + " does not exist or is not attachable.");
    }

    public static AwsError noSuchBoundary(String arn) {
        return missing("Scope ARN: " + arn + " does not exist or is not attachable.");
    }

    /// A delete that something else must precede.
    ///
    /// @param first what to do first, such as `detach all policies`
    public static AwsError deleteConflict(String first) {
        return conflict("Cannot delete entity, must " + first + " first.");
    }

    public static AwsError policyIsAttached() {
        return conflict("Cannot delete a policy attached to entities.");
    }

    public static AwsError policyHasVersions() {
        return conflict(
                "This policy has more than one version. Before you delete a policy, you must delete"
                        + " the policy's versions. The default version is deleted with the policy.");
    }

    public static AwsError versionIsDefault() {
        return conflict("Cannot delete the default version of a policy.");
    }

    /// @param quota AWS's name of it, such as `AccessKeysPerUser`
    public static AwsError quota(String quota, int limit) {
        return limit("Cannot exceed quota for " + quota + ": " + limit);
    }

    /// All inline policies of one identity together.
    ///
    /// @param kind `user`, `group` or `role`
    public static AwsError inlinePoliciesTooLong(int limit, String kind, String name) {
        return limit(
                "Maximum policy size of " + limit + " bytes exceeded for " + kind + " " + name);
    }

    public static AwsError tooManyVersions() {
        return limit(
                "A managed policy can have up to 5 versions. Before you create a new version, you"
                        + " must delete an existing version.");
    }

    public static AwsError malformedPolicy(String message) {
        return AwsError.of(400, "MalformedPolicyDocument", message);
    }

    /// An ARN of no policy, where one is attached, detached or read.
    public static AwsError invalidArn(String arn) {
        return validation("ARN " + arn + " is not valid.");
    }

    public static AwsError invalidBoundaryArn(String arn) {
        return input("ARN " + arn + " is not valid.");
    }

    public static AwsError duplicateTagKeys() {
        return input("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
    }

    /// The same for policies, whose tag keys are case-sensitive.
    public static AwsError duplicatePolicyTagKeys() {
        return input("Duplicate tag keys found.");
    }

    /// Text unverified; "Tags for AWS Identity and Access Management resources" reserves the
    /// prefix.
    public static AwsError reservedTagKey() {
        return input("aws: prefixed tag key names are not allowed for external use.");
    }

    public static AwsError userNameRequired() {
        return validation("Must specify userName when calling with non-User credentials");
    }

    /// Text unverified.
    public static AwsError invalidMarker() {
        return validation("Invalid Marker.");
    }

    /// A write to a policy that AWS or another account owns; code and text unverified.
    public static AwsError policyOfOthers() {
        return AwsError.of(403, "AccessDenied", "Policy is outside your own account.");
    }

    /// GetAccessKeyLastUsed of a key that is not there; as recorded, without a colon after
    /// "perform".
    public static AwsError lastUsedDenied(String callerArn, String accessKeyId) {
        return AwsError.of(
                403,
                "AccessDenied",
                "User: "
                        + callerArn
                        + " is not authorized to perform iam:GetAccessKeyLastUsed on resource:"
                        + " access key "
                        + accessKeyId);
    }

    private static AwsError exists(String message) {
        return AwsError.of(409, "EntityAlreadyExists", message);
    }

    private static AwsError missing(String message) {
        return AwsError.of(404, "NoSuchEntity", message);
    }

    private static AwsError conflict(String message) {
        return AwsError.of(409, "DeleteConflict", message);
    }

    private static AwsError limit(String message) {
        return AwsError.of(409, "LimitExceeded", message);
    }

    private static AwsError validation(String message) {
        return AwsError.of(400, "ValidationError", message);
    }

    private static AwsError input(String message) {
        return AwsError.of(400, "InvalidInput", message);
    }
}
