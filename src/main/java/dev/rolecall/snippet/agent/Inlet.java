package dev.rolecall.snippet.agent;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A stream that reads what another thread puts in.
public final class Inlet extends InputStream {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<byte[]> chunks = new ArrayDeque<>();
    private int position;
    private boolean ended;

    /// Adds bytes, which must not change afterwards.
    public void put(byte[] bytes) {
        lock.lock();
        try {
            if (bytes.length > 0) {
                chunks.add(bytes);
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Lets the reader come to the end once it has read what is there.
    public void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        lock.lock();
        try {
            while (chunks.isEmpty()) {
                if (ended) {
                    return -1;
                }
                changed.awaitUninterruptibly();
            }
            return take(bytes, from, length);
        } finally {
            lock.unlock();
        }
    }

    private int take(byte[] bytes, int from, int length) {
        byte[] first = chunks.element();
        int count = Math.min(length, first.length - position);
        System.arraycopy(first, position, bytes, from, count);
        position += count;
        if (position == first.length) {
            chunks.remove();
            position = 0;
        }
        return count;
    }
}
