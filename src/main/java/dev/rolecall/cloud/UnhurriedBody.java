package dev.rolecall.cloud;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.locks.Lock;

/// A request's body that gives the lock back while it waits for the client: an upload may take its
/// time, and a snapshot need not wait for it.
final class UnhurriedBody extends FilterInputStream {
    private final Lock lock;

    /// @param lock held by whoever reads
    UnhurriedBody(InputStream in, Lock lock) {
        super(in);
        this.lock = lock;
    }

    @Override
    public int read() throws IOException {
        lock.unlock();
        try {
            return in.read();
        } finally {
            lock.lock();
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        lock.unlock();
        try {
            return in.read(bytes, offset, length);
        } finally {
            lock.lock();
        }
    }

    @Override
    public long skip(long n) throws IOException {
        lock.unlock();
        try {
            return in.skip(n);
        } finally {
            lock.lock();
        }
    }
}
