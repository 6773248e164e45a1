package dev.rolecall.s3;

import java.time.Instant;
import java.util.Optional;

/// One version of a key: bytes, or the mark that the key was deleted.
public sealed interface Version permits StoredObject, Version.DeleteMarker {

    /// The version id of what was written while versioning was off or suspended.
    String NULL = "null";

    String key();

    /// 32 characters, or `null`.
    String versionId();

    /// Whole seconds: S3 keeps no more.
    Instant modified();

    /// The 12 digits of the account that owns it where ACLs are on; empty for an anonymous writer.
    String writer();

    /// This version, if it is an object.
    Optional<StoredObject> asObject();

    /// The mark that a delete without a version id leaves in a versioned bucket.
    record DeleteMarker(String key, String versionId, Instant modified, String writer)
            implements Version {
        @Override
        public Optional<StoredObject> asObject() {
            return Optional.empty();
        }
    }
}
