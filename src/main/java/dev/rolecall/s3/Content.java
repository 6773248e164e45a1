package dev.rolecall.s3;

import java.util.List;
import java.util.Optional;

/// The bytes of an object, as what is known of them; they lie in a file.
///
/// @param id names the file: the SHA-256 of the bytes in hexadecimal; empty for bytes that another
///   keeps
/// @param size in bytes
/// @param etag without quotes: the MD5 of the bytes, or for a multipart upload of its parts' MD5s,
///   with `-` and their number
/// @param parts of a multipart upload, in order; empty for any other
public record Content(
        String id, long size, String etag, Optional<Checksum> checksum, List<Part> parts) {

    public Content {
        parts = List.copyOf(parts);
    }

    /// Where a part of a multipart object lies in it.
    ///
    /// @param number from 1 to 10,000
    /// @param size in bytes
    /// @param checksum of the part alone
    public record Part(int number, long size, Optional<Checksum> checksum) {}
}
