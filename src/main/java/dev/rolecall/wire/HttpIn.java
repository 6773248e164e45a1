package dev.rolecall.wire;

import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A request as it came off the socket, nothing decoded.
///
/// @param rawPath the path as sent, percent-encoding kept, `/` at least
/// @param rawQuery the text after `?`, as sent; empty if there is none
/// @param headers lower-case names to their values, in the order sent
/// @param body the body; read once
/// @param remoteIp the caller's address, for `aws:SourceIp`
public record HttpIn(
        String method,
        String rawPath,
        String rawQuery,
        Map<String, List<String>> headers,
        InputStream body,
        String remoteIp) {

    /// The first value of a header, trimmed; names ignore case.
    public Optional<String> header(String name) {
        List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
        return values == null || values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.getFirst().trim());
    }

    public HttpIn withBody(InputStream other) {
        return new HttpIn(method, rawPath, rawQuery, headers, other, remoteIp);
    }
}
