package dev.rolecall.s3;

import dev.rolecall.iam.Caller;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.CreateBucketConfiguration;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.PutBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.Tag;

/// Makes and lists the container's buckets: in the name of the caller, for no bucket's owner is
/// known yet.
public final class ForwardedBuckets {
    private final Sender sender;
    private final KnownBuckets buckets;

    ForwardedBuckets(Sender sender, KnownBuckets buckets) {
        this.sender = sender;
        this.buckets = buckets;
    }

    public CreateBucketResponse createBucket(Caller caller, CreateBucketRequest request) {
        Stage stage = sender.stage(caller, buckets.find(request.bucket()));
        CreateBucketResponse answer =
                new BucketActions(stage.store()).createBucket(caller, request);
        if (stage.bucket().isEmpty()) {
            sender.send(caller.account(), request, CreateBucketResponse.class);
            tag(caller.account(), request);
        }
        return answer;
    }

    /// LocalStack keeps the tags of a bucket that is deleted, and gives them to the next of its
    /// name: the new one has those that it was asked with, and no others.
    private void tag(String account, CreateBucketRequest request) {
        List<Tag> tags =
                Optional.ofNullable(request.createBucketConfiguration())
                        .map(CreateBucketConfiguration::tags)
                        .orElse(List.of());
        SdkPojo tagging =
                tags.isEmpty()
                        ? DeleteBucketTaggingRequest.builder().bucket(request.bucket()).build()
                        : PutBucketTaggingRequest.builder()
                                .bucket(request.bucket())
                                .tagging(t -> t.tagSet(tags))
                                .build();
        sender.send(account, tagging, SdkPojo.class);
    }

    public ListBucketsResponse listBuckets(Caller caller, ListBucketsRequest request) {
        BucketLists.check(request);
        Optional.ofNullable(request.continuationToken())
                .filter(token -> !token.isEmpty())
                .ifPresent(Token::checkForm);
        ListBucketsResponse answer =
                sender.send(caller.account(), request, ListBucketsResponse.class);
        boolean paged = BucketLists.isPaged(request);
        return answer.toBuilder()
                .buckets(answer.buckets().stream().map(bucket -> shown(bucket, paged)).toList())
                .build();
    }

    /// A request with any parameter is told the region of each bucket.
    private static software.amazon.awssdk.services.s3.model.Bucket shown(
            software.amazon.awssdk.services.s3.model.Bucket bucket, boolean paged) {
        return paged
                ? bucket.copy(b -> b.bucketArn("arn:aws:s3:::" + bucket.name()))
                : bucket.copy(b -> b.bucketRegion(null));
    }
}
