package dev.rolecall.wire;

import java.io.InputStream;

/// A response with a body that is streamed, such as GetObject's.
///
/// @param response the SDK's response, whose content length says how long the body is
/// @param body the bytes; closed by the endpoint
public record Streamed<R>(R response, InputStream body) {}
