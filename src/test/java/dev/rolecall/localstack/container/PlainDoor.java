package dev.rolecall.localstack.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// A port that speaks plain HTTP and closes at once on who begins with TLS, as engines do with a
/// registry before they try without. The JDK's own server would wait for the end of the line.
final class PlainDoor implements AutoCloseable {
    private static final int TLS_HANDSHAKE = 0x16;

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final InetSocketAddress behind;

    PlainDoor(InetSocketAddress behind) throws IOException {
        this.behind = behind;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    private void serve() {
        try {
            while (true) {
                Socket guest = door.accept();
                Thread.ofVirtual().start(() -> let(guest));
            }
        } catch (IOException e) {
            return;
        }
    }

    private void let(Socket guest) {
        try (guest;
                Socket host = new Socket()) {
            InputStream in = guest.getInputStream();
            int first = in.read();
            if (first == TLS_HANDSHAKE || first < 0) {
                return;
            }
            host.connect(behind);
            OutputStream out = host.getOutputStream();
            out.write(first);
            Thread.ofVirtual().start(() -> pass(in, out));
            pass(host.getInputStream(), guest.getOutputStream());
        } catch (IOException e) {
            return;
        }
    }

    private static void pass(InputStream from, OutputStream to) {
        try (from;
                to) {
            from.transferTo(to);
        } catch (IOException e) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
