package dev.rolecall.s3;

import dev.rolecall.fault.AwsError;
import dev.rolecall.fault.ContainerErrors;
import dev.rolecall.fault.S3Errors;
import dev.rolecall.fault.S3ObjectErrors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/// Turns the container's errors into AWS's, where they say the same in other words.
final class Answers {
    /// The order in which AWS prints what it adds to an error; anything else comes after.
    private static final List<String> ORDER =
            List.of(
                    "Method",
                    "ResourceType",
                    "ArgumentName",
                    "ArgumentValue",
                    "BucketName",
                    "Key",
                    "RangeRequested",
                    "ActualObjectSize",
                    "ProposedSize",
                    "MinSizeAllowed",
                    "VersionId",
                    "UploadId",
                    "PartNumber",
                    "ETag");

    private Answers() {}

    /// The error as AWS words it; as it came, but for the order, if nothing more is known of it.
    static AwsError ours(AwsError error, SdkPojo request) {
        Optional<String> key = Optional.ofNullable(error.details().get("Key"));
        String uploadId = Members.text(request, "UploadId").orElse("");
        return switch (error.code()) {
            case "NoSuchBucket" ->
                    S3Errors.noSuchBucket(
                            error.details().getOrDefault("BucketName", Members.bucket(request)));
            case "NoSuchKey" -> S3ObjectErrors.noSuchKey(key.orElseGet(() -> Members.key(request)));
            case "NotModified" -> S3ObjectErrors.notModified();
            case "NoSuchUpload" -> S3ObjectErrors.noSuchUpload(uploadId);
            // Whether an id could be one was looked at before it was sent.
            case "InvalidArgument" ->
                    "versionId".equals(error.details().get("ArgumentName"))
                            ? S3ObjectErrors.noSuchVersion(
                                    Members.key(request),
                                    Members.text(request, "VersionId").orElse(""))
                            : ordered(error);
            default -> ordered(error);
        };
    }

    private static AwsError ordered(AwsError error) {
        Map<String, String> details = new LinkedHashMap<>();
        for (String name : ORDER) {
            Optional.ofNullable(error.details().get(name))
                    .ifPresent(value -> details.put(name, value));
        }
        error.details().forEach(details::putIfAbsent);
        boolean inOrder =
                List.copyOf(details.keySet()).equals(List.copyOf(error.details().keySet()));
        if (inOrder) {
            return error;
        }
        return ContainerErrors.answered(error.status(), error.code(), error.message(), details);
    }
}
