package dev.rolecall.guard;

import java.util.Map;

/// Which permission each S3 operation needs first: one on the bucket, or one on the object
/// ("Required permissions for Amazon S3 API operations"). Several are not named like the operation.
/// What an operation needs besides is [S3Needs]'s.
final class S3Actions {
    private S3Actions() {}

    /// Operations on a bucket.
    static final Map<String, String> BUCKET =
            Map.ofEntries(
                    Map.entry("CreateBucket", "s3:CreateBucket"),
                    Map.entry("DeleteBucket", "s3:DeleteBucket"),
                    Map.entry("HeadBucket", "s3:ListBucket"),
                    Map.entry("ListObjects", "s3:ListBucket"),
                    Map.entry("ListObjectsV2", "s3:ListBucket"),
                    Map.entry("ListObjectVersions", "s3:ListBucketVersions"),
                    Map.entry("ListMultipartUploads", "s3:ListBucketMultipartUploads"),
                    Map.entry("GetBucketLocation", "s3:GetBucketLocation"),
                    Map.entry("GetBucketPolicy", "s3:GetBucketPolicy"),
                    Map.entry("PutBucketPolicy", "s3:PutBucketPolicy"),
                    Map.entry("DeleteBucketPolicy", "s3:DeleteBucketPolicy"),
                    Map.entry("GetBucketPolicyStatus", "s3:GetBucketPolicyStatus"),
                    Map.entry("GetBucketAcl", "s3:GetBucketAcl"),
                    Map.entry("PutBucketAcl", "s3:PutBucketAcl"),
                    Map.entry("GetBucketVersioning", "s3:GetBucketVersioning"),
                    Map.entry("PutBucketVersioning", "s3:PutBucketVersioning"),
                    Map.entry("GetBucketTagging", "s3:GetBucketTagging"),
                    Map.entry("PutBucketTagging", "s3:PutBucketTagging"),
                    Map.entry("DeleteBucketTagging", "s3:PutBucketTagging"),
                    Map.entry("GetPublicAccessBlock", "s3:GetBucketPublicAccessBlock"),
                    Map.entry("PutPublicAccessBlock", "s3:PutBucketPublicAccessBlock"),
                    Map.entry("DeletePublicAccessBlock", "s3:PutBucketPublicAccessBlock"),
                    Map.entry("GetBucketOwnershipControls", "s3:GetBucketOwnershipControls"),
                    Map.entry("PutBucketOwnershipControls", "s3:PutBucketOwnershipControls"),
                    Map.entry("DeleteBucketOwnershipControls", "s3:PutBucketOwnershipControls"),
                    Map.entry("GetBucketEncryption", "s3:GetEncryptionConfiguration"),
                    Map.entry("PutBucketEncryption", "s3:PutEncryptionConfiguration"),
                    Map.entry("DeleteBucketEncryption", "s3:PutEncryptionConfiguration"),
                    Map.entry("GetBucketLifecycleConfiguration", "s3:GetLifecycleConfiguration"),
                    Map.entry("PutBucketLifecycleConfiguration", "s3:PutLifecycleConfiguration"),
                    Map.entry("DeleteBucketLifecycle", "s3:PutLifecycleConfiguration"),
                    Map.entry("GetBucketCors", "s3:GetBucketCORS"),
                    Map.entry("PutBucketCors", "s3:PutBucketCORS"),
                    Map.entry("DeleteBucketCors", "s3:PutBucketCORS"),
                    Map.entry("GetBucketNotificationConfiguration", "s3:GetBucketNotification"),
                    Map.entry("PutBucketNotificationConfiguration", "s3:PutBucketNotification"),
                    Map.entry("GetBucketLogging", "s3:GetBucketLogging"),
                    Map.entry("PutBucketLogging", "s3:PutBucketLogging"),
                    Map.entry("GetBucketWebsite", "s3:GetBucketWebsite"),
                    Map.entry("PutBucketWebsite", "s3:PutBucketWebsite"),
                    Map.entry("DeleteBucketWebsite", "s3:DeleteBucketWebsite"),
                    Map.entry("GetBucketReplication", "s3:GetReplicationConfiguration"),
                    Map.entry("GetBucketRequestPayment", "s3:GetBucketRequestPayment"),
                    Map.entry("GetBucketAccelerateConfiguration", "s3:GetAccelerateConfiguration"),
                    Map.entry("GetObjectLockConfiguration", "s3:GetBucketObjectLockConfiguration"),
                    Map.entry("DeleteBucketReplication", "s3:PutReplicationConfiguration"),
                    Map.entry("PutBucketReplication", "s3:PutReplicationConfiguration"),
                    Map.entry("PutBucketRequestPayment", "s3:PutBucketRequestPayment"),
                    Map.entry("PutBucketAccelerateConfiguration", "s3:PutAccelerateConfiguration"),
                    Map.entry("PutObjectLockConfiguration", "s3:PutBucketObjectLockConfiguration"),
                    Map.entry("GetBucketAbac", "s3:GetBucketAbac"),
                    Map.entry("PutBucketAbac", "s3:PutBucketAbac"),
                    Map.entry(
                            "GetBucketMetadataConfiguration",
                            "s3:GetBucketMetadataTableConfiguration"),
                    Map.entry("ListBucketAnalyticsConfigurations", "s3:GetAnalyticsConfiguration"),
                    Map.entry("ListBucketInventoryConfigurations", "s3:GetInventoryConfiguration"),
                    Map.entry("ListBucketMetricsConfigurations", "s3:GetMetricsConfiguration"),
                    Map.entry(
                            "ListBucketIntelligentTieringConfigurations",
                            "s3:GetIntelligentTieringConfiguration"));

