package dev.rolecall.s3;

import dev.rolecall.fault.S3ObjectErrors;
import java.util.Optional;

/// A stretch of an object ("Range", RFC 9110 §14).
///
/// @param first the first byte's place, from 0
/// @param length in bytes
record ByteRange(long first, long length) {

    /// Reads a `Range` header. What is no single byte range is passed over, as S3 and the RFC do.
    static Optional<ByteRange> of(String header, long size) {
        if (!header.startsWith("bytes=")) {
            return Optional.empty();
        }
        String[] ends = header.substring("bytes=".length()).trim().split("-", -1);
        if (ends.length != 2 || !number(ends[0]) || !number(ends[1])) {
            return Optional.empty();
        }
        if (ends[0].isEmpty()) {
            return ends[1].isEmpty() ? Optional.empty() : Optional.of(last(ends[1], header, size));
        }
        long first = parse(ends[0]);
        long last = ends[1].isEmpty() ? Long.MAX_VALUE : parse(ends[1]);
        if (last < first) {
            return Optional.empty();
        }
        if (first >= size) {
            throw S3ObjectErrors.invalidRange(header, size);
        }
        return Optional.of(new ByteRange(first, Math.min(last, size - 1) - first + 1));
    }

    private static ByteRange last(String count, String header, long size) {
        long length = Math.min(parse(count), size);
        if (length == 0) {
            throw S3ObjectErrors.invalidRange(header, size);
        }
        return new ByteRange(size - length, length);
    }

    private static boolean number(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// A number too large for a long is as good as the largest.
    private static long parse(String digits) {
        return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    /// The value of `Content-Range`.
    String contentRange(long size) {
        return "bytes " + first + "-" + (first + length - 1) + "/" + size;
    }
}
