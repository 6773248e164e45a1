package dev.rolecall.localstack;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/// The wire between us and a LocalStack: passes bytes on, until a request comes that it was told to
/// strike. From there on so many bytes pass in each direction and no more; then it hangs, or ends.
public final class FaultyWire implements AutoCloseable {
    private final ServerSocket server = listening();
    private volatile URI container;
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private volatile Optional<Strike> strike = Optional.empty();

    /// What is done to one connection.
    ///
    /// @param marker a part of the request that is struck, such as `Action=CreateUser`
    /// @param asked how many bytes of the request pass, from the piece that has the marker on
    /// @param answered how many bytes of its answer pass
    /// @param cut whether the connection ends then, or hangs
    private record Strike(
            String marker, long asked, long answered, boolean cut, CountDownLatch sent) {}

    public FaultyWire(URI container) {
        this.container = container;
        Thread.ofVirtual().start(this::serve);
    }

    private static ServerSocket listening() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// From now on another LocalStack is at its end; connections to the earlier one end.
    public void to(URI other) {
        container = other;
        lines.forEach(Line::end);
    }

    /// Where it takes connections.
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /// The request passes so far, and then nothing happens any more.
    public void hangRequest(String marker, long asked) {
        strike = Optional.of(new Strike(marker, asked, 0, false, new CountDownLatch(1)));
    }

    /// The request passes so far, and then both sides see an end.
    public void cutRequest(String marker, long asked) {
        strike = Optional.of(new Strike(marker, asked, 0, true, new CountDownLatch(1)));
    }

    /// The request is carried out; of its answer so much passes, and then nothing happens any more.
    public void hangAnswer(String marker, long answered) {
        strike =
                Optional.of(
                        new Strike(marker, Long.MAX_VALUE, answered, false, new CountDownLatch(1)));
    }

    /// The request is carried out; of its answer so much passes, and then there is an end.
    public void cutAnswer(String marker, long answered) {
        strike =
                Optional.of(
                        new Strike(marker, Long.MAX_VALUE, answered, true, new CountDownLatch(1)));
    }

    /// Waits until a request came by that is to be struck.
    public void awaitSent() throws InterruptedException {
        strike.orElseThrow().sent().await();
    }

    /// From now on everything passes; what hangs is ended.
    public void mend() {
        strike = Optional.empty();
        lines.stream().filter(line -> line.struck.isPresent()).forEach(Line::end);
    }

    private void serve() {
        try {
            while (true) {
                connect(server.accept());
            }
        } catch (IOException e) {
            lines.forEach(Line::end);
        }
    }

    private void connect(Socket here) {
        try {
            Socket there = new Socket(container.getHost(), container.getPort());
            Line line = new Line(here, there);
            lines.add(line);
            line.begin();
        } catch (IOException e) {
            end(here);
        }
    }

    /// One connection and its other half.
    private final class Line {
        private final Socket here;
        private final Socket there;
        private final AtomicLong asked = new AtomicLong();
        private final AtomicLong answered = new AtomicLong();
        private volatile Optional<Strike> struck = Optional.empty();

        Line(Socket here, Socket there) {
            this.here = here;
            this.there = there;
        }

        void begin() {
            Thread.ofVirtual().start(() -> pump(here, there, true));
            Thread.ofVirtual().start(() -> pump(there, here, false));
        }

        private void pump(Socket from, Socket to, boolean asking) {
            byte[] bytes = new byte[16 * 1024];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                    if (asking) {
                        look(new String(bytes, 0, n, StandardCharsets.ISO_8859_1));
                    }
                    int passing = passing(n, asking);
                    out.write(bytes, 0, passing);
                    if (asking) {
                        struck.ifPresent(by -> by.sent().countDown());
                    }
                    if (passing < n) {
                        stop();
                        return;
                    }
                }
            } catch (IOException e) {
                // It is over as well.
            }
            over(asking);
        }

        /// Our end of a connection is not passed on: a LocalStack that sees it may drop a request
        /// that it was sent before and has not read yet.
        private void over(boolean asking) {
            if (asking) {
                FaultyWire.end(here);
            } else {
                end();
            }
        }

        void end() {
            FaultyWire.end(here);
            FaultyWire.end(there);
        }

        private void look(String piece) {
            strike.filter(s -> struck.isEmpty() && piece.contains(s.marker()))
                    .ifPresent(s -> struck = Optional.of(s));
        }

        private int passing(int n, boolean asking) {
            if (struck.isEmpty()) {
                return n;
            }
            Strike by = struck.get();
            long limit = asking ? by.asked() : by.answered();
            long before = (asking ? asked : answered).getAndAdd(n);
            return (int) Math.max(0, Math.min(n, limit - before));
        }

        /// What hangs reads no more.
        private void stop() {
            if (struck.orElseThrow().cut()) {
                end();
            }
        }
    }

    private static void end(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is over already.
        }
    }

    @Override
    public void close() {
        strike = Optional.empty();
        end(server);
        lines.forEach(Line::end);
    }
}
