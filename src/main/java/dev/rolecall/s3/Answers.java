package dev.rolecall.s3;

import dev.rolecall.fault.AwsError;
import dev.rolecall.fault.S3Errors;
import dev.rolecall.fault.S3ObjectErrors;
import software.amazon.awssdk.core.SdkPojo;

/// Turns the container's answers into AWS's, where they say the same in other words.
final class Answers {
    private Answers() {}

    static Object ours(
            Object answer, SdkPojo request, KnownBuckets buckets, KnownUploads uploads) {
        return answer;
    }

    /// The error as AWS words it; as it came, if nothing is known of it.
    static AwsError ours(AwsError error, SdkPojo request) {
        return switch (error.code()) {
            case "NoSuchBucket" -> S3Errors.noSuchBucket(Members.bucket(request));
            case "NoSuchKey" -> S3ObjectErrors.noSuchKey(Members.key(request));
            default -> error;
        };
    }
}
