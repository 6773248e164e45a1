package dev.rolecall.wire;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/// An answer on its way to the socket.
///
/// @param headers names as they are sent, to their one value
/// @param length the body's length in bytes; 0 for no body
/// @param body the body's bytes; closed by the endpoint
public record HttpOut(int status, Map<String, String> headers, long length, InputStream body) {

    public static HttpOut of(int status, Map<String, String> headers, byte[] body) {
        return new HttpOut(status, headers, body.length, new ByteArrayInputStream(body));
    }

    /// The same answer with one more header.
    public HttpOut with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new HttpOut(status, more, length, body);
    }
}
