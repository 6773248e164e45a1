package dev.rolecall.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolecall.fault.AwsError;
import dev.rolecall.fault.ProtocolErrors;
import dev.rolecall.fault.UserError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The endpoint over raw sockets, where the client does what no SDK would.
class HttpEndpointTest {
    private static final String GET = head("GET / HTTP/1.1", "Host: h", "Connection: close");

    @Test
    void aBusyPortIsTheUsersToMend() {
        try (HttpEndpoint first = HttpEndpoint.start(0, in -> no())) {
            assertThatThrownBy(() -> HttpEndpoint.start(first.port(), in -> no()))
                    .isInstanceOfSatisfying(
                            UserError.class,
                            e -> assertThat(e.what()).contains(String.valueOf(first.port())));
        }
    }

    @Test
    void theRequestArrivesAsItWasSent() throws IOException {
        List<HttpIn> seen = new CopyOnWriteArrayList<>();
        try (HttpEndpoint endpoint = HttpEndpoint.start(0, in -> record(seen, in))) {
            talk(
                    endpoint,
                    head(
                            "GET //b/%2F%c3%a4+x?a=%20&b&a=1 HTTP/1.1",
                            "Host: h:1", "X-A: 1", "x-a:  2 ", "Connection: close"));
        }
        HttpIn in = seen.getFirst();
        assertThat(in.rawPath()).isEqualTo("//b/%2F%c3%a4+x");
        assertThat(in.rawQuery()).isEqualTo("a=%20&b&a=1");
        assertThat(in.headers().get("x-a")).containsExactly("1", "2");
        assertThat(in.header("HOST")).contains("h:1");
        assertThat(in.remoteIp()).isEqualTo("127.0.0.1");
    }

    private static HttpOut no() {
        return HttpOut.of(403, Map.of("x-a", "b"), new byte[] {'n', 'o'});
    }

    private static HttpOut record(List<HttpIn> seen, HttpIn in) {
        seen.add(in);
        return no();
    }

    /// The first request's body is left unread; the second comes on the same connection.
    @Test
    void theConnectionSurvivesAnUnreadBody() throws IOException {
        try (HttpEndpoint endpoint = HttpEndpoint.start(0, in -> no());
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), endpoint.port())) {
            String put = head("PUT /b/k HTTP/1.1", "Host: h", "Content-Length: 300000");
            send(socket, put + "x".repeat(300_000));
            String first = "";
            while (!first.endsWith("\r\n\r\nno")) {
                first += (char) socket.getInputStream().read();
            }
            assertThat(first).startsWith("HTTP/1.1 403");
            send(socket, GET);
            assertThat(all(socket)).startsWith("HTTP/1.1 403").endsWith("no");
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    @Test
    void aClientThatWaitsIsToldToContinue() throws IOException {
        try (HttpEndpoint endpoint = HttpEndpoint.start(0, HttpEndpointTest::length);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), endpoint.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    head(
                                    "PUT /b/k HTTP/1.1",
                                    "Host: h",
                                    "Content-Length: 5",
                                    "Expect: 100-continue",
                                    "Connection: close")
                            .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            byte[] start = socket.getInputStream().readNBytes(12);
            assertThat(new String(start, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 100");
            out.write("hello".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertThat(all(socket)).contains("HTTP/1.1 200").endsWith("5");
        }
    }

    private static HttpOut length(HttpIn in) {
        try {
            String text = String.valueOf(in.body().readAllBytes().length);
            return HttpOut.of(200, Map.of(), text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aHeadHasALengthAndNoBody() throws IOException {
        HttpOut out =
                new HttpOut(
                        200, Map.of("Content-Length", "12345"), 0, InputStream.nullInputStream());
        try (HttpEndpoint endpoint = HttpEndpoint.start(0, in -> out)) {
            String answer =
                    talk(endpoint, head("HEAD /b/k HTTP/1.1", "Host: h", "Connection: close"));
            assertThat(answer.toLowerCase(java.util.Locale.ROOT))
                    .contains("content-length: 12345")
                    .endsWith("\r\n\r\n");
        }
    }

    /// A conditional read that finds nothing new has an error to tell, and no body to tell it in.
    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void aStatusWithoutBodySendsNone(int status) throws IOException {
        try (HttpEndpoint endpoint =
                HttpEndpoint.start(0, in -> HttpOut.of(status, Map.of(), new byte[] {'n', 'o'}))) {
            assertThat(talk(endpoint, GET)).startsWith("HTTP/1.1 " + status).endsWith("\r\n\r\n");
        }
    }

    /// What never arrives is the client's fault, and it is told so if it still listens.
    @Test
    void aBodyThatBreaksOffIsAnErrorOfTheClients() throws IOException {
        List<RuntimeException> thrown = new CopyOnWriteArrayList<>();
        try (HttpEndpoint endpoint = HttpEndpoint.start(0, in -> readAll(in, thrown));
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), endpoint.port())) {
            send(socket, head("PUT /b/k HTTP/1.1", "Host: h", "Content-Length: 10") + "hello");
            socket.shutdownOutput();
            assertThat(all(socket)).startsWith("HTTP/1.1 400");
        }
        assertThat(thrown).hasOnlyElementsOfType(AwsError.class).hasSize(1);
    }

    private static HttpOut readAll(HttpIn in, List<RuntimeException> thrown) {
        try {
            in.body().readAllBytes();
            return no();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (AwsError e) {
            thrown.add(e);
            return HttpOut.of(e.status(), Map.of(), new byte[0]);
        }
    }

    @Test
    void aBodyOfUnknownLengthIsSentInChunks() throws IOException {
        HttpOut out =
                new HttpOut(
                        200,
                        Map.of(),
                        HttpOut.UNKNOWN,
                        new ByteArrayInputStream("hi".getBytes(StandardCharsets.US_ASCII)));
        try (HttpEndpoint endpoint = HttpEndpoint.start(0, in -> out)) {
            String answer = talk(endpoint, GET);
            assertThat(answer).contains("2\r\nhi\r\n0\r\n\r\n");
        }
    }

    /// [O] No body, no request id: the front end speaks, not the service.
    @Test
    void aRedirectHasALocationAndNothingElse() throws IOException {
        HttpOut out =
                ErrorWriter.write(
                        AwsService.STS, ProtocolErrors.seeServicePage("https://a/"), "id", false);
        try (HttpEndpoint endpoint = HttpEndpoint.start(0, in -> out)) {
            String answer = talk(endpoint, GET);
            assertThat(answer).startsWith("HTTP/1.1 302").contains("Location: https://a/");
            assertThat(answer).doesNotContain("requestid").endsWith("\r\n\r\n");
        }
    }

    @Test
    void aBugIsA500() throws IOException {
        try (HttpEndpoint endpoint =
                HttpEndpoint.start(
                        0,
                        in -> {
                            throw new IllegalStateException("a bug");
                        })) {
            String answer = talk(endpoint, GET);
            assertThat(answer).startsWith("HTTP/1.1 500");
        }
    }

    private static String head(String... lines) {
        return String.join("\r\n", lines) + "\r\n\r\n";
    }

    private static String talk(HttpEndpoint endpoint, String text) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), endpoint.port())) {
            send(socket, text);
            return all(socket);
        }
    }

    private static String all(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
}
