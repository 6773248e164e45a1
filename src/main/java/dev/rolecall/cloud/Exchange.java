package dev.rolecall.cloud;

import java.util.Map;

/// A request that a snippet made and the answer it got, kept so that the snippet can run again
/// without the cloud.
///
/// @param snippet the snippet that ran when the request came
/// @param fingerprint what makes the request the same when it is made again
/// @param body the answer's body, Base64; empty with `whole` false if it was too large to keep
public record Exchange(
        String snippet,
        String fingerprint,
        int status,
        Map<String, String> headers,
        String body,
        boolean whole) {
    public Exchange {
        headers = Map.copyOf(headers);
    }
}
