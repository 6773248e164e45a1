package dev.rolecall.fault;

/// S3's errors ("Error responses"), each with the elements that S3 adds.
public final class S3Errors {
    private S3Errors() {}

    public static AwsError noSuchBucket(String bucket) {
        return AwsError.of(404, "NoSuchBucket", "The specified bucket does not exist")
                .with("BucketName", bucket);
    }

    public static AwsError invalidBucketName(String bucket) {
        return AwsError.of(400, "InvalidBucketName", "The specified bucket is not valid.")
                .with("BucketName", bucket);
    }

    public static AwsError invalidArgument(String message, String name, String value) {
        return AwsError.of(400, "InvalidArgument", message)
                .with("ArgumentName", name)
                .with("ArgumentValue", value);
    }

    public static AwsError invalidCopySource(String header) {
        return invalidArgument("Invalid copy source object key", "x-amz-copy-source", header);
    }
}
