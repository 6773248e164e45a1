package dev.rolecall.s3;

import dev.rolecall.iam.Caller;
import dev.rolecall.policy.PolicyDocument;
import dev.rolecall.policy.PrincipalNames;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.DeleteBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyStatusRequest;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyStatusResponse;
import software.amazon.awssdk.services.s3.model.PutBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.PutBucketPolicyResponse;

/// Bucket policies: checked and answered as [BucketPolicies] does, and kept by the container.
public final class ForwardedPolicies {
    private final Sender sender;
    private final KnownBuckets buckets;
    private final StoredPolicies policies;
    private final PrincipalNames names;

    ForwardedPolicies(
            Sender sender, KnownBuckets buckets, StoredPolicies policies, PrincipalNames names) {
        this.sender = sender;
        this.buckets = buckets;
        this.policies = policies;
        this.names = names;
    }

    public PutBucketPolicyResponse putBucketPolicy(Caller caller, PutBucketPolicyRequest request) {
        Bucket bucket = sender.bucket(request);
        Store played = sender.stage(caller, Optional.of(bucket)).store();
        PutBucketPolicyResponse answer =
                new BucketPolicies(played, names).putBucketPolicy(caller, request);
        PolicyDocument document = played.bucket(request).settings().policy().orElseThrow();
        String text = policies.sent(bucket.name(), document);
        sender.send(bucket, request.toBuilder().policy(text).build(), answer.getClass());
        return answer;
    }

    public GetBucketPolicyResponse getBucketPolicy(Caller caller, GetBucketPolicyRequest request) {
        Bucket bucket = BucketPolicies.owned(caller, sender.bucket(request), "GET");
        GetBucketPolicyResponse answer =
                sender.send(bucket, request, GetBucketPolicyResponse.class);
        // What AWS would not have stored is shown as it is.
        return policies.read(bucket.name(), Optional.of(answer.policy()))
                .map(document -> answer.toBuilder().policy(document.readable(names)).build())
                .orElse(answer);
    }

    public DeleteBucketPolicyResponse deleteBucketPolicy(
            Caller caller, DeleteBucketPolicyRequest request) {
        Bucket bucket = BucketPolicies.owned(caller, sender.bucket(request), "DELETE");
        return sender.send(bucket, request, DeleteBucketPolicyResponse.class);
    }

    public GetBucketPolicyStatusResponse getBucketPolicyStatus(
            Caller caller, GetBucketPolicyStatusRequest request) {
        buckets.changed(request.bucket());
        Bucket bucket = sender.bucket(request);
        Store played = sender.stage(caller, Optional.of(bucket)).store();
        return new BucketPolicies(played, names).getBucketPolicyStatus(caller, request);
    }
}
