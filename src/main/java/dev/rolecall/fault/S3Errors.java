package dev.rolecall.fault;

/// S3's errors about buckets and requests ("Error responses"), each with the elements that S3 adds,
/// in its order. [S3ObjectErrors] has those about objects and uploads.
public final class S3Errors {
    private S3Errors() {}

    public static AwsError accessDenied() {
        return AwsError.of(403, "AccessDenied", "Access Denied");
    }

    public static AwsError noSuchBucket(String bucket) {
        return AwsError.of(404, "NoSuchBucket", "The specified bucket does not exist")
                .with("BucketName", bucket);
    }

    public static AwsError invalidBucketName(String bucket) {
        return AwsError.of(400, "InvalidBucketName", "The specified bucket is not valid.")
                .with("BucketName", bucket);
    }

    /// The name has not the suffix of the account-regional namespace. The text is not recorded.
    public static AwsError invalidBucketNamespace(String bucket) {
        return AwsError.of(
                        400,
                        "InvalidBucketNamespace",
                        "The bucket name does not belong to the specified bucket namespace.")
                .with("BucketName", bucket);
    }

    public static AwsError bucketAlreadyOwnedByYou(String bucket) {
        return AwsError.of(
                        409,
                        "BucketAlreadyOwnedByYou",
                        "Your previous request to create the named bucket succeeded and you already"
                                + " own it.")
                .with("BucketName", bucket);
    }

    public static AwsError bucketAlreadyExists(String bucket) {
        return AwsError.of(
                        409,
                        "BucketAlreadyExists",
                        "The requested bucket name is not available. The bucket namespace is shared"
                                + " by all users of the system. Please select a different name and"
                                + " try again.")
                .with("BucketName", bucket);
    }

    public static AwsError bucketNotEmpty(String bucket, boolean versioned) {
        String message = "The bucket you tried to delete is not empty";
        return AwsError.of(
                        409,
                        "BucketNotEmpty",
                        versioned
                                ? message + ". You must delete all versions in the bucket."
                                : message)
                .with("BucketName", bucket);
    }

    public static AwsError invalidLocationConstraint(String constraint) {
        return AwsError.of(
                        400,
                        "InvalidLocationConstraint",
                        "The specified location-constraint is not valid")
                .with("LocationConstraint", constraint);
    }

    /// A location that the endpoint of another region does not serve; for `guard`, which knows the
    /// region that a request was signed for.
    public static AwsError illegalLocationConstraint(String constraint) {
        return AwsError.of(
                400,
                "IllegalLocationConstraintException",
                "The "
                        + constraint
                        + " location constraint is incompatible for the region specific endpoint"
                        + " this request was sent to.");
    }

    public static AwsError invalidArgument(String message, String name, String value) {
        return ProtocolErrors.invalidArgument(message, name, value);
    }

    /// The few arguments whose value is not repeated.
    public static AwsError invalidArgument(String message, String name) {
        return AwsError.of(400, "InvalidArgument", message).with("ArgumentName", name);
    }

    public static AwsError invalidRequest(String message) {
        return AwsError.of(400, "InvalidRequest", message);
    }

    public static AwsError malformedXml() {
        return ProtocolErrors.malformedXml();
    }

    /// @param header the request's header that asks for what is not there
    public static AwsError notImplemented(String header) {
        return ProtocolErrors.headerNotImplemented(header);
    }

    public static AwsError unacceptedCondition(String header) {
        return notImplemented(header)
                .with(
                        "additionalMessage",
                        "We don't accept the provided value of " + header + " header for this API");
    }

    public static AwsError conditionsTogether() {
        return notImplemented("If-Match,If-None-Match")
                .with(
                        "additionalMessage",
                        "Multiple conditional request headers present in the request");
    }

    /// @param resourceType such as `BUCKETPOLICY` or `DeleteMarker`
    public static AwsError methodNotAllowed(String method, String resourceType) {
        return ProtocolErrors.methodNotAllowed(method, resourceType);
    }

    public static AwsError invalidExpectedOwner(String value) {
        return AwsError.of(
                400,
                "InvalidBucketOwnerAWSAccountID",
                "The value of the expected bucket owner parameter must be an AWS Account ID... ["
                        + value
                        + "]");
    }

