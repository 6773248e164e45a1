package dev.rolecall.localstack.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a learner without a Docker engine is told: a line, and nothing of Testcontainers' own.
@Timeout(60)
class EngineFaultsTest {
    private static final String OR_EMBEDDED =
            ", or go on with the embedded cloud, which needs none";

    private static void expect(String dockerHost, String error) throws IOException {
        try (ChildJvm shell =
                ChildJvm.start(
                        Container.IMAGE,
                        Map.of("DOCKER_HOST", dockerHost, "TESTCONTAINERS_RYUK_DISABLED", "true"),
                        Set.of())) {
            assertThat(shell.outcome()).isEqualTo("ERROR " + error + OR_EMBEDDED);
            assertThat(shell.told()).hasSize(1);
            assertThat(shell.errors()).isEmpty();
        }
    }

    @Test
    void nobodyBehindThePort() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        String host = "tcp://127.0.0.1:" + port;
        expect(host, "no Docker engine answers at DOCKER_HOST=" + host + "; start Docker");
    }

    @Test
    void noSocketAtThePath(@TempDir Path folder) throws IOException {
        String host = "unix://" + folder.resolve("docker.sock");
        expect(host, "no Docker engine answers at DOCKER_HOST=" + host + "; start Docker");
    }

    @Test
    void anEngineThatTakesConnectionsAndNeverAnswers() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String host = "tcp://127.0.0.1:" + silent.getLocalPort();
            expect(
                    host,
                    "the Docker engine at DOCKER_HOST="
                            + host
                            + " takes connections and did not answer for 7 s; restart Docker");
        }
    }
}
