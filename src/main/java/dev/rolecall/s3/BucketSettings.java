package dev.rolecall.s3;

import dev.rolecall.fault.S3Errors;
import dev.rolecall.iam.Caller;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.DeleteBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.GetBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.GetBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.PutBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.PutBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.VersioningConfiguration;

/// Versioning and tags of buckets.
public final class BucketSettings {
    private final Store store;

    BucketSettings(Store store) {
        this.store = store;
    }

    public PutBucketVersioningResponse putBucketVersioning(
            Caller caller, PutBucketVersioningRequest request) {
        VersioningConfiguration asked = request.versioningConfiguration();
        if (asked == null || asked.status() == null) {
            throw S3Errors.versioningStatusMissing();
        }
        if (asked.mfaDelete() != null && asked.mfaDeleteAsString().equals("Enabled")) {
            throw S3Errors.notImplemented("x-amz-mfa");
        }
        Versioning versioning =
                switch (asked.status()) {
                    case ENABLED -> Versioning.ENABLED;
                    case SUSPENDED -> Versioning.SUSPENDED;
                    case UNKNOWN_TO_SDK_VERSION -> throw S3Errors.malformedXml();
                };
        store.changeBucket(
                request, bucket -> bucket.with(bucket.settings().withVersioning(versioning)));
        return PutBucketVersioningResponse.builder().build();
    }

    public GetBucketVersioningResponse getBucketVersioning(
            Caller caller, GetBucketVersioningRequest request) {
        GetBucketVersioningResponse.Builder response = GetBucketVersioningResponse.builder();
        return switch (store.bucket(request).settings().versioning()) {
            case NEVER -> response.build();
            case ENABLED -> response.status(BucketVersioningStatus.ENABLED).build();
            case SUSPENDED -> response.status(BucketVersioningStatus.SUSPENDED).build();
        };
    }

    public PutBucketTaggingResponse putBucketTagging(
            Caller caller, PutBucketTaggingRequest request) {
        if (request.tagging() == null) {
            throw S3Errors.malformedXml();
        }
        Map<String, String> tags = Tags.ofBucket(Optional.of(request.tagging().tagSet()));
        store.changeBucket(request, bucket -> bucket.with(bucket.settings().withTags(tags)));
        return PutBucketTaggingResponse.builder().build();
    }

    public GetBucketTaggingResponse getBucketTagging(
            Caller caller, GetBucketTaggingRequest request) {
        Bucket bucket = store.bucket(request);
        if (bucket.settings().tags().isEmpty()) {
            throw S3Errors.noSuchTagSet(bucket.name());
        }
        return GetBucketTaggingResponse.builder()
                .tagSet(Tags.shown(bucket.settings().tags()))
                .build();
    }

    public DeleteBucketTaggingResponse deleteBucketTagging(
            Caller caller, DeleteBucketTaggingRequest request) {
        store.changeBucket(request, bucket -> bucket.with(bucket.settings().withTags(Map.of())));
        return DeleteBucketTaggingResponse.builder().build();
    }
}