    public static AwsError noSuchBucketPolicy(String bucket) {
        return missing(bucket, "NoSuchBucketPolicy", "The bucket policy does not exist");
    }

    public static AwsError malformedPolicy(String message) {
        return AwsError.of(400, "MalformedPolicy", message);
    }

    /// A public policy that Block Public Access stops.
    public static AwsError publicPolicy(String callerArn, String bucketArn) {
        return blocked(
                callerArn,
                bucketArn,
                "s3:PutBucketPolicy",
                "public policies are prevented by the BlockPublicPolicy setting in S3 Block Public"
                        + " Access.");
    }

    private static AwsError blocked(
            String callerArn, String resource, String action, String because) {
        return AwsError.of(
                403,
                "AccessDenied",
                "User: "
                        + callerArn
                        + " is not authorized to perform: "
                        + action
                        + " on resource: \""
                        + resource
                        + "\" because "
                        + because);
    }

    public static AwsError noSuchPublicAccessBlock(String bucket) {
        return missing(
                bucket,
                "NoSuchPublicAccessBlockConfiguration",
                "The public access block configuration was not found");
    }

    public static AwsError noOwnershipControls(String bucket) {
        return missing(
                bucket,
                "OwnershipControlsNotFoundError",
                "The bucket ownership controls were not found");
    }

    public static AwsError noSuchTagSet(String bucket) {
        return missing(bucket, "NoSuchTagSet", "The TagSet does not exist");
    }

    public static AwsError noSuchCors(String bucket) {
        return missing(bucket, "NoSuchCORSConfiguration", "The CORS configuration does not exist");
    }

    public static AwsError noSuchLifecycle(String bucket) {
        return missing(
                bucket,
                "NoSuchLifecycleConfiguration",
                "The lifecycle configuration does not exist");
    }

    public static AwsError noSuchWebsite(String bucket) {
        return missing(
                bucket,
                "NoSuchWebsiteConfiguration",
                "The specified bucket does not have a website configuration");
    }

    public static AwsError noReplication(String bucket) {
        return missing(
                bucket,
                "ReplicationConfigurationNotFoundError",
                "The replication configuration was not found");
    }

    public static AwsError noObjectLock(String bucket) {
        return missing(
                bucket,
                "ObjectLockConfigurationNotFoundError",
                "Object Lock configuration does not exist for this bucket");
    }

    public static AwsError noMetadataConfiguration(String bucket) {
        return missing(
                bucket,
                "MetadataConfigurationNotFound",
                "The metadata configuration was not found");
    }

    private static AwsError missing(String bucket, String code, String message) {
        return AwsError.of(404, code, message).with("BucketName", bucket);
    }

    public static AwsError lockNotOn() {
        return invalidRequest("Bucket is missing Object Lock Configuration");
    }

    public static AwsError aclsNotSupported() {
        return AwsError.of(400, "AccessControlListNotSupported", "The bucket does not allow ACLs");
    }

    public static AwsError aclWithOwnership() {
        return AwsError.of(
                400,
                "InvalidBucketAclWithObjectOwnership",
                "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting");
    }

    public static AwsError versioningStatusMissing() {
        return AwsError.of(
                400,
                "IllegalVersioningConfigurationException",
                "The Versioning element must be specified");
    }

    public static AwsError invalidTagKey(String key) {
        return invalidTag("The TagKey you have provided is invalid").with("TagKey", key);
    }

    public static AwsError invalidTagValue(String key, String value) {
        return invalidTag("The TagValue you have provided is invalid")
                .with("TagKey", key)
                .with("TagValue", value);
    }

    public static AwsError systemTag(String key) {
        return invalidTag("System tags cannot be added/updated by requester").with("TagKey", key);
    }

    public static AwsError repeatedTag(String key) {
        return invalidTag("Cannot provide multiple Tags with the same key").with("TagKey", key);
    }

    private static AwsError invalidTag(String message) {
        return AwsError.of(400, "InvalidTag", message);
    }

    /// @param what `Object` or `Bucket`
    public static AwsError tooManyTags(String what, int limit) {
        return AwsError.of(400, "BadRequest", what + " tags cannot be greater than " + limit);
    }
}
