package dev.rolecall.s3;

import dev.rolecall.fault.AwsError;
import dev.rolecall.iam.Caller;
import java.util.Optional;

/// Decides on each key of a DeleteObjects request, whose answer is 200 with an error for each key
/// that may not be deleted. Filled by `guard`.
@FunctionalInterface
public interface KeyGate {

    /// Returns the error with which the action on this key is refused, or empty.
    ///
    /// @param action `s3:DeleteObject`, or `s3:DeleteObjectVersion` where a version is named; then
    ///   `s3:GetObject` where an entity tag is to be compared
    Optional<AwsError> refused(
            Caller caller, String action, String bucket, String key, Optional<String> versionId);
}
