package dev.rolecall.localstack.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.rolecall.fault.UserError;
import dev.rolecall.localstack.container.Container.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class GivenContainerTest {
    private static final String ALL =
            """
            {"services": {"iam": "available", "s3": "running", "sts": "disabled"},
             "edition": "community", "version": "4.14.0"}
            """;

    private final HttpServer server = server();

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private URI answering(int status, String text) {
        server.createContext(
                "/_localstack/health",
                exchange -> {
                    byte[] body = text.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void oneThatRunsIsTakenAndLeftAsItWas() {
        URI uri = answering(200, ALL);
        Container given = Container.given(URI.create(uri + "/"));
        assertThat(given.endpoint()).isEqualTo(uri);
        assertThat(given.ours()).isFalse();
        assertThat(given.alive()).isTrue();
        given.close();
        assertThat(given.state()).isEqualTo(State.RUNNING);
        server.stop(0);
        assertThat(given.state()).isEqualTo(State.GONE);
    }

    @Test
    void oneWithoutIamIsRefused() {
        URI uri = answering(200, "{\"services\": {\"s3\": \"running\", \"iam\": \"disabled\"}}");
        assertThatThrownBy(() -> Container.given(uri))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "LocalStack at %s does not offer iam; start it with SERVICES=s3,iam,sts",
                        uri);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{}", "{\"services\": 1}", ""})
    void whatIsNoLocalStackIsRefused(String text) {
        URI uri = answering(200, text);
        assertThatThrownBy(() -> Container.given(uri))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("what answers at " + uri + " is no LocalStack")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void aServerWithoutThatPathIsRefused() {
        URI uri = answering(404, ALL);
        assertThatThrownBy(() -> Container.given(uri))
                .hasMessageContaining("is no LocalStack: its /_localstack/health says status 404");
    }

    @Test
    void nobodyAtTheAddressIsSaid() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThatThrownBy(() -> Container.given(URI.create("http://127.0.0.1:" + port)))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "no LocalStack answers at http://127.0.0.1:%d (Connection refused); start"
                                + " it, or give another address",
                        port);
        assertThatThrownBy(() -> Container.given(URI.create("http://no-such-host.invalid:4566")))
                .hasMessageContaining("(unknown host)");
    }

    @Test
    void oneThatTakesConnectionsAndAnswersNothingIsSaid() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            URI uri = URI.create("http://127.0.0.1:" + socket.getLocalPort());
            assertThatThrownBy(() -> Container.given(uri))
                    .isInstanceOf(UserError.class)
                    .hasMessageStartingWith(
                            "no LocalStack answers at " + uri + " (Read timed out)");
        }
    }

    @Test
    void onePausedLaterIsNeitherThereNorGone() throws IOException {
        URI uri = answering(200, ALL);
        Container given = Container.given(uri);
        server.stop(0);
        try (ServerSocket silent =
                new ServerSocket(uri.getPort(), 5, InetAddress.getLoopbackAddress())) {
            assertThat(given.state()).isEqualTo(State.UNKNOWN);
            assertThat(silent.isClosed()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:4566",
                "ftp://localhost:4566",
                "http:///",
                "http://localhost:4566/health",
                "http://localhost:4566?x=1",
                "localstack"
            })
    void whatIsNoAddressIsRefused(String text) {
        assertThatThrownBy(() -> Container.given(URI.create(text)))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "`%s` is no address of a LocalStack; give it as http://HOST:PORT", text);
    }
}
