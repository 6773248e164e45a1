package dev.rolecall.guard;

import dev.rolecall.fault.ProtocolErrors;
import dev.rolecall.s3.S3;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// S3: the table of [S3Actions], and what operations on buckets and keys need besides.
final class S3Needs implements Needs {
    private static final Set<String> GRANTS =
            Set.of("GrantFullControl", "GrantRead", "GrantReadACP", "GrantWrite", "GrantWriteACP");

    private final S3 s3;
    private final S3Resources resources;
    private final S3Keys keys;
    private final S3ObjectNeeds objects;

    S3Needs(S3 s3, LabClock clock) {
        this.s3 = s3;
        this.resources = new S3Resources(s3);
        this.keys = new S3Keys(resources, clock);
        this.objects = new S3ObjectNeeds(s3, resources, this);
    }

    @Override
    public List<Need> of(Asking asking) {
        return switch (asking.operation()) {
            case "ListBuckets" -> listBuckets(asking);
            case "CreateBucket" -> createBucket(asking);
            default -> inBucket(asking, named(asking, "Bucket"));
        };
    }

    private List<Need> listBuckets(Asking asking) {
        Need.Target all = Need.Target.of("*", asking.caller().account()).printedAs("");
        S3Resource none = S3Resource.bucket("");
        return List.of(new Need("s3:ListAllMyBuckets", all, keys.of(asking, none)));
    }

    /// A bucket that is not there has no policy and belongs to who makes it. One that is there and
    /// somebody else's is no secret: names are shared by all.
    private List<Need> createBucket(Asking asking) {
        List<String> actions = new ArrayList<>(List.of("s3:CreateBucket"));
        Members input = asking.input();
        if (givesAccess(asking)) {
            actions.add("s3:PutBucketAcl");
        }
        if (input.has("ObjectOwnership")) {
            actions.add("s3:PutBucketOwnershipControls");
        }
        if (input.text("ObjectLockEnabledForBucket").filter("true"::equals).isPresent()) {
            actions.add("s3:PutBucketObjectLockConfiguration");
            actions.add("s3:PutBucketVersioning");
        }
        boolean tags =
                input.structure("CreateBucketConfiguration")
                        .filter(configuration -> !configuration.tags("Tags").isEmpty())
                        .isPresent();
        if (tags) {
            actions.add("s3:TagResource");
        }
        S3Resource bucket = S3Resource.bucket(named(asking, "Bucket"));
        Need.Target target =
                Need.Target.of(bucket.arn(), asking.caller().account())
                        .printedAs("\"" + bucket.arn() + "\"");
        return actions.stream()
                .map(action -> new Need(action, target, keys.of(asking, bucket)))
                .toList();
    }

    private List<Need> inBucket(Asking asking, String name) {
        // A bucket that is not there is no secret: NoSuchBucket comes before any policy.
        s3.existing(name);
        String operation = asking.operation();
        if (operation.equals("DeleteObjects")) {
            return List.of();
        }
        String onObject = S3Actions.OBJECT.get(operation);
        if (onObject != null) {
            Optional<String> version = asking.input().text("VersionId").filter(id -> !id.isEmpty());
            S3Resource object = new S3Resource(name, named(asking, "Key"), version);
            return objects.of(asking, onObject, object);
        }
        String action = S3Actions.BUCKET.get(operation);
        if (action == null) {
            throw ProtocolErrors.operationNotImplemented(operation);
        }
        return List.of(need(asking, action, S3Resource.bucket(name)));
    }

    Need need(Asking asking, String action, S3Resource on) {
        return new Need(
                        action,
                        resources.target(on, asking.caller().account()),
                        keys.of(asking, on))
                .with(resources.tags(action, on));
    }

    /// A permission on what a copy reads. For CopyObject the tags of the source do not count, as
    /// observed.
    Need ofSource(Asking asking, String action, S3Resource source) {
        boolean tagsCount = !asking.operation().equals("CopyObject");
        return new Need(
                        action,
                        resources.target(source, asking.caller().account()),
                        keys.ofSource(asking, source))
                .with(tagsCount ? resources.tags(action, source) : Optional.empty());
    }

    /// One key of DeleteObjects.
    List<Need> ofKey(Asking asking, String action, S3Resource object) {
        List<Need> needs = new ArrayList<>();
        needs.add(need(asking, action, object));
        objects.bypass(asking, object).ifPresent(needs::add);
        return needs;
    }

    /// Whether a request sets an ACL other than the one that everything has unasked.
    static boolean givesAccess(Asking asking) {
        boolean canned =
                asking.input().text("ACL").filter(acl -> !acl.equals("private")).isPresent();
        return canned || GRANTS.stream().anyMatch(asking.input()::has);
    }

    /// The SDK calls the target of a copy `DestinationBucket` and `DestinationKey`.
    private static String named(Asking asking, String member) {
        return asking.input()
                .text(member)
                .or(() -> asking.input().text("Destination" + member))
                .orElse("");
    }
}
