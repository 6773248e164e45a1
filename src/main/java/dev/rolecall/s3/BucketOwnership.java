package dev.rolecall.s3;

import dev.rolecall.fault.S3Errors;
import dev.rolecall.iam.Caller;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.DeleteBucketOwnershipControlsRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketOwnershipControlsResponse;
import software.amazon.awssdk.services.s3.model.GetBucketOwnershipControlsRequest;
import software.amazon.awssdk.services.s3.model.GetBucketOwnershipControlsResponse;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.OwnershipControls;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.PutBucketOwnershipControlsRequest;
import software.amazon.awssdk.services.s3.model.PutBucketOwnershipControlsResponse;

/// Object ownership ("Controlling ownership of objects and disabling ACLs for your bucket").
public final class BucketOwnership {
    private final Store store;

    BucketOwnership(Store store) {
        this.store = store;
    }

    static void check(String ownership) {
        ObjectOwnership known = ObjectOwnership.fromValue(ownership);
        if (!ObjectOwnership.knownValues().contains(known)) {
            throw S3Errors.malformedXml();
        }
    }

    public PutBucketOwnershipControlsResponse putBucketOwnershipControls(
            Caller caller, PutBucketOwnershipControlsRequest request) {
        List<OwnershipControlsRule> rules =
                request.ownershipControls() == null
                        ? List.of()
                        : request.ownershipControls().rules();
        String asked = rules.size() == 1 ? rules.getFirst().objectOwnershipAsString() : null;
        if (asked == null) {
            throw S3Errors.malformedXml();
        }
        check(asked);
        store.changeBucket(
                request,
                bucket -> bucket.with(bucket.settings().withOwnership(Optional.of(asked))));
        return PutBucketOwnershipControlsResponse.builder().build();
    }

    public GetBucketOwnershipControlsResponse getBucketOwnershipControls(
            Caller caller, GetBucketOwnershipControlsRequest request) {
        Bucket bucket = store.bucket(request);
        String ownership =
                bucket.settings()
                        .ownership()
                        .orElseThrow(() -> S3Errors.noOwnershipControls(bucket.name()));
        OwnershipControlsRule rule =
                OwnershipControlsRule.builder().objectOwnership(ownership).build();
        return GetBucketOwnershipControlsResponse.builder()
                .ownershipControls(OwnershipControls.builder().rules(rule).build())
                .build();
    }

    public DeleteBucketOwnershipControlsResponse deleteBucketOwnershipControls(
            Caller caller, DeleteBucketOwnershipControlsRequest request) {
        store.changeBucket(
                request, bucket -> bucket.with(bucket.settings().withOwnership(Optional.empty())));
        return DeleteBucketOwnershipControlsResponse.builder().build();
    }
}
