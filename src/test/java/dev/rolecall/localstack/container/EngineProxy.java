package dev.rolecall.localstack.container;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.testcontainers.DockerClientFactory;

/// Stands between a shell and the real engine, and falls silent when it is told to.
final class EngineProxy implements AutoCloseable {
    private final ServerSocketChannel server = ServerSocketChannel.open();
    private final URI engine = DockerClientFactory.instance().getTransportConfig().getDockerHost();
    private final CountDownLatch thawed = new CountDownLatch(1);
    private final String freezeAt;
    private volatile boolean frozen;

    /// @param freezeAt the part of a request that is not passed on any more, such as
    ///   `/containers/create`; nothing before it is held up
    EngineProxy(String freezeAt) throws IOException {
        this.freezeAt = freezeAt;
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread.ofVirtual().start(this::serve);
    }

    String dockerHost() throws IOException {
        return "tcp://127.0.0.1:" + ((InetSocketAddress) server.getLocalAddress()).getPort();
    }

    void freeze() {
        frozen = true;
    }

    private void serve() {
        try {
            while (true) {
                SocketChannel shell = server.accept();
                SocketChannel docker = connect();
                Thread.ofVirtual().start(() -> pump(shell, docker));
                Thread.ofVirtual().start(() -> pump(docker, shell));
            }
        } catch (IOException e) {
            thawed.countDown();
        }
    }

    private SocketChannel connect() throws IOException {
        if (!"unix".equals(engine.getScheme())) {
            return SocketChannel.open(new InetSocketAddress(engine.getHost(), engine.getPort()));
        }
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(engine.getPath()));
        return channel;
    }

    private void pump(SocketChannel from, SocketChannel to) {
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        try (from;
                to) {
            while (from.read(bytes) >= 0) {
                bytes.flip();
                if (StandardCharsets.ISO_8859_1
                        .decode(bytes.duplicate())
                        .toString()
                        .contains(freezeAt)) {
                    freeze();
                }
                if (frozen) {
                    thawed.await();
                    return;
                }
                while (bytes.hasRemaining()) {
                    to.write(bytes);
                }
                bytes.clear();
            }
        } catch (IOException e) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        thawed.countDown();
    }
}
