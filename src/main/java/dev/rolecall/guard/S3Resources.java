package dev.rolecall.guard;

import dev.rolecall.policy.AttachedPolicy;
import dev.rolecall.policy.BucketPolicyStatus;
import dev.rolecall.policy.Context;
import dev.rolecall.policy.PolicyDocument;
import dev.rolecall.policy.PolicyKind;
import dev.rolecall.s3.Bucket;
import dev.rolecall.s3.S3;
import dev.rolecall.s3.StoredObject;
import java.util.Optional;
import java.util.Set;

/// What S3 says of a resource to those who decide: whose it is, its policy, its own condition keys.
final class S3Resources {

    /// The actions whose requests have `s3:ExistingObjectTag`, as observed: the action table of the
    /// Service Authorization Reference has it for GetObjectAttributes too, where it never matches.
    private static final Set<String> KNOW_TAGS =
            Set.of(
                    "s3:GetObject",
                    "s3:GetObjectVersion",
                    "s3:GetObjectTagging",
                    "s3:GetObjectVersionTagging",
                    "s3:PutObjectTagging",
                    "s3:PutObjectVersionTagging",
                    "s3:DeleteObjectTagging",
                    "s3:DeleteObjectVersionTagging",
                    "s3:GetObjectAcl",
                    "s3:GetObjectVersionAcl",
                    "s3:PutObjectAcl",
                    "s3:PutObjectVersionAcl");

    private static final String TAG = "s3:ExistingObjectTag/";

    private final S3 s3;

    S3Resources(S3 s3) {
        this.s3 = s3;
    }

    /// The resource with its bucket's owner and policy.
    ///
    /// @param asker the account of who asks; empty for strangers
    Need.Target target(S3Resource on, String asker) {
        Optional<Bucket> bucket = s3.bucket(on.bucket());
        return new Need.Target(
                on.arn(),
                bucket.map(Bucket::account).orElse(""),
                bucket.flatMap(found -> policy(found, asker)),
                "\"" + on.arn() + "\"");
    }

    private Optional<AttachedPolicy> policy(Bucket bucket, String asker) {
        boolean shut =
                bucket.publicAccess().restrictPublicBuckets()
                        && !bucket.account().equals(asker)
                        && bucket.settings()
                                .policy()
                                .filter(BucketPolicyStatus::isPublic)
                                .isPresent();
        return shut ? Optional.of(restricted(bucket)) : s3.policyFor(bucket.name());
    }

    /// A public policy gives nothing to other accounts; AWS answers as if a resource policy denied
    /// ("Blocking public access to your Amazon S3 storage", RestrictPublicBuckets).
    private static AttachedPolicy restricted(Bucket bucket) {
        return new AttachedPolicy(
                PolicyKind.BUCKET,
                "Block Public Access (RestrictPublicBuckets) of " + bucket.name(),
                Optional.empty(),
                PolicyDocument.parse(
                        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Deny\","
                                + "\"Principal\":\"*\",\"Action\":\"s3:*\",\"Resource\":\"*\"}}"));
    }

    /// Adds the keys that the resource itself brings to an action on it.
    void describe(S3Resource on, Context.Builder context) {
        s3.bucket(on.bucket()).ifPresent(b -> context.put("s3:ResourceAccount", b.account()));
        on.version().ifPresent(id -> context.put("s3:versionid", id));
    }

    /// The keys that its tags are, for the actions that have them.
    Optional<Need.Remote> tags(String action, S3Resource on) {
        return KNOW_TAGS.contains(action)
                ? Optional.of(new Need.Remote(TAG, () -> tags(on)))
                : Optional.empty();
    }

    private Context tags(S3Resource on) {
        Context.Builder context = Context.builder();
        stored(on)
                .map(StoredObject::tags)
                .ifPresent(tags -> tags.forEach((name, value) -> context.put(TAG + name, value)));
        return context.build();
    }

    /// The object, if there is one to be read.
    Optional<StoredObject> stored(S3Resource on) {
        return on.version()
                .map(id -> s3.object(on.bucket(), on.key(), id))
                .orElseGet(() -> s3.object(on.bucket(), on.key()));
    }
}
