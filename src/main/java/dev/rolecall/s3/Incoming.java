package dev.rolecall.s3;

import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;

/// A body that came in whole and has no owner yet. Closed without having been kept, it is gone.
final class Incoming implements AutoCloseable {
    private final Bodies bodies;
    private final Path file;
    private final String id;
    private final long size;
    private final byte[] md5;
    private final byte[] sum;

    Incoming(Bodies bodies, Path file, String id, long size, byte[] md5, byte[] sum) {
        this.bodies = bodies;
        this.file = file;
        this.id = id;
        this.size = size;
        this.md5 = md5;
        this.sum = sum;
    }

    /// The SHA-256 of the bytes in hexadecimal, which names the file.
    String id() {
        return id;
    }

    long size() {
        return size;
    }

    /// The MD5 in hexadecimal.
    String etag() {
        return HexFormat.of().formatHex(md5);
    }

    /// The MD5 in Base64.
    String md5() {
        return Base64.getEncoder().encodeToString(md5);
    }

    /// The checksum that was asked for, in Base64.
    String sum() {
        return Base64.getEncoder().encodeToString(sum);
    }

    /// Puts the body among the kept ones. To be called in the change that names its id, so that no
    /// sweep comes between.
    void keep() {
        bodies.keep(file, id);
    }

    @Override
    public void close() {
        bodies.discard(file);
    }
}
