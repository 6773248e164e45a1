package dev.rolecall.s3;

import dev.rolecall.fault.S3Errors;
import dev.rolecall.iam.Caller;
import software.amazon.awssdk.services.s3.model.AbacStatus;
import software.amazon.awssdk.services.s3.model.DeleteBucketCorsRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketCorsResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketLifecycleRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketLifecycleResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketReplicationRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketReplicationResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketWebsiteRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketWebsiteResponse;
import software.amazon.awssdk.services.s3.model.GetBucketAbacRequest;
import software.amazon.awssdk.services.s3.model.GetBucketAbacResponse;
import software.amazon.awssdk.services.s3.model.GetBucketAccelerateConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketAccelerateConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketCorsRequest;
import software.amazon.awssdk.services.s3.model.GetBucketCorsResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLoggingRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLoggingResponse;
import software.amazon.awssdk.services.s3.model.GetBucketMetadataConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketMetadataConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketReplicationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketReplicationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketRequestPaymentRequest;
import software.amazon.awssdk.services.s3.model.GetBucketRequestPaymentResponse;
import software.amazon.awssdk.services.s3.model.GetBucketWebsiteRequest;
import software.amazon.awssdk.services.s3.model.GetBucketWebsiteResponse;
import software.amazon.awssdk.services.s3.model.GetObjectLegalHoldRequest;
import software.amazon.awssdk.services.s3.model.GetObjectLegalHoldResponse;
import software.amazon.awssdk.services.s3.model.GetObjectLockConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetObjectLockConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRetentionRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRetentionResponse;
import software.amazon.awssdk.services.s3.model.ListBucketAnalyticsConfigurationsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketAnalyticsConfigurationsResponse;
import software.amazon.awssdk.services.s3.model.ListBucketIntelligentTieringConfigurationsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketIntelligentTieringConfigurationsResponse;
import software.amazon.awssdk.services.s3.model.ListBucketInventoryConfigurationsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketInventoryConfigurationsResponse;
import software.amazon.awssdk.services.s3.model.ListBucketMetricsConfigurationsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketMetricsConfigurationsResponse;
import software.amazon.awssdk.services.s3.model.Payer;

/// Reads and deletes of configurations that no bucket here can have: they answer as AWS does where
/// nothing was set.
@SuppressWarnings("DoNotCallSuggester") // The error is the answer, and guard calls for it.
public final class Unset {
    private final Store store;

    Unset(Store store) {
        this.store = store;
    }

    public GetBucketCorsResponse getBucketCors(Caller caller, GetBucketCorsRequest request) {
        throw S3Errors.noSuchCors(store.bucket(request).name());
    }

    public DeleteBucketCorsResponse deleteBucketCors(
            Caller caller, DeleteBucketCorsRequest request) {
        store.bucket(request);
        return DeleteBucketCorsResponse.builder().build();
    }

    public GetBucketLifecycleConfigurationResponse getBucketLifecycleConfiguration(
            Caller caller, GetBucketLifecycleConfigurationRequest request) {
        throw S3Errors.noSuchLifecycle(store.bucket(request).name());
    }

    public DeleteBucketLifecycleResponse deleteBucketLifecycle(
            Caller caller, DeleteBucketLifecycleRequest request) {
        store.bucket(request);
        return DeleteBucketLifecycleResponse.builder().build();
    }

    public GetBucketWebsiteResponse getBucketWebsite(
            Caller caller, GetBucketWebsiteRequest request) {
        throw S3Errors.noSuchWebsite(store.bucket(request).name());
    }

    public DeleteBucketWebsiteResponse deleteBucketWebsite(
            Caller caller, DeleteBucketWebsiteRequest request) {
        store.bucket(request);
        return DeleteBucketWebsiteResponse.builder().build();
    }

    public GetBucketReplicationResponse getBucketReplication(
            Caller caller, GetBucketReplicationRequest request) {
        throw S3Errors.noReplication(store.bucket(request).name());
    }

    public DeleteBucketReplicationResponse deleteBucketReplication(
            Caller caller, DeleteBucketReplicationRequest request) {
        store.bucket(request);
        return DeleteBucketReplicationResponse.builder().build();
    }

    public GetObjectLockConfigurationResponse getObjectLockConfiguration(
            Caller caller, GetObjectLockConfigurationRequest request) {
        throw S3Errors.noObjectLock(store.bucket(request).name());
    }

    public GetObjectRetentionResponse getObjectRetention(
            Caller caller, GetObjectRetentionRequest request) {
        store.bucket(request);
        throw S3Errors.lockNotOn();
    }

    public GetObjectLegalHoldResponse getObjectLegalHold(
            Caller caller, GetObjectLegalHoldRequest request) {
        store.bucket(request);
        throw S3Errors.lockNotOn();
    }

    public GetBucketLoggingResponse getBucketLogging(
            Caller caller, GetBucketLoggingRequest request) {
        store.bucket(request);
        return GetBucketLoggingResponse.builder().build();
    }

    public GetBucketNotificationConfigurationResponse getBucketNotificationConfiguration(
            Caller caller, GetBucketNotificationConfigurationRequest request) {
        store.bucket(request);
        return GetBucketNotificationConfigurationResponse.builder().build();
    }

    public GetBucketAccelerateConfigurationResponse getBucketAccelerateConfiguration(
            Caller caller, GetBucketAccelerateConfigurationRequest request) {
        store.bucket(request);
        return GetBucketAccelerateConfigurationResponse.builder().build();
    }

    public GetBucketRequestPaymentResponse getBucketRequestPayment(
            Caller caller, GetBucketRequestPaymentRequest request) {
        store.bucket(request);
        return GetBucketRequestPaymentResponse.builder().payer(Payer.BUCKET_OWNER).build();
    }

    public ListBucketAnalyticsConfigurationsResponse listBucketAnalyticsConfigurations(
            Caller caller, ListBucketAnalyticsConfigurationsRequest request) {
        store.bucket(request);
        return ListBucketAnalyticsConfigurationsResponse.builder().isTruncated(false).build();
    }

    public ListBucketInventoryConfigurationsResponse listBucketInventoryConfigurations(
            Caller caller, ListBucketInventoryConfigurationsRequest request) {
        store.bucket(request);
        return ListBucketInventoryConfigurationsResponse.builder().isTruncated(false).build();
    }

    public ListBucketMetricsConfigurationsResponse listBucketMetricsConfigurations(
            Caller caller, ListBucketMetricsConfigurationsRequest request) {
        store.bucket(request);
        return ListBucketMetricsConfigurationsResponse.builder().isTruncated(false).build();
    }

    public ListBucketIntelligentTieringConfigurationsResponse
            listBucketIntelligentTieringConfigurations(
                    Caller caller, ListBucketIntelligentTieringConfigurationsRequest request) {
        store.bucket(request);
        return ListBucketIntelligentTieringConfigurationsResponse.builder()
                .isTruncated(false)
                .build();
    }

    public GetBucketMetadataConfigurationResponse getBucketMetadataConfiguration(
            Caller caller, GetBucketMetadataConfigurationRequest request) {
        throw S3Errors.noMetadataConfiguration(store.bucket(request).name());
    }

    public GetBucketAbacResponse getBucketAbac(Caller caller, GetBucketAbacRequest request) {
        store.bucket(request);
        return GetBucketAbacResponse.builder()
                .abacStatus(AbacStatus.builder().status("Disabled").build())
                .build();
    }
}
