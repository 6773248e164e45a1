package dev.rolecall.s3;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// A version of a key that has bytes.
///
/// @param tags object tags, for `s3:ExistingObjectTag`
public record StoredObject(
        String key,
        String versionId,
        Instant modified,
        String writer,
        Content content,
        Description description,
        Map<String, String> tags)
        implements Version {

    public StoredObject {
        tags = Tags.copyOf(tags);
    }

    @Override
    public Optional<StoredObject> asObject() {
        return Optional.of(this);
    }

    /// The ETag as headers have it, in quotes.
    public String quotedETag() {
        return "\"" + content.etag() + "\"";
    }

    StoredObject withTags(Map<String, String> value) {
        return new StoredObject(key, versionId, modified, writer, content, description, value);
    }
}
