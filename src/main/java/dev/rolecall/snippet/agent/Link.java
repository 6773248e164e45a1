package dev.rolecall.snippet.agent;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// The connection between the shell and its child: frames both ways over one socket.
///
/// Frames are written by a thread of the link's own. A learner's thread never touches the socket:
/// it may be interrupted at any moment, and an interrupt closes a socket that a virtual thread
/// waits for.
public final class Link implements AutoCloseable {
    /// Who prints faster than the shell shows waits here, so that Ctrl-C is felt at once.
    private static final int MOST_WAITING_BYTES = 64 * 1024;

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Frame> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private boolean writing;
    private boolean closed;

    /// @throws IOException if the socket is not connected
    public Link(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), 32 * 1024));
        Thread.ofPlatform().daemon().name("rolecall link out").start(this::writeFrames);
    }

    /// Sends a frame, in order; waits while too much is under way. Does nothing once closed.
    public void send(Frame frame) {
        lock.lock();
        try {
            while (waitingBytes > MOST_WAITING_BYTES && !closed) {
                changed.awaitUninterruptibly();
            }
            if (!closed) {
                waiting.add(frame);
                waitingBytes += frame.body().length;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// A stream whose every write is sent as a frame of this kind.
    public OutputStream stream(Frame.Kind kind) {
        return new OutputStream() {
            @Override
            public void write(int b) {
                send(Frame.bytes(kind, new byte[] {(byte) b}));
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                send(Frame.bytes(kind, Arrays.copyOfRange(bytes, from, from + length)));
            }
        };
    }

    /// Reads one frame.
    ///
    /// @throws IOException if the other end is gone
    public Frame receive() throws IOException {
        return Frame.readFrom(in);
    }

    /// Hands every frame to `handler` on a thread of the link's own, and calls `ended` once when
    /// the other end is gone.
    public void listen(Consumer<Frame> handler, Runnable ended) {
        Thread.ofPlatform()
                .daemon()
                .name("rolecall link in")
                .start(() -> {
                    try {
                        while (true) {
                            handler.accept(receive());
                        }
                    } catch (IOException e) {
                        close();
                    } finally {
                        ended.run();
                    }
                });
    }

    /// Waits until all that was sent has left, or so long.
    public void drain(Duration most) {
        lock.lock();
        try {
            long nanos = most.toNanos();
            while ((!waiting.isEmpty() || writing) && !closed && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            socket.close();
        } catch (IOException e) {
            // nothing is left to be told
        }
    }

    private void writeFrames() {
        try {
            while (true) {
                next().writeTo(out);
                flushIfIdle();
            }
        } catch (IOException e) {
            close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
        }
    }

    private Frame next() throws IOException, InterruptedException {
        lock.lock();
        try {
            while (waiting.isEmpty()) {
                if (closed) {
                    throw new IOException("closed");
                }
                changed.await();
            }
            Frame frame = waiting.remove();
            waitingBytes -= frame.body().length;
            writing = true;
            changed.signalAll();
            return frame;
        } finally {
            lock.unlock();
        }
    }

    private void flushIfIdle() throws IOException {
        lock.lock();
        try {
            if (!waiting.isEmpty()) {
                return;
            }
        } finally {
            lock.unlock();
        }
        out.flush();
        lock.lock();
        try {
            writing = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
