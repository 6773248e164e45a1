package dev.rolecall.s3;

import dev.rolecall.policy.PolicyDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.GetBucketOwnershipControlsRequest;
import software.amazon.awssdk.services.s3.model.GetBucketOwnershipControlsResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.GetBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.GetBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;

/// Reads buckets and their settings as the container has them.
record BucketReads(Container container, StoredPolicies policies) {

    /// A bucket as lists tell it.
    record Listed(String name, String account, String region, Instant created) {}

    /// The buckets of an account.
    List<Listed> of(String account) {
        List<Listed> all = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            ListBucketsRequest.Builder request = ListBucketsRequest.builder();
            next.ifPresent(request::continuationToken);
            ListBucketsResponse page =
                    container.ask(account, request.build(), ListBucketsResponse.class);
            page.buckets().forEach(bucket -> all.add(listed(account, bucket)));
            next = Optional.ofNullable(page.continuationToken());
        } while (next.isPresent());
        return all;
    }

    private static Listed listed(
            String account, software.amazon.awssdk.services.s3.model.Bucket bucket) {
        return new Listed(
                bucket.name(),
                account,
                Optional.ofNullable(bucket.bucketRegion()).orElse(BucketActions.HOME),
                bucket.creationDate());
    }

    /// The bucket with its settings; of its objects nothing.
    ///
    /// @throws dev.rolecall.fault.AwsError NoSuchBucket, if it is gone by now
    Bucket bucket(Listed listed) {
        Settings settings =
                new Settings(
                        ownership(listed),
                        versioning(listed),
                        publicAccess(listed),
                        policy(listed),
                        tags(listed));
        return new Bucket(
                listed.name(),
                listed.account(),
                listed.region(),
                listed.created(),
                settings,
                Map.of(),
                Map.of());
    }

    private Optional<String> ownership(Listed bucket) {
        return Container.unless(
                        "OwnershipControlsNotFoundError",
                        () ->
                                container.ask(
                                        bucket.account(),
                                        GetBucketOwnershipControlsRequest.builder()
                                                .bucket(bucket.name())
                                                .build(),
                                        GetBucketOwnershipControlsResponse.class))
                .flatMap(answer -> answer.ownershipControls().rules().stream().findFirst())
                .map(OwnershipControlsRule::objectOwnershipAsString);
    }

    private Versioning versioning(Listed bucket) {
        BucketVersioningStatus status =
                container
                        .ask(
                                bucket.account(),
                                GetBucketVersioningRequest.builder().bucket(bucket.name()).build(),
                                GetBucketVersioningResponse.class)
                        .status();
        return switch (status) {
            case ENABLED -> Versioning.ENABLED;
            case SUSPENDED -> Versioning.SUSPENDED;
            case null, default -> Versioning.NEVER;
        };
    }

    private Optional<PublicAccess> publicAccess(Listed bucket) {
        return Container.unless(
                        "NoSuchPublicAccessBlockConfiguration",
                        () ->
                                container.ask(
                                        bucket.account(),
                                        GetPublicAccessBlockRequest.builder()
                                                .bucket(bucket.name())
                                                .build(),
                                        GetPublicAccessBlockResponse.class))
                .map(GetPublicAccessBlockResponse::publicAccessBlockConfiguration)
                .map(BucketReads::flags);
    }

    private static PublicAccess flags(PublicAccessBlockConfiguration flags) {
        return new PublicAccess(
                Boolean.TRUE.equals(flags.blockPublicAcls()),
                Boolean.TRUE.equals(flags.ignorePublicAcls()),
                Boolean.TRUE.equals(flags.blockPublicPolicy()),
                Boolean.TRUE.equals(flags.restrictPublicBuckets()));
    }

    private Optional<PolicyDocument> policy(Listed bucket) {
        Optional<String> text =
                Container.unless(
                                "NoSuchBucketPolicy",
                                () ->
                                        container.ask(
                                                bucket.account(),
                                                GetBucketPolicyRequest.builder()
                                                        .bucket(bucket.name())
                                                        .build(),
                                                GetBucketPolicyResponse.class))
                        .map(GetBucketPolicyResponse::policy);
        return policies.read(bucket.name(), text);
    }

    private Map<String, String> tags(Listed bucket) {
        return Container.unless(
                        "NoSuchTagSet",
                        () ->
                                container.ask(
                                        bucket.account(),
                                        GetBucketTaggingRequest.builder()
                                                .bucket(bucket.name())
                                                .build(),
                                        GetBucketTaggingResponse.class))
                .map(answer -> Tags.read(answer.tagSet()))
                .orElse(Map.of());
    }
}
