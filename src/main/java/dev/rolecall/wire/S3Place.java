package dev.rolecall.wire;

import java.util.Locale;
import java.util.Optional;

/// Bucket and key of a request, path-style or virtual-hosted-style ("Virtual hosting of general
/// purpose buckets").
///
/// @param bucket decoded
/// @param key decoded; empty for a request to the bucket itself
record S3Place(Optional<String> bucket, Optional<String> key) {
    private static final String[] ENDS = {".localhost", ".127.0.0.1", ".[::1]"};

    /// The place, or empty if the path is not UTF-8 after decoding.
    static Optional<S3Place> of(HttpIn in) {
        String path = in.rawPath().substring(1);
        Optional<String> hosted = hostedBucket(in.header("host").orElse(""));
        if (hosted.isPresent()) {
            return place(hosted, path);
        }
        if (path.isEmpty()) {
            return Optional.of(new S3Place(Optional.empty(), Optional.empty()));
        }
        int slash = path.indexOf('/');
        String bucket = slash < 0 ? path : path.substring(0, slash);
        String key = slash < 0 ? "" : path.substring(slash + 1);
        return Percent.utf8(Percent.decode(bucket, false))
                .flatMap(name -> place(Optional.of(name), key));
    }

    private static Optional<S3Place> place(Optional<String> bucket, String rawKey) {
        return Percent.utf8(Percent.decode(rawKey, false))
                .map(key ->
                        new S3Place(bucket, key.isEmpty() ? Optional.empty() : Optional.of(key)));
    }

    /// `name.localhost`, `name.s3.localhost`, `name.127.0.0.1`, with or without a port.
    private static Optional<String> hostedBucket(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        int port = name.lastIndexOf(':');
        if (port > name.lastIndexOf(']')) {
            name = name.substring(0, port);
        }
        for (String end : ENDS) {
            if (name.endsWith(end)) {
                String bucket = name.substring(0, name.length() - end.length());
                if (bucket.endsWith(".s3")) {
                    bucket = bucket.substring(0, bucket.length() - ".s3".length());
                }
                return bucket.isEmpty() || bucket.equals("s3")
                        ? Optional.empty()
                        : Optional.of(bucket);
            }
        }
        return Optional.empty();
    }
}
