package dev.rolecall.wire;

import dev.rolecall.fault.BodyErrors;
import java.util.Set;

/// Requests that S3 takes only with `Content-MD5` or `x-amz-checksum-*`, as observed (truth sheet
/// §10); the header that names the algorithm alone does not do.
final class RequiredChecksums {
    private static final Set<String> OPERATIONS =
            Set.of(
                    "DeleteObjects",
                    "PutBucketCors",
                    "PutBucketTagging",
                    "PutBucketLifecycleConfiguration",
                    "PutObjectLockConfiguration",
                    "PutObjectRetention",
                    "PutObjectLegalHold");

    private RequiredChecksums() {}

    static void check(Operation operation, HttpIn in) {
        if (OPERATIONS.contains(operation.name()) && !present(in)) {
            throw operation.name().equals("PutBucketLifecycleConfiguration")
                    ? BodyErrors.missingHeader("Content-MD5")
                    : BodyErrors.missingHeader("Content-MD5 OR x-amz-checksum-*");
        }
        boolean locked =
                in.header("x-amz-object-lock-mode").isPresent()
                        || in.header("x-amz-object-lock-legal-hold").isPresent();
        if (operation.name().equals("PutObject") && locked && !present(in)) {
            throw BodyErrors.checksumNeededWithLock();
        }
    }

    private static boolean present(HttpIn in) {
        return in.header("content-md5").isPresent()
                || in.header("x-amz-trailer").filter(BodyChecks::isChecksum).isPresent()
                || in.headers().keySet().stream().anyMatch(BodyChecks::isChecksum);
    }
}
