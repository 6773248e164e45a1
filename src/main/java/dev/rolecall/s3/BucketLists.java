package dev.rolecall.s3;

import dev.rolecall.fault.S3Errors;
import dev.rolecall.iam.Caller;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.BucketLocationConstraint;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.Owner;

/// Lists the buckets of an account ("ListBuckets").
public final class BucketLists {
    private static final int MOST = 10_000;

    private final Store store;

    BucketLists(Store store) {
        this.store = store;
    }

    public ListBucketsResponse listBuckets(Caller caller, ListBucketsRequest request) {
        check(request);
        int max = max(request);
        Optional<String> after =
                Optional.ofNullable(request.continuationToken())
                        .filter(token -> !token.isEmpty())
                        .map(token -> Token.read(token).value());
        String prefix = Optional.ofNullable(request.prefix()).orElse("");
        List<Bucket> found =
                store.state().buckets().values().stream()
                        .filter(bucket -> bucket.account().equals(caller.account()))
                        .filter(bucket -> bucket.name().startsWith(prefix))
                        .filter(bucket -> inRegion(bucket, request.bucketRegion()))
                        .filter(bucket ->
                                after.isEmpty() || bucket.name().compareTo(after.get()) > 0)
                        .toList();
        List<Bucket> page = found.subList(0, Math.min(max, found.size()));
        ListBucketsResponse.Builder response =
                ListBucketsResponse.builder()
                        .owner(Owner.builder().id(CanonicalUser.of(caller.account())).build())
                        .buckets(page.stream().map(bucket -> shown(bucket, request)).toList());
        if (request.prefix() != null) {
            response.prefix(prefix);
        }
        if (page.size() < found.size()) {
            response.continuationToken(Token.key(page.getLast().name()).write());
        }
        return response.build();
    }

    static void check(ListBucketsRequest request) {
        max(request);
        checkRegion(request.bucketRegion());
    }

    private static int max(ListBucketsRequest request) {
        Integer max = request.maxBuckets();
        if (max == null) {
            return MOST;
        }
        if (max < 1 || max > MOST) {
            throw S3Errors.invalidArgument(
                    "Argument max-buckets must be an integer between 1 and 10000",
                    "max-buckets",
                    max.toString());
        }
        return max;
    }

    /// A region can be asked for at its own endpoint only; this one is us-east-1's.
    private static void checkRegion(@Nullable String region) {
        if (region == null || region.equalsIgnoreCase(BucketActions.HOME)) {
            return;
        }
        boolean known =
                BucketLocationConstraint.knownValues().stream()
                        .anyMatch(constraint -> constraint.toString().equalsIgnoreCase(region));
        throw S3Errors.invalidArgument(
                known
                        ? "Requests with bucket-region specified must be made to the corresponding"
                                + " regional endpoint"
                        : "Argument value " + region + " is not a valid AWS Region",
                "bucket-region");
    }

    private static boolean inRegion(Bucket bucket, @Nullable String region) {
        return region == null || bucket.region().equalsIgnoreCase(region);
    }

    static boolean isPaged(ListBucketsRequest request) {
        return request.maxBuckets() != null
                || request.continuationToken() != null
                || request.prefix() != null
                || request.bucketRegion() != null;
    }

    /// A request with any parameter is told the region of each bucket.
    private static software.amazon.awssdk.services.s3.model.Bucket shown(
            Bucket bucket, ListBucketsRequest request) {
        software.amazon.awssdk.services.s3.model.Bucket.Builder shown =
                software.amazon.awssdk.services.s3.model.Bucket.builder()
                        .name(bucket.name())
                        .creationDate(bucket.created());
        return isPaged(request)
                ? shown.bucketRegion(bucket.region()).bucketArn(bucket.arn()).build()
                : shown.build();
    }
}
