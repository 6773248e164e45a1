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
        List<ObjectIdentifier> keys = keys(request);
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

    /// The keys that a request names, if it is well-formed.
    static List<ObjectIdentifier> keys(DeleteObjectsRequest request) {
        List<ObjectIdentifier> keys =
                request.delete() == null ? List.of() : request.delete().objects();
        boolean named = keys.stream().allMatch(key -> key.key() != null);
        if (keys.isEmpty() || keys.size() > MOST_KEYS || !named) {
            throw S3Errors.malformedXml();
        }
        return keys;
    }

    static Optional<String> version(ObjectIdentifier identifier) {
        return Optional.ofNullable(identifier.versionId()).filter(id -> !id.isEmpty());
    }

    /// Asks for what one key needs. Throws the error that is told of it.
    static void check(KeyGate gate, Caller caller, String bucket, ObjectIdentifier identifier) {
        String key = identifier.key();
        Optional<String> versionId = version(identifier);
        String action = versionId.isEmpty() ? "s3:DeleteObject" : "s3:DeleteObjectVersion";
        require(gate.refused(caller, action, bucket, key, versionId));
        Optional<String> tag = Optional.ofNullable(identifier.eTag()).filter(t -> !t.equals("*"));
        if (tag.isPresent()) {
            // To compare an entity tag takes the right to read ("Conditional deletes").
            require(gate.refused(caller, "s3:GetObject", bucket, key, Optional.empty()));
        }
        if (identifier.lastModifiedTime() != null || identifier.size() != null) {
            throw S3Errors.notImplemented("LastModifiedTime");
        }
    }

    private DeletedObject deleteOne(
            Caller caller, DeleteObjectsRequest request, ObjectIdentifier identifier) {
        check(gate, caller, request.bucket(), identifier);
        String key = identifier.key();
        Optional<String> versionId = version(identifier);
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

    private static void require(Optional<AwsError> refused) {
        if (refused.isPresent()) {
            throw refused.get();
        }
    }

    static S3Error shown(ObjectIdentifier identifier, AwsError error) {
        return S3Error.builder()
                .key(identifier.key())
                .versionId(identifier.versionId())
                .code(error.code())
                .message(error.message())
                .build();
    }
}
