package dev.rolecall.s3;

import dev.rolecall.fault.AwsError;
import dev.rolecall.iam.Caller;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.DeletedObject;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;

/// Deletes the container's objects. It knows no conditions on deletes, so those are looked at here
/// just before: two who delete on a condition at the same moment may both be told yes. It is no
/// error to delete a version that is not there.
public final class ForwardedDeletes {
    private final Sender sender;
    private final ForwardedObjects objects;
    private final KeyGate gate;

    ForwardedDeletes(Sender sender, ForwardedObjects objects, KeyGate gate) {
        this.sender = sender;
        this.objects = objects;
        this.gate = gate;
    }

    public DeleteObjectResponse deleteObject(Caller caller, DeleteObjectRequest request) {
        ObjectDeletes.checkForm(request);
        Optional.ofNullable(request.versionId()).ifPresent(Lookup::checkVersionId);
        Bucket bucket = sender.bucket(request);
        checkMatch(
                bucket,
                request.key(),
                Optional.ofNullable(request.versionId()),
                Optional.ofNullable(request.ifMatch()));
        DeleteObjectRequest plain =
                request.toBuilder().ifMatch(null).bypassGovernanceRetention(null).build();
        return Container.unless(
                        "NoSuchVersion",
                        () -> sender.send(bucket, plain, DeleteObjectResponse.class))
                .orElseGet(
                        () -> DeleteObjectResponse.builder().versionId(plain.versionId()).build());
    }

    private void checkMatch(
            Bucket bucket, String key, Optional<String> versionId, Optional<String> match) {
        if (match.isPresent()) {
            Optional<Version> version =
                    objects.find(bucket, key, versionId).map(Version.class::cast);
            Conditions.checkDelete(key, match, version);
        }
    }

    public DeleteObjectsResponse deleteObjects(Caller caller, DeleteObjectsRequest request) {
        List<ObjectIdentifier> keys = ObjectBatchDeletes.keys(request);
        Bucket bucket = sender.bucket(request);
        List<Fate> fates = keys.stream().map(key -> fate(caller, bucket, key)).toList();
        List<ObjectIdentifier> allowed =
                fates.stream().filter(f -> f.refusal().isEmpty()).map(Fate::plain).toList();
        Told told = new Told();
        if (!allowed.isEmpty()) {
            DeleteObjectsRequest rest =
                    request.toBuilder()
                            .delete(d -> d.objects(allowed).quiet(false))
                            .bypassGovernanceRetention(null)
                            .build();
            told.add(sender.send(bucket, rest, DeleteObjectsResponse.class));
        }
        return merged(fates, told, Boolean.TRUE.equals(request.delete().quiet()));
    }

    /// What is said of a key before any is deleted.
    private record Fate(ObjectIdentifier key, Optional<S3Error> refusal) {

        /// The key without its condition.
        ObjectIdentifier plain() {
            return key.toBuilder().eTag(null).build();
        }
    }

    private Fate fate(Caller caller, Bucket bucket, ObjectIdentifier key) {
        try {
            ObjectBatchDeletes.check(gate, caller, bucket.name(), key);
            checkMatch(
                    bucket,
                    key.key(),
                    ObjectBatchDeletes.version(key),
                    Optional.ofNullable(key.eTag()));
            return new Fate(key, Optional.empty());
        } catch (AwsError e) {
            return new Fate(key, Optional.of(ObjectBatchDeletes.shown(key, e)));
        }
    }

    private static DeleteObjectsResponse merged(List<Fate> fates, Told told, boolean quiet) {
        List<DeletedObject> deleted = new ArrayList<>();
        List<S3Error> errors = new ArrayList<>();
        for (Fate fate : fates) {
            if (fate.refusal().isPresent()) {
                errors.add(fate.refusal().get());
                continue;
            }
            switch (told.next(fate.key())) {
                case DeletedObject done -> deleted.add(done);
                case S3Error error -> errors.add(error);
                default -> {}
            }
        }
        return DeleteObjectsResponse.builder()
                .deleted(quiet ? List.of() : deleted)
                .errors(errors)
                .build();
    }

    /// What the container said of each key. The same key may be named twice.
    private static final class Told {
        private final Map<List<String>, Deque<Object>> byKey = new HashMap<>();

        void add(DeleteObjectsResponse response) {
            response.deleted().forEach(done -> add(done.key(), done.versionId(), done));
            response.errors().forEach(error -> add(error.key(), error.versionId(), error));
        }

        private void add(String key, @Nullable String version, Object said) {
            byKey.computeIfAbsent(id(key, Optional.ofNullable(version)), _ -> new ArrayDeque<>())
                    .add(said);
        }

        /// What was said, or the key itself if nothing was.
        Object next(ObjectIdentifier key) {
            Deque<Object> said = byKey.get(id(key.key(), ObjectBatchDeletes.version(key)));
            Object first = said == null ? null : said.poll();
            return first == null ? key : first;
        }

        private static List<String> id(String key, Optional<String> version) {
            return List.of(key, version.orElse(""));
        }
    }
}