    /// Operations on an object, without a version id.
    static final Map<String, String> OBJECT =
            Map.ofEntries(
                    Map.entry("GetObject", "s3:GetObject"),
                    Map.entry("HeadObject", "s3:GetObject"),
                    Map.entry("GetObjectAttributes", "s3:GetObject"),
                    Map.entry("PutObject", "s3:PutObject"),
                    Map.entry("CopyObject", "s3:PutObject"),
                    Map.entry("DeleteObject", "s3:DeleteObject"),
                    Map.entry("GetObjectAcl", "s3:GetObjectAcl"),
                    Map.entry("PutObjectAcl", "s3:PutObjectAcl"),
                    Map.entry("GetObjectTagging", "s3:GetObjectTagging"),
                    Map.entry("PutObjectTagging", "s3:PutObjectTagging"),
                    Map.entry("DeleteObjectTagging", "s3:DeleteObjectTagging"),
                    Map.entry("CreateMultipartUpload", "s3:PutObject"),
                    Map.entry("UploadPart", "s3:PutObject"),
                    Map.entry("UploadPartCopy", "s3:PutObject"),
                    Map.entry("CompleteMultipartUpload", "s3:PutObject"),
                    Map.entry("AbortMultipartUpload", "s3:AbortMultipartUpload"),
                    Map.entry("ListParts", "s3:ListMultipartUploadParts"),
                    Map.entry("RestoreObject", "s3:RestoreObject"),
                    Map.entry("DeleteObjects", "s3:DeleteObject"),
                    Map.entry("GetObjectRetention", "s3:GetObjectRetention"),
                    Map.entry("PutObjectRetention", "s3:PutObjectRetention"),
                    Map.entry("GetObjectLegalHold", "s3:GetObjectLegalHold"),
                    Map.entry("PutObjectLegalHold", "s3:PutObjectLegalHold"));

    /// The permission that takes the place of another when a version is named.
    static final Map<String, String> VERSIONED =
            Map.of(
                    "s3:GetObject", "s3:GetObjectVersion",
                    "s3:DeleteObject", "s3:DeleteObjectVersion",
                    "s3:GetObjectAcl", "s3:GetObjectVersionAcl",
                    "s3:PutObjectAcl", "s3:PutObjectVersionAcl",
                    "s3:GetObjectTagging", "s3:GetObjectVersionTagging",
                    "s3:PutObjectTagging", "s3:PutObjectVersionTagging",
                    "s3:DeleteObjectTagging", "s3:DeleteObjectVersionTagging",
                    "s3:GetObjectAttributes", "s3:GetObjectVersionAttributes");
}
