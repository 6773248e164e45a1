package dev.rolecall.wire;

import dev.rolecall.fault.BodyErrors;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A body as the client sends it. A client that goes away in the middle, or frames the body
/// wrongly, made a request that cannot be read: that is no failure of ours.
final class ClientBody extends FilterInputStream {

    ClientBody(InputStream in) {
        super(in);
    }

    @Override
    public int read() {
        try {
            return in.read();
        } catch (IOException e) {
            throw BodyErrors.incompleteBody();
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        try {
            return in.read(bytes, offset, length);
        } catch (IOException e) {
            throw BodyErrors.incompleteBody();
        }
    }

    @Override
    public long skip(long n) {
        try {
            return in.skip(n);
        } catch (IOException e) {
            throw BodyErrors.incompleteBody();
        }
    }
}
