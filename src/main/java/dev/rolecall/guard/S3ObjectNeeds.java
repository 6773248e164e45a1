package dev.rolecall.guard;

import dev.rolecall.s3.CopySource;
import dev.rolecall.s3.S3;
import dev.rolecall.s3.StoredObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What operations on S3 objects need.
final class S3ObjectNeeds {
    private static final Set<String> READS =
            Set.of("GetObject", "HeadObject", "GetObjectAttributes");
    private static final Set<String> WRITES =
            Set.of("PutObject", "CopyObject", "CreateMultipartUpload");
    private static final Set<String> INITIATORS = Set.of("AbortMultipartUpload", "ListParts");
    private static final Set<String> OF_UPLOAD =
            Set.of(
                    "UploadPart",
                    "UploadPartCopy",
                    "CompleteMultipartUpload",
                    "AbortMultipartUpload",
                    "ListParts");

    /// What a write asks for with a header, to the permission that this takes.
    private static final Map<String, String> BESIDE_WRITING =
            Map.of(
                    "Tagging", "s3:PutObjectTagging",
                    "ObjectLockMode", "s3:PutObjectRetention",
                    "ObjectLockRetainUntilDate", "s3:PutObjectRetention",
                    "ObjectLockLegalHoldStatus", "s3:PutObjectLegalHold");

    private static final String BYPASS = "s3:BypassGovernanceRetention";

    private final S3 s3;
    private final S3Resources resources;
    private final S3Needs all;

    S3ObjectNeeds(S3 s3, S3Resources resources, S3Needs all) {
        this.s3 = s3;
        this.resources = resources;
        this.all = all;
    }

    /// @param plain the operation's permission where no version is named
    List<Need> of(Asking asking, String plain, S3Resource object) {
        String operation = asking.operation();
        if (OF_UPLOAD.contains(operation)) {
            // Whoever does not know the id learns nothing from the answer.
            s3.existingUpload(object.bucket(), object.key(), text(asking, "UploadId"));
        }
        List<Need> needs = new ArrayList<>(copied(asking, object));
        if (READS.contains(operation)) {
            needs.addAll(reading(asking, plain, object));
        } else {
            needs.add(main(asking, plain, object));
        }
        if (operation.equals("DeleteObject")) {
            needs.addAll(besideDeleting(asking, object));
        }
        if (WRITES.contains(operation)) {
            needs.addAll(besideWriting(asking, object));
        }
        return needs;
    }

    private List<Need> reading(Asking asking, String plain, S3Resource object) {
        Need.Secret missing = secret(asking, object);
        List<Need> needs = new ArrayList<>();
        needs.add(all.need(asking, object.action(plain), object).hiding(missing));
        if (asking.operation().equals("GetObjectAttributes")) {
            String action = object.action("s3:GetObjectAttributes");
            needs.add(all.need(asking, action, object).hiding(missing));
        }
        return needs;
    }

    /// Whoever began a multipart upload may list and abort it with the right to write alone.
    private Need main(Asking asking, String plain, S3Resource object) {
        Need main = all.need(asking, object.action(plain), object);
        boolean initiator =
                INITIATORS.contains(asking.operation())
                        && s3.upload(object.bucket(), object.key(), text(asking, "UploadId"))
                                .filter(u ->
                                        u.initiator().equals(asking.caller().principal().arn()))
                                .isPresent();
        return initiator ? main.or(all.need(asking, "s3:PutObject", object)) : main;
    }

    /// Whether a key exists is itself a secret: a caller who may not list is told 403.
    private Need.Secret secret(Asking asking, S3Resource object) {
        return new Need.Secret(
                all.need(asking, "s3:ListBucket", object.itsBucket()),
                () -> resources.stored(object).isEmpty());
    }

    /// What a copy needs on its source, and the tags that it takes along on its target.
    private List<Need> copied(Asking asking, S3Resource target) {
        Optional<String> header = asking.input().text("CopySource");
        if (header.isEmpty()) {
            return List.of();
        }
        CopySource parsed = CopySource.parse(header.get());
        S3Resource source = new S3Resource(parsed.bucket(), parsed.key(), parsed.versionId());
        Optional<StoredObject> stored = resources.stored(source);
        List<Need> needs = new ArrayList<>();
        if (stored.isEmpty()) {
            // The pages speak of reads only; to tell a missing source from a hidden one would be a
            // way round them.
            needs.add(all.ofSource(asking, "s3:ListBucket", source.itsBucket()));
        }
        needs.add(all.ofSource(asking, source.action("s3:GetObject"), source));
        boolean tagsComeAlong =
                asking.operation().equals("CopyObject")
                        && !text(asking, "TaggingDirective").equals("REPLACE")
                        && stored.filter(object -> !object.tags().isEmpty()).isPresent();
        if (tagsComeAlong) {
            needs.add(all.ofSource(asking, source.action("s3:GetObjectTagging"), source));
            needs.add(all.need(asking, "s3:PutObjectTagging", target));
        }
        return needs;
    }

    private List<Need> besideWriting(Asking asking, S3Resource object) {
        List<Need> needs = new ArrayList<>();
        BESIDE_WRITING.entrySet().stream()
                .filter(entry -> asking.input().has(entry.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .sorted()
                .forEach(action -> needs.add(all.need(asking, action, object)));
        if (asking.input().has("ACL") || S3Needs.givesAccess(asking)) {
            // Observed across accounts: the bucket's owner need not grant it.
            needs.add(
                    all.need(asking, "s3:PutObjectAcl", object).onlyOf(asking.caller().account()));
        }
        return needs;
    }

    /// "Add preconditions to S3 operations": to compare an entity tag takes the right to read;
    /// whether there is an object at all (`*`) does not.
    private List<Need> besideDeleting(Asking asking, S3Resource object) {
        List<Need> needs = new ArrayList<>();
        boolean compares =
                asking.input().text("IfMatch").filter(tag -> !tag.equals("*")).isPresent();
        if (compares) {
            needs.add(
                    all.need(
                            asking,
                            "s3:GetObject",
                            S3Resource.object(object.bucket(), object.key())));
        }
        bypass(asking, object).ifPresent(needs::add);
        return needs;
    }

    /// The permission that the header `x-amz-bypass-governance-retention` takes where a version is
    /// to be deleted, be it there or not.
    Optional<Need> bypass(Asking asking, S3Resource object) {
        boolean asked = text(asking, "BypassGovernanceRetention").equals("true");
        return asked && object.version().isPresent()
                ? Optional.of(all.need(asking, BYPASS, object))
                : Optional.empty();
    }

    private static String text(Asking asking, String member) {
        return asking.input().text(member).orElse("");
    }
}
