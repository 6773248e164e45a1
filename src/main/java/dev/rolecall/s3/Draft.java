package dev.rolecall.s3;

import java.util.Map;

/// An object that is ready but for its place: version id and time are given when it is put there.
record Draft(Content content, Description description, Map<String, String> tags) {

    /// @param writer the account that owns it where ACLs are on
    StoredObject in(Bucket bucket, String key, String writer, Store store) {
        return new StoredObject(
                key,
                Lookup.newVersionId(bucket, store),
                store.now(),
                writer,
                content,
                description,
                tags);
    }
}
