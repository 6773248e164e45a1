package dev.rolecall.s3;

import dev.rolecall.fault.S3Errors;
import dev.rolecall.iam.Caller;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.BucketLocationConstraint;
import software.amazon.awssdk.services.s3.model.CreateBucketConfiguration;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLocationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLocationResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;

/// Makes, finds and deletes buckets.
public final class BucketActions {
    /// Where a bucket lies that names no location: that of the endpoint.
    static final String HOME = "us-east-1";

    private final Store store;

    BucketActions(Store store) {
        this.store = store;
    }

    public CreateBucketResponse createBucket(Caller caller, CreateBucketRequest request) {
        String name = request.bucket();
        if (!BucketName.valid(name)) {
            throw S3Errors.invalidBucketName(name);
        }
        Optional<CreateBucketConfiguration> configuration =
                Optional.ofNullable(request.createBucketConfiguration());
        String region = configuration.map(BucketActions::region).orElse(HOME);
        checkNamespace(caller, request, region);
        checkUnsupported(request);
        String ownership =
                Optional.ofNullable(request.objectOwnershipAsString()).orElse(Settings.ENFORCED);
        BucketOwnership.check(ownership);
        Acls.checkNewBucket(ownership, request);
        Map<String, String> tags = Tags.ofBucket(configuration.map(c -> c.tags()));
        Bucket bucket =
                new Bucket(
                        name,
                        caller.account(),
                        region,
                        store.now(),
                        Settings.ofNew(ownership, tags),
                        Map.of(),
                        Map.of());
        store.change(old -> new Store.Change<>(created(old, bucket), bucket));
        return CreateBucketResponse.builder()
                .location(region.equals(HOME) ? "/" + name : location(name))
                .bucketArn(bucket.arn())
                .build();
    }

    private static String location(String bucket) {
        return "http://" + bucket + ".s3.amazonaws.com/";
    }

    private static S3State created(S3State old, Bucket bucket) {
        Optional<Bucket> there = old.bucket(bucket.name());
        if (there.isEmpty()) {
            return old.with(bucket);
        }
        if (!there.get().account().equals(bucket.account())) {
            throw S3Errors.bucketAlreadyExists(bucket.name());
        }
        boolean again = there.get().region().equals(HOME) && bucket.region().equals(HOME);
        if (again && !accountRegional(bucket)) {
            return old;
        }
        throw S3Errors.bucketAlreadyOwnedByYou(bucket.name());
    }

    private static String region(CreateBucketConfiguration configuration) {
        String constraint = configuration.locationConstraintAsString();
        if (constraint == null || constraint.isEmpty()) {
            return HOME;
        }
        if (!BucketLocationConstraint.knownValues().contains(configuration.locationConstraint())) {
            throw S3Errors.invalidLocationConstraint(constraint);
        }
        return constraint.equals("EU") ? "eu-west-1" : constraint;
    }

    private static boolean accountRegional(Bucket bucket) {
        return bucket.name().endsWith("-" + bucket.account() + "-" + bucket.region() + "-an");
    }

    private static void checkNamespace(Caller caller, CreateBucketRequest request, String region) {
        String namespace = request.bucketNamespaceAsString();
        boolean regional = "account-regional".equals(namespace);
        String suffix = "-" + caller.account() + "-" + region + "-an";
        if (regional && !request.bucket().endsWith(suffix)) {
            throw S3Errors.invalidBucketNamespace(request.bucket());
        }
    }

    private static void checkUnsupported(CreateBucketRequest request) {
        if (Boolean.TRUE.equals(request.objectLockEnabledForBucket())) {
            throw S3Errors.notImplemented("x-amz-bucket-object-lock-enabled");
        }
        CreateBucketConfiguration configuration = request.createBucketConfiguration();
        if (configuration != null
                && (configuration.location() != null || configuration.bucket() != null)) {
            // A directory bucket, which lies at another endpoint.
            throw S3Errors.invalidBucketName(request.bucket());
        }
    }

    public HeadBucketResponse headBucket(Caller caller, HeadBucketRequest request) {
        Bucket bucket = store.bucket(request);
        return HeadBucketResponse.builder()
                .bucketRegion(bucket.region())
                .bucketArn(bucket.arn())
                .accessPointAlias(false)
                .build();
    }

    public GetBucketLocationResponse getBucketLocation(
            Caller caller, GetBucketLocationRequest request) {
        String region = store.bucket(request).region();
        GetBucketLocationResponse.Builder response = GetBucketLocationResponse.builder();
        return region.equals(HOME) ? response.build() : response.locationConstraint(region).build();
    }

    public DeleteBucketResponse deleteBucket(Caller caller, DeleteBucketRequest request) {
        store.change(old -> {
            Bucket bucket = Store.bucket(old, request);
            Iterator<Versions> objects = bucket.objects().values().iterator();
            if (objects.hasNext()) {
                boolean versioned = bucket.settings().versioning() != Versioning.NEVER;
                throw S3Errors.bucketNotEmpty(bucket.name(), versioned);
            }
            return new Store.Change<>(old.without(bucket.name()), bucket);
        });
        return DeleteBucketResponse.builder().build();
    }
}
