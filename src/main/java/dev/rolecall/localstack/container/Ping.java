package dev.rolecall.localstack.container;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/// Asks a Docker engine whether it lives, without Testcontainers, which takes seconds to be ready
/// to ask on a machine that is busy.
final class Ping {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final String USUAL = "unix:///var/run/docker.sock";

    private Ping() {}

    /// Whether it answers.
    ///
    /// @param engine as `DOCKER_HOST` has it; empty for the usual one
    static boolean answered(String engine) {
        try {
            return Patience.atMost(LIMIT, () -> asked(engine));
        } catch (TimeoutException | RuntimeException e) {
            return false;
        }
    }

    private static boolean asked(String engine) throws IOException {
        Optional<SocketAddress> address = address(engine.isEmpty() ? USUAL : engine);
        if (address.isEmpty()) {
            return false;
        }
        try (SocketChannel channel = channel(address.get())) {
            channel.connect(address.get());
            channel.write(
                    ByteBuffer.wrap(
                            "GET /_ping HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
            return channel.read(ByteBuffer.allocate(1)) == 1;
        }
    }

    /// Nothing for an engine that speaks TLS or SSH.
    private static Optional<SocketAddress> address(String engine) {
        URI uri = URI.create(engine);
        String scheme = String.valueOf(uri.getScheme());
        if (scheme.equals("unix")) {
            return Optional.of(UnixDomainSocketAddress.of(Path.of(uri.getPath())));
        }
        return scheme.matches("tcp|http") && uri.getHost() != null && uri.getPort() > 0
                ? Optional.of(new InetSocketAddress(uri.getHost(), uri.getPort()))
                : Optional.empty();
    }

    private static SocketChannel channel(SocketAddress address) throws IOException {
        return address instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open();
    }
}
