package dev.rolecall.s3;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What a writer says of an object, and a reader gets back.
///
/// @param headers by the SDK's member names: `ContentType`, `CacheControl`, …
/// @param metadata user metadata, names without `x-amz-meta-`
/// @param storageClass such as `STANDARD`
public record Description(
        Map<String, String> headers,
        Optional<Instant> expires,
        Map<String, String> metadata,
        String storageClass) {

    public Description {
        headers = Map.copyOf(headers);
        metadata = Map.copyOf(metadata);
    }
}
