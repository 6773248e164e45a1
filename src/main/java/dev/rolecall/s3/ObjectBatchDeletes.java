package dev.rolecall.s3;

import dev.rolecall.fault.AwsError;
import dev.rolecall.fault.S3Errors;
import dev.rolecall.fault.S3ObjectErrors;
import dev.rolecall.iam.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.DeletedObject;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;

/// Deletes up to 1,000 objects at once ("DeleteObjects"). Each key is allowed or refused, and
/// succeeds or fails, on its own.
public final class ObjectBatchDeletes {
    private static final int MOST_KEYS = 1000;

    private final Store store;
    private final ObjectDeletes deletes;
    private final KeyGate gate;

    ObjectBatchDeletes(Store store, ObjectDeletes deletes, KeyGate gate) {
        this.store = store;
        this.deletes = deletes;
        this.gate = gate;
    }

    public DeleteObjectsResponse deleteObjects(Caller caller, DeleteObjectsRequest request) {
        List<ObjectIdentifier> keys =
                request.delete() == null ? List.of() : request.delete().objects();
        boolean named = keys.stream().allMatch(key -> key.key() != null);
        if (keys.isEmpty() || keys.size() > MOST_KEYS || !named) {
            throw S3Errors.malformedXml();
        }
        store.bucket(request);
        List<DeletedObject> done = new ArrayList<>();
        List<S3Error> errors = new ArrayList<>();
        for (ObjectIdentifier key : keys) {
            try {
                done.add(deleteOne(caller, request, key));
            } catch (AwsError e) {
                errors.add(shown(key, e));
            }
        }
        boolean quiet = Boolean.TRUE.equals(request.delete().quiet());
        return DeleteObjectsResponse.builder()
                .deleted(quiet ? List.of() : done)
                .errors(errors)
                .build();
    }

    private DeletedObject deleteOne(
            Caller caller, DeleteObjectsRequest request, ObjectIdentifier identifier) {
        String key = identifier.key();
        Optional<String> versionId =
                Optional.ofNullable(identifier.versionId()).filter(id -> !id.isEmpty());
        String action = versionId.isEmpty() ? "s3:DeleteObject" : "s3:DeleteObjectVersion";
        check(caller, action, request, key, versionId);
        Optional<String> tag = Optional.ofNullable(identifier.eTag()).filter(t -> !t.equals("*"));
        if (tag.isPresent()) {
            // To compare an entity tag takes the right to read ("Conditional deletes").
            check(caller, "s3:GetObject", request, key, Optional.empty());
        }
        if (identifier.lastModifiedTime() != null || identifier.size() != null) {
            throw S3Errors.notImplemented("LastModifiedTime");
        }
        if (versionId.isPresent() && !Lookup.wellFormed(versionId.get())) {
            throw S3ObjectErrors.noSuchVersion(key, versionId.get());
        }
        ObjectDeletes.Victim victim =
                new ObjectDeletes.Victim(key, versionId, Optional.ofNullable(identifier.eTag()));
        ObjectDeletes.Deleted deleted =
                store.change(
                        old -> deletes.delete(old, Store.bucket(old, request), caller, victim));
        DeletedObject.Builder shown = DeletedObject.builder().key(key);
        versionId.ifPresent(shown::versionId);
        if (deleted.marker()) {
            shown.deleteMarker(true);
            deleted.versionId().ifPresent(shown::deleteMarkerVersionId);
        }
        return shown.build();
    }

    private void check(
            Caller caller,
            String action,
            DeleteObjectsRequest request,
            String key,
            Optional<String> versionId) {
        Optional<AwsError> refused = gate.refused(caller, action, request.bucket(), key, versionId);
        if (refused.isPresent()) {
            throw refused.get();
        }
    }

    private static S3Error shown(ObjectIdentifier identifier, AwsError error) {
        return S3Error.builder()
                .key(identifier.key())
                .versionId(identifier.versionId())
                .code(error.code())
                .message(error.message())
                .build();
    }
}
