package dev.rolecall.s3;

import dev.rolecall.fault.S3Errors;
import dev.rolecall.fault.S3ObjectErrors;
import java.util.Optional;

/// Finds the object that a request reads, or the error that it is not there.
final class Lookup {
    private static final int ID_LENGTH = 32;

    private Lookup() {}

    /// @param method the request's HTTP method, which the answer to a delete marker repeats
    static StoredObject object(
            Bucket bucket, String key, Optional<String> versionId, String method) {
        if (versionId.isEmpty()) {
            return bucket.object(key).orElseThrow(() -> S3ObjectErrors.noSuchKey(key));
        }
        return version(bucket, key, versionId.get())
                .asObject()
                .orElseThrow(() -> S3Errors.methodNotAllowed(method, "DeleteMarker"));
    }

    static Version version(Bucket bucket, String key, String versionId) {
        checkVersionId(versionId);
        return bucket.versions(key)
                .find(versionId)
                .orElseThrow(() -> S3ObjectErrors.noSuchVersion(key, versionId));
    }

    /// S3 tells a malformed id from an unknown one. Its own rule is not published: here an id is
    /// well-formed if this S3 or LocalStack could have made it.
    static void checkVersionId(String versionId) {
        if (!wellFormed(versionId)) {
            throw S3ObjectErrors.invalidVersionId(versionId);
        }
    }

    static boolean wellFormed(String versionId) {
        return versionId.equals(Version.NULL)
                || (versionId.length() == ID_LENGTH
                        && versionId.chars().allMatch(c -> c < 128 && idCharacter((char) c)));
    }

    private static boolean idCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-';
    }

    /// A new version's id, which depends on the bucket's versioning.
    static String newVersionId(Bucket bucket, Store store) {
        return bucket.settings().versioning() == Versioning.ENABLED
                ? store.newId(ID_LENGTH)
                : Version.NULL;
    }

    /// What answers say of a version's id: nothing where versioning was never on.
    static Optional<String> shownId(Bucket bucket, Version version) {
        return bucket.settings().versioning() == Versioning.NEVER
                ? Optional.empty()
                : Optional.of(version.versionId());
    }
}
