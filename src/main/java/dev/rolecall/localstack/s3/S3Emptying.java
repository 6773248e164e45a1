package dev.rolecall.localstack.s3;

import java.util.function.Predicate;
import software.amazon.awssdk.services.s3.S3Client;

/// Deletes every version of objects, and uploads that were begun.
final class S3Emptying {
    private S3Emptying() {}

    /// All of a bucket's keys that are wanted away.
    static void keys(S3Client s3, String bucket, Predicate<String> unwanted) {
        s3.listObjectVersionsPaginator(b -> b.bucket(bucket)).stream()
                .toList()
                .forEach(page -> {
                    page.versions().stream()
                            .filter(version -> unwanted.test(version.key()))
                            .forEach(v -> delete(s3, bucket, v.key(), v.versionId()));
                    page.deleteMarkers().stream()
                            .filter(marker -> unwanted.test(marker.key()))
                            .forEach(m -> delete(s3, bucket, m.key(), m.versionId()));
                });
        s3.listMultipartUploadsPaginator(b -> b.bucket(bucket)).uploads().stream()
                .filter(upload -> unwanted.test(upload.key()))
                .toList()
                .forEach(upload ->
                        s3.abortMultipartUpload(b ->
                                b.bucket(bucket).key(upload.key()).uploadId(upload.uploadId())));
    }

    private static void delete(S3Client s3, String bucket, String key, String version) {
        s3.deleteObject(b -> b.bucket(bucket).key(key).versionId(version));
    }
}
