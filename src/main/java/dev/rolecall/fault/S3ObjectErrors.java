package dev.rolecall.fault;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// S3's errors about objects and multipart uploads ("Error responses"), each with the elements that
/// S3 adds, in its order.
public final class S3ObjectErrors {
    private S3ObjectErrors() {}

    public static AwsError noSuchKey(String key) {
        return AwsError.of(404, "NoSuchKey", "The specified key does not exist.").with("Key", key);
    }

    public static AwsError noSuchVersion(String key, String versionId) {
        return AwsError.of(404, "NoSuchVersion", "The specified version does not exist.")
                .with("Key", key)
                .with("VersionId", versionId);
    }

    public static AwsError invalidVersionId(String versionId) {
        return S3Errors.invalidArgument("Invalid version id specified", "versionId", versionId);
    }

    /// @param condition the header, such as `If-Match`
    public static AwsError preconditionFailed(String condition) {
        return AwsError.of(
                        412,
                        "PreconditionFailed",
                        "At least one of the pre-conditions you specified did not hold")
                .with("Condition", condition);
    }

    /// Sent without a body.
    public static AwsError notModified() {
        return AwsError.of(304, "NotModified", "Not Modified");
    }

    public static AwsError conflict(String condition, String key) {
        return AwsError.of(
                        409,
                        "ConditionalRequestConflict",
                        "The conditional request cannot succeed due to a conflicting operation"
                                + " against this resource.")
                .with("Condition", condition)
                .with("Key", key);
    }

    public static AwsError keyTooLong(int size) {
        return AwsError.of(400, "KeyTooLongError", "Your key is too long")
                .with("Size", Integer.toString(size))
                .with("MaxSizeAllowed", "1024");
    }

    public static AwsError metadataTooLarge(int size) {
        return AwsError.of(
                        400,
                        "MetadataTooLarge",
                        "Your metadata headers exceed the maximum allowed metadata size")
                .with("Size", Integer.toString(size))
                .with("MaxSizeAllowed", "2048");
    }

    public static AwsError entityTooLarge(long size, long limit) {
        return AwsError.of(
                        400,
                        "EntityTooLarge",
                        "Your proposed upload exceeds the maximum allowed size")
                .with("ProposedSize", Long.toString(size))
                .with("MaxSizeAllowed", Long.toString(limit));
    }

    public static AwsError invalidRange(String range, long size) {
        return AwsError.of(416, "InvalidRange", "The requested range is not satisfiable")
                .with("RangeRequested", range)
                .with("ActualObjectSize", Long.toString(size));
    }

    public static AwsError invalidPartNumber(int number, int count) {
        return AwsError.of(416, "InvalidPartNumber", "The requested partnumber is not satisfiable")
                .with("PartNumberRequested", Integer.toString(number))
                .with("ActualPartCount", Integer.toString(count));
    }

    public static AwsError invalidObjectState(String storageClass) {
        return AwsError.of(
                        403,
                        "InvalidObjectState",
                        "The operation is not valid for the object's storage class")
                .with("StorageClass", storageClass);
    }

    public static AwsError invalidStorageClass(String storageClass) {
        return AwsError.of(
                        400, "InvalidStorageClass", "The storage class you specified is not valid")
                .with("StorageClassRequested", storageClass);
    }

    public static AwsError invalidCopySource(String header) {
        return S3Errors.invalidArgument(
                "Invalid copy source object key", "x-amz-copy-source", header);
    }

    public static AwsError copyOntoItself() {
        return S3Errors.invalidRequest(
                "This copy request is illegal because it is trying to copy an object to itself"
                        + " without changing the object's metadata, storage class, website redirect"
                        + " location or encryption attributes.");
    }

    public static AwsError copySourceIsMarker() {
        return S3Errors.invalidRequest(
                "The source of a copy request may not specifically refer to a delete marker by"
                        + " version id.");
    }

    public static AwsError copySourceTooLarge(long limit) {
        return S3Errors.invalidRequest(
                "The specified copy source is larger than the maximum allowable size for a copy"
                        + " source: "
                        + limit);
    }

    public static AwsError invalidDigest(String contentMd5) {
        return AwsError.of(400, "InvalidDigest", "The Content-MD5 you specified was invalid.")
                .with("Content-MD5", contentMd5);
    }

    public static AwsError md5Mismatch(String expected, String calculated) {
        return AwsError.of(
                        400,
                        "BadDigest",
                        "The Content-MD5 you specified did not match what we received.")
                .with("ExpectedDigest", expected)
                .with("CalculatedDigest", calculated);
    }

    /// @param algorithm such as `CRC32`
    public static AwsError checksumMismatch(String algorithm) {
        return AwsError.of(
                400,
                "BadDigest",
                "The " + algorithm + " you specified did not match the calculated checksum.");
    }

    public static AwsError invalidHeader(String header) {
        return S3Errors.invalidRequest("Value for " + header + " header is invalid.");
    }

    public static AwsError severalChecksums() {
        return S3Errors.invalidRequest(
                "Expecting a single x-amz-checksum- header. Multiple checksum Types are not"
                        + " allowed.");
    }

    public static AwsError checksumKindMismatch(String expected, String actual) {
        return S3Errors.invalidRequest(
                "Checksum Type mismatch occurred, expected checksum Type: "
                        + expected
                        + ", actual checksum Type: "
                        + actual);
    }

    public static AwsError noSuchUpload(String uploadId) {
        return AwsError.of(
                        404,
                        "NoSuchUpload",
                        "The specified upload does not exist. The upload ID may be invalid, or the"
                                + " upload may have been aborted or completed.")
                .with("UploadId", uploadId);
    }

    public static AwsError invalidPart(String uploadId, int number, String etag) {
        return AwsError.of(
                        400,
                        "InvalidPart",
                        "One or more of the specified parts could not be found.  The part may not"
                                + " have been uploaded, or the specified entity tag may not match"
                                + " the part's entity tag.")
                .with("UploadId", uploadId)
                .with("PartNumber", Integer.toString(number))
                .with("ETag", etag);
    }

    public static AwsError invalidPartOrder(String uploadId) {
        return AwsError.of(
                        400,
                        "InvalidPartOrder",
                        "The list of parts was not in ascending order. Parts must be ordered by"
                                + " part number.")
                .with("UploadId", uploadId);
    }

    public static AwsError entityTooSmall(long size, int number, String etag) {
        return AwsError.of(
                        400,
                        "EntityTooSmall",
                        "Your proposed upload is smaller than the minimum allowed size")
                .with("ProposedSize", Long.toString(size))
                .with("MinSizeAllowed", "5242880")
                .with("PartNumber", Integer.toString(number))
                .with("ETag", etag);
    }

    /// What AWS never says: the disk of this machine is full, or closed to us. The status is 400 so
    /// that an SDK does not try again.
    ///
    /// @param folder where the bytes should lie
    public static AwsError noRoom(@Nullable Path folder) {
        return AwsError.of(
                400,
                "DiskFull",
                "Rolecall cannot write to "
                        + folder
                        + ", so this was not stored. Make room there, or make it writable, and try"
                        + " again.");
    }
}
