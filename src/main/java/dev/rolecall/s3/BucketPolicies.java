package dev.rolecall.s3;

import dev.rolecall.fault.AwsError;
import dev.rolecall.fault.S3Errors;
import dev.rolecall.iam.Caller;
import dev.rolecall.policy.BucketPolicyStatus;
import dev.rolecall.policy.DocumentCheck;
import dev.rolecall.policy.DocumentRules;
import dev.rolecall.policy.PolicyDocument;
import dev.rolecall.policy.PrincipalNames;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.DeleteBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyStatusRequest;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyStatusResponse;
import software.amazon.awssdk.services.s3.model.PolicyStatus;
import software.amazon.awssdk.services.s3.model.PutBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.PutBucketPolicyResponse;

/// Bucket policies ("Bucket policies for Amazon S3").
public final class BucketPolicies {
    private final Store store;
    private final PrincipalNames names;

    BucketPolicies(Store store, PrincipalNames names) {
        this.store = store;
        this.names = names;
    }

    public PutBucketPolicyResponse putBucketPolicy(Caller caller, PutBucketPolicyRequest request) {
        String arn = owned(caller, store.bucket(request), "PUT").arn();
        String text = Optional.ofNullable(request.policy()).orElse("");
        PolicyDocument document =
                switch (DocumentRules.bucket(text, arn, names)) {
                    case DocumentCheck.Valid valid -> valid.document();
                    case DocumentCheck.Invalid invalid -> throw malformed(invalid);
                };
        boolean everybodys = BucketPolicyStatus.isPublic(document);
        store.changeBucket(
                request,
                bucket -> {
                    if (everybodys && bucket.publicAccess().blockPublicPolicy()) {
                        throw S3Errors.publicPolicy(caller.principal().arn(), arn);
                    }
                    return bucket.with(bucket.settings().withPolicy(Optional.of(document)));
                });
        return PutBucketPolicyResponse.builder().build();
    }

    private static AwsError malformed(DocumentCheck.Invalid invalid) {
        AwsError error = S3Errors.malformedPolicy(invalid.message());
        return invalid.detail().map(detail -> error.with("Detail", detail)).orElse(error);
    }

    /// Only the owner's account may use these calls, whatever policies allow ("GetBucketPolicy").
    static Bucket owned(Caller caller, Bucket bucket, String method) {
        if (!caller.account().equals(bucket.account())) {
            throw S3Errors.methodNotAllowed(method, "BUCKETPOLICY");
        }
        return bucket;
    }

    public GetBucketPolicyResponse getBucketPolicy(Caller caller, GetBucketPolicyRequest request) {
        Bucket bucket = owned(caller, store.bucket(request), "GET");
        return GetBucketPolicyResponse.builder().policy(policy(bucket).readable(names)).build();
    }

    private static PolicyDocument policy(Bucket bucket) {
        return bucket.settings()
                .policy()
                .orElseThrow(() -> S3Errors.noSuchBucketPolicy(bucket.name()));
    }

    public DeleteBucketPolicyResponse deleteBucketPolicy(
            Caller caller, DeleteBucketPolicyRequest request) {
        store.changeBucket(
                request,
                bucket ->
                        owned(caller, bucket, "DELETE")
                                .with(bucket.settings().withPolicy(Optional.empty())));
        return DeleteBucketPolicyResponse.builder().build();
    }

    public GetBucketPolicyStatusResponse getBucketPolicyStatus(
            Caller caller, GetBucketPolicyStatusRequest request) {
        boolean everybodys = BucketPolicyStatus.isPublic(policy(store.bucket(request)));
        return GetBucketPolicyStatusResponse.builder()
                .policyStatus(PolicyStatus.builder().isPublic(everybodys).build())
                .build();
    }
}
