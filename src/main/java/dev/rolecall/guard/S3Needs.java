package dev.rolecall.guard;

import dev.rolecall.policy.Context;
import dev.rolecall.s3.Bucket;
import dev.rolecall.s3.CopySource;
import dev.rolecall.s3.S3;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// S3: the table of [S3Actions], and the operations that need more than one permission.
final class S3Needs implements Needs {
    private static final Set<String> READS =
            Set.of("GetObject", "HeadObject", "GetObjectAttributes");
    private static final Set<String> INITIATORS = Set.of("AbortMultipartUpload", "ListParts");
    private static final Set<String> WRITES =
            Set.of("PutObject", "CopyObject", "CreateMultipartUpload");

    private final S3 s3;
    private final S3Keys keys;

    S3Needs(S3 s3) {
        this.s3 = s3;
        this.keys = new S3Keys(s3);
    }

    @Override
    public List<Need> of(Asking asking) {
        String operation = asking.operation();
        if (operation.equals("ListBuckets")) {
            Need.Target all = Need.Target.of("*", asking.caller().account()).printedAs("");
            return List.of(new Need("s3:ListAllMyBuckets", all, keys.of(asking)));
        }
        String name = named(asking, "Bucket");
        if (!operation.equals("CreateBucket")) {
            // A bucket that is not there is no secret: NoSuchBucket comes before any policy.
            s3.existing(name);
        }
        if (operation.equals("DeleteObjects")) {
            return List.of();
        }
        if (S3Actions.OBJECT.containsKey(operation)) {
            return onObject(asking, name);
        }
        String action = S3Actions.BUCKET.getOrDefault(operation, "s3:" + operation);
        return List.of(new Need(action, bucket(name), keys.of(asking)));
    }

    private List<Need> onObject(Asking asking, String bucket) {
        String operation = asking.operation();
        String key = named(asking, "Key");
        Optional<String> version = asking.input().text("VersionId");
        Need.Target object = object(bucket, key);
        Context context = keys.of(asking);
        List<Need> needs = new ArrayList<>();
        asking.input().text("CopySource").ifPresent(source -> needs.add(source(source)));
        if (READS.contains(operation) && !exists(bucket, key, version)) {
            // Whether a key exists is itself a secret: a caller who may not list is told 403.
            needs.add(new Need("s3:ListBucket", bucket(bucket), context));
        }
        String action =
                byInitiator(asking, bucket, key)
                        ? "s3:PutObject"
                        : S3Actions.OBJECT.getOrDefault(operation, "s3:" + operation);
        needs.add(new Need(versioned(action, version), object, context));
        if (operation.equals("DeleteObject") && asking.input().has("IfMatch")) {
            needs.add(new Need("s3:GetObject", object, context));
        }
        if (operation.equals("GetObjectAttributes")) {
            needs.add(new Need(versioned("s3:GetObjectAttributes", version), object, context));
        }
        if (WRITES.contains(operation) && asking.input().has("Tagging")) {
            needs.add(new Need("s3:PutObjectTagging", object, context));
        }
        if (WRITES.contains(operation) && asking.input().has("ACL")) {
            needs.add(new Need("s3:PutObjectAcl", object, context));
        }
        return needs;
    }

    /// Whoever began a multipart upload may list and abort it with the right to write alone.
    private boolean byInitiator(Asking asking, String bucket, String key) {
        return INITIATORS.contains(asking.operation())
                && s3.upload(bucket, key, asking.input().text("UploadId").orElse(""))
                        .filter(u -> u.initiator().equals(asking.caller().principal().arn()))
                        .isPresent();
    }

    private boolean exists(String bucket, String key, Optional<String> version) {
        return version.map(id -> s3.object(bucket, key, id))
                .orElseGet(() -> s3.object(bucket, key))
                .isPresent();
    }

    /// The SDK calls the target of a copy `DestinationBucket` and `DestinationKey`.
    static String named(Asking asking, String member) {
        return asking.input()
                .text(member)
                .or(() -> asking.input().text("Destination" + member))
                .orElse("");
    }

    private static String versioned(String action, Optional<String> version) {
        return version.isPresent() ? S3Actions.VERSIONED.getOrDefault(action, action) : action;
    }

    /// What a copy reads.
    private Need source(String header) {
        CopySource source = CopySource.parse(header);
        return new Need(
                versioned("s3:GetObject", source.versionId()),
                object(source.bucket(), source.key()),
                keys.ofObject(source.bucket(), source.key(), source.versionId()));
    }

    /// One key of DeleteObjects.
    Need ofKey(String action, String bucket, String key, Optional<String> version) {
        return new Need(action, object(bucket, key), keys.ofObject(bucket, key, version));
    }

    private Need.Target bucket(String name) {
        return target(name, "arn:aws:s3:::" + name);
    }

    private Need.Target object(String bucket, String key) {
        return target(bucket, "arn:aws:s3:::" + bucket + "/" + key);
    }

    private Need.Target target(String bucket, String arn) {
        String owner = s3.bucket(bucket).map(Bucket::account).orElse("");
        return new Need.Target(arn, owner, s3.policyFor(bucket), "\"" + arn + "\"");
    }
}
