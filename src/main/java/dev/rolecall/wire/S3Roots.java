package dev.rolecall.wire;

import java.util.Map;

/// The root elements of S3's answers, which AWS's model does not name: from the response syntax of
/// each operation in the Amazon S3 API reference. Some clients check them.
final class S3Roots {
    static final Map<String, String> NAMESPACE =
            Map.of("xmlns", "http://s3.amazonaws.com/doc/2006-03-01/");

    private static final Map<String, String> ROOTS =
            Map.ofEntries(
                    Map.entry("CreateMultipartUpload", "InitiateMultipartUploadResult"),
                    Map.entry("DeleteObjects", "DeleteResult"),
                    Map.entry("GetBucketAccelerateConfiguration", "AccelerateConfiguration"),
                    Map.entry("GetBucketAcl", "AccessControlPolicy"),
                    Map.entry("GetBucketCors", "CORSConfiguration"),
                    Map.entry("GetBucketLifecycleConfiguration", "LifecycleConfiguration"),
                    Map.entry("GetBucketLogging", "BucketLoggingStatus"),
                    Map.entry("GetBucketNotificationConfiguration", "NotificationConfiguration"),
                    Map.entry("GetBucketRequestPayment", "RequestPaymentConfiguration"),
                    Map.entry("GetBucketTagging", "Tagging"),
                    Map.entry("GetBucketVersioning", "VersioningConfiguration"),
                    Map.entry("GetBucketWebsite", "WebsiteConfiguration"),
                    Map.entry("GetObjectAcl", "AccessControlPolicy"),
                    Map.entry("GetObjectAttributes", "GetObjectAttributesResponse"),
                    Map.entry("GetObjectTagging", "Tagging"),
                    Map.entry(
                            "ListBucketAnalyticsConfigurations",
                            "ListBucketAnalyticsConfigurationResult"),
                    Map.entry(
                            "ListBucketIntelligentTieringConfigurations",
                            "ListBucketIntelligentTieringConfigurationsOutput"),
                    Map.entry(
                            "ListBucketInventoryConfigurations",
                            "ListInventoryConfigurationsResult"),
                    Map.entry("ListBucketMetricsConfigurations", "ListMetricsConfigurationsResult"),
                    Map.entry("ListBuckets", "ListAllMyBucketsResult"),
                    Map.entry("ListDirectoryBuckets", "ListAllMyDirectoryBucketsResult"),
                    Map.entry("ListObjectVersions", "ListVersionsResult"),
                    Map.entry("ListObjects", "ListBucketResult"),
                    Map.entry("ListObjectsV2", "ListBucketResult"));

    private S3Roots() {}

    static String of(Operation operation) {
        return ROOTS.getOrDefault(operation.name(), operation.name() + "Result");
    }
}
