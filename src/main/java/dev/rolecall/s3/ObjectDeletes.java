package dev.rolecall.s3;

import dev.rolecall.fault.S3Errors;
import dev.rolecall.iam.Caller;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;

/// Deletes objects one by one ("Deleting Amazon S3 objects").
public final class ObjectDeletes {
    private final Store store;

    ObjectDeletes(Store store) {
        this.store = store;
    }

    public DeleteObjectResponse deleteObject(Caller caller, DeleteObjectRequest request) {
        checkForm(request);
        Optional<String> versionId = Optional.ofNullable(request.versionId());
        versionId.ifPresent(Lookup::checkVersionId);
        Optional<String> match = Optional.ofNullable(request.ifMatch());
        Deleted deleted =
                store.change(old ->
                        delete(
                                old,
                                Store.bucket(old, request),
                                caller,
                                new Victim(request.key(), versionId, match)));
        DeleteObjectResponse.Builder response = DeleteObjectResponse.builder();
        deleted.versionId().ifPresent(response::versionId);
        if (deleted.marker()) {
            response.deleteMarker(true);
        }
        return response.build();
    }

    static void checkForm(DeleteObjectRequest request) {
        if (request.ifMatchLastModifiedTime() != null || request.ifMatchSize() != null) {
            // Directory buckets alone have these.
            throw S3Errors.notImplemented(
                    request.ifMatchSize() == null
                            ? "x-amz-if-match-last-modified-time"
                            : "x-amz-if-match-size");
        }
    }

    /// @param match the tag that the object must have
    record Victim(String key, Optional<String> versionId, Optional<String> match) {}

    /// What a delete did.
    ///
    /// @param marker whether a delete marker was made or removed
    /// @param versionId of the version removed, or of the marker made
    record Deleted(boolean marker, Optional<String> versionId) {}

    Store.Change<Deleted> delete(S3State old, Bucket bucket, Caller caller, Victim victim) {
        Versions versions = bucket.versions(victim.key());
        Optional<Version> version =
                victim.versionId().isPresent()
                        ? versions.find(victim.versionId().get())
                        : versions.current();
        Conditions.checkDelete(victim.key(), victim.match(), version);
        if (victim.versionId().isPresent()) {
            String id = victim.versionId().get();
            boolean marker = version.isPresent() && version.get().asObject().isEmpty();
            return new Store.Change<>(
                    old.with(bucket.with(victim.key(), versions.without(id))),
                    new Deleted(marker, Optional.of(id)));
        }
        if (bucket.settings().versioning() == Versioning.NEVER) {
            return new Store.Change<>(
                    old.with(bucket.with(victim.key(), Versions.NONE)),
                    new Deleted(false, Optional.empty()));
        }
        Version marker =
                new Version.DeleteMarker(
                        victim.key(),
                        Lookup.newVersionId(bucket, store),
                        store.now(),
                        caller.account());
        return new Store.Change<>(
                old.with(bucket.with(victim.key(), versions.with(marker))),
                new Deleted(true, Optional.of(marker.versionId())));
    }
}
