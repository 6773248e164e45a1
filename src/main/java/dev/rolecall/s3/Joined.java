package dev.rolecall.s3;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;

/// The bodies of parts as one stream; one file is open at a time.
final class Joined extends InputStream {
    private final Bodies bodies;
    private final Iterator<Upload.UploadedPart> parts;
    private InputStream current = InputStream.nullInputStream();

    Joined(Bodies bodies, List<Upload.UploadedPart> parts) {
        this.bodies = bodies;
        this.parts = parts.iterator();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = current.read(bytes, offset, length);
        while (n < 0 && parts.hasNext()) {
            current.close();
            Upload.UploadedPart part = parts.next();
            current = bodies.open(part.id(), 0, part.size());
            n = current.read(bytes, offset, length);
        }
        return n;
    }

    @Override
    public void close() throws IOException {
        current.close();
    }
}
