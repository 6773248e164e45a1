package dev.rolecall.s3;

import dev.rolecall.fault.S3Errors;
import dev.rolecall.iam.Caller;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.DeletePublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.DeletePublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.PutPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.PutPublicAccessBlockResponse;

/// Block Public Access of buckets ("Blocking public access to your Amazon S3 storage").
public final class PublicAccessBlocks {
    private final Store store;

    PublicAccessBlocks(Store store) {
        this.store = store;
    }

    public PutPublicAccessBlockResponse putPublicAccessBlock(
            Caller caller, PutPublicAccessBlockRequest request) {
        PublicAccessBlockConfiguration asked = request.publicAccessBlockConfiguration();
        if (asked == null) {
            throw S3Errors.malformedXml();
        }
        // A flag that is left out is stored as false.
        PublicAccess flags =
                new PublicAccess(
                        Boolean.TRUE.equals(asked.blockPublicAcls()),
                        Boolean.TRUE.equals(asked.ignorePublicAcls()),
                        Boolean.TRUE.equals(asked.blockPublicPolicy()),
                        Boolean.TRUE.equals(asked.restrictPublicBuckets()));
        store.changeBucket(
                request,
                bucket -> bucket.with(bucket.settings().withPublicAccess(Optional.of(flags))));
        return PutPublicAccessBlockResponse.builder().build();
    }

    public GetPublicAccessBlockResponse getPublicAccessBlock(
            Caller caller, GetPublicAccessBlockRequest request) {
        Bucket bucket = store.bucket(request);
        PublicAccess flags =
                bucket.settings()
                        .publicAccess()
                        .orElseThrow(() -> S3Errors.noSuchPublicAccessBlock(bucket.name()));
        return GetPublicAccessBlockResponse.builder()
                .publicAccessBlockConfiguration(
                        PublicAccessBlockConfiguration.builder()
                                .blockPublicAcls(flags.blockPublicAcls())
                                .ignorePublicAcls(flags.ignorePublicAcls())
                                .blockPublicPolicy(flags.blockPublicPolicy())
                                .restrictPublicBuckets(flags.restrictPublicBuckets())
                                .build())
                .build();
    }

    public DeletePublicAccessBlockResponse deletePublicAccessBlock(
            Caller caller, DeletePublicAccessBlockRequest request) {
        store.changeBucket(
                request,
                bucket -> bucket.with(bucket.settings().withPublicAccess(Optional.empty())));
        return DeletePublicAccessBlockResponse.builder().build();
    }
}
