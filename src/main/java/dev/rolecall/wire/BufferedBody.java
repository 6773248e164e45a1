package dev.rolecall.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/// A body held in memory, for the query protocol only: its hash is part of what is signed, and its
/// form says which operation is meant.
final class BufferedBody extends ByteArrayInputStream {
    private final byte[] bytes;

    private BufferedBody(byte[] bytes) {
        super(bytes);
        this.bytes = bytes;
    }

    /// Reads the body, or answers empty if it is longer than `limit` bytes.
    static Optional<BufferedBody> read(InputStream in, int limit) {
        try {
            byte[] bytes = in.readNBytes(limit + 1);
            return bytes.length > limit ? Optional.empty() : Optional.of(new BufferedBody(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        return bytes;
    }
}
