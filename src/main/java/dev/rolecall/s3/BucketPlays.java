package dev.rolecall.s3;

import software.amazon.awssdk.services.s3.model.DeleteBucketCorsRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketLifecycleRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketOwnershipControlsRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketReplicationRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketWebsiteRequest;
import software.amazon.awssdk.services.s3.model.DeletePublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.GetBucketAbacRequest;
import software.amazon.awssdk.services.s3.model.GetBucketAccelerateConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketAclRequest;
import software.amazon.awssdk.services.s3.model.GetBucketCorsRequest;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLocationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLoggingRequest;
import software.amazon.awssdk.services.s3.model.GetBucketMetadataConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketOwnershipControlsRequest;
import software.amazon.awssdk.services.s3.model.GetBucketReplicationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketRequestPaymentRequest;
import software.amazon.awssdk.services.s3.model.GetBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.GetBucketWebsiteRequest;
import software.amazon.awssdk.services.s3.model.GetObjectLegalHoldRequest;
import software.amazon.awssdk.services.s3.model.GetObjectLockConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRetentionRequest;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.ListBucketAnalyticsConfigurationsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketIntelligentTieringConfigurationsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketInventoryConfigurationsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketMetricsConfigurationsRequest;
import software.amazon.awssdk.services.s3.model.PutBucketAclRequest;
import software.amazon.awssdk.services.s3.model.PutBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.PutBucketOwnershipControlsRequest;
import software.amazon.awssdk.services.s3.model.PutBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.PutPublicAccessBlockRequest;

/// How requests about buckets and their settings are played.
final class BucketPlays {
    private BucketPlays() {}

    static void add(Plays plays) {
        settings(plays);
        plays.answered(
                HeadBucketRequest.class,
                (s, r) -> new BucketActions(s.store()).headBucket(s.caller(), r));
        plays.answered(
                GetBucketLocationRequest.class,
                (s, r) -> new BucketActions(s.store()).getBucketLocation(s.caller(), r));
        plays.kept(
                GetBucketAbacRequest.class,
                (s, r) -> new Unset(s.store()).getBucketAbac(s.caller(), r));
        plays.kept(
                GetBucketMetadataConfigurationRequest.class,
                (s, r) -> new Unset(s.store()).getBucketMetadataConfiguration(s.caller(), r));
        plays.sent(DeleteBucketRequest.class);
        plays.sent(GetBucketVersioningRequest.class);
        plays.sent(GetBucketTaggingRequest.class);
        plays.sent(DeleteBucketTaggingRequest.class);
        plays.sent(GetPublicAccessBlockRequest.class);
        plays.sent(DeletePublicAccessBlockRequest.class);
        plays.sent(GetBucketOwnershipControlsRequest.class);
        plays.sent(DeleteBucketOwnershipControlsRequest.class);
        plays.sent(GetBucketEncryptionRequest.class);
        plays.sent(DeleteBucketEncryptionRequest.class);
        plays.sent(GetBucketAclRequest.class);
        unset(plays);
    }

    private static void settings(Plays plays) {
        plays.checked(
                PutBucketVersioningRequest.class,
                (s, r) -> new BucketSettings(s.store()).putBucketVersioning(s.caller(), r));
        plays.checked(
                PutBucketTaggingRequest.class,
                (s, r) -> new BucketSettings(s.store()).putBucketTagging(s.caller(), r));
        plays.checked(
                PutPublicAccessBlockRequest.class,
                (s, r) -> new PublicAccessBlocks(s.store()).putPublicAccessBlock(s.caller(), r));
        plays.checked(
                PutBucketOwnershipControlsRequest.class,
                (s, r) -> new BucketOwnership(s.store()).putBucketOwnershipControls(s.caller(), r));
        plays.checked(
                PutBucketEncryptionRequest.class,
                (s, r) -> new Encryption(s.store()).putBucketEncryption(s.caller(), r));
        plays.checked(
                PutBucketAclRequest.class,
                (s, r) -> new Acls(s.store()).putBucketAcl(s.caller(), r));
    }

    /// What cannot be set from here, and may be there all the same.
    private static void unset(Plays plays) {
        plays.sent(GetBucketCorsRequest.class);
        plays.sent(DeleteBucketCorsRequest.class);
        plays.sent(GetBucketLifecycleConfigurationRequest.class);
        plays.sent(DeleteBucketLifecycleRequest.class);
        plays.sent(GetBucketWebsiteRequest.class);
        plays.sent(DeleteBucketWebsiteRequest.class);
        plays.sent(GetBucketReplicationRequest.class);
        plays.sent(DeleteBucketReplicationRequest.class);
        plays.sent(GetObjectLockConfigurationRequest.class);
        plays.sent(GetObjectRetentionRequest.class);
        plays.sent(GetObjectLegalHoldRequest.class);
        plays.sent(GetBucketLoggingRequest.class);
        plays.sent(GetBucketNotificationConfigurationRequest.class);
        plays.sent(GetBucketAccelerateConfigurationRequest.class);
        plays.sent(GetBucketRequestPaymentRequest.class);
        plays.sent(ListBucketAnalyticsConfigurationsRequest.class);
        plays.sent(ListBucketInventoryConfigurationsRequest.class);
        plays.sent(ListBucketMetricsConfigurationsRequest.class);
        plays.sent(ListBucketIntelligentTieringConfigurationsRequest.class);
    }
}
