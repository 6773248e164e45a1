package dev.rolecall.localstack;

import java.util.function.Predicate;
import software.amazon.awssdk.services.s3.S3Client;

/// Deletes every version of objects, and uploads that were begun.
final class S3Emptying {
    private S3Emptying() {}

    /// All that is in a bucket.
    static void all(S3Client s3, String bucket) {
        delete(s3, bucket, "", _ -> true);
        s3.listMultipartUploadsPaginator(b -> b.bucket(bucket)).uploads().stream()
                .toList()
                .forEach(upload ->
                        s3.abortMultipartUpload(b ->
                                b.bucket(bucket).key(upload.key()).uploadId(upload.uploadId())));
    }

    /// One key.
    static void key(S3Client s3, String bucket, String key) {
        delete(s3, bucket, key, key::equals);
    }

    private static void delete(
            S3Client s3, String bucket, String prefix, Predicate<String> wanted) {
        s3.listObjectVersionsPaginator(b -> b.bucket(bucket).prefix(prefix)).stream()
                .toList()
                .forEach(page -> {
                    page.versions().stream()
                            .filter(version -> wanted.test(version.key()))
                            .forEach(v -> delete(s3, bucket, v.key(), v.versionId()));
                    page.deleteMarkers().stream()
                            .filter(marker -> wanted.test(marker.key()))
                            .forEach(m -> delete(s3, bucket, m.key(), m.versionId()));
                });
    }

    private static void delete(S3Client s3, String bucket, String key, String version) {
        s3.deleteObject(b -> b.bucket(bucket).key(key).versionId(version));
    }
}
