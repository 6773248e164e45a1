package dev.rolecall.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// Turns the JDK's exchange into [HttpIn], and [HttpOut] into bytes on the socket.
final class HttpExchanges implements HttpHandler {
    /// What the JDK's server takes for a length.
    private static final int NO_BODY = -1;

    private static final int CHUNKED = 0;

    /// What is read of a body that nobody wanted, so that the client reads its answer and the
    /// connection lives; more than that, and it is closed.
    private static final long DRAIN = 1L << 30;

    private final Function<HttpIn, HttpOut> handler;

    HttpExchanges(Function<HttpIn, HttpOut> handler) {
        this.handler = handler;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpOut out = answer(exchange);
            try (InputStream body = out.body()) {
                drain(exchange);
                send(exchange, out, body);
            }
        }
    }

    private HttpOut answer(HttpExchange exchange) throws IOException {
        try {
            return handler.apply(in(exchange));
        } catch (RuntimeException | Error e) {
            // A bug of ours: the client hears of it, and the server's log too.
            exchange.sendResponseHeaders(500, NO_BODY);
            throw e;
        }
    }

    private static HttpIn in(HttpExchange exchange) {
        Map<String, List<String>> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        headers.computeIfAbsent(
                                        name.toLowerCase(Locale.ROOT), n -> new ArrayList<>())
                                .addAll(values));
        URI uri = exchange.getRequestURI();
        String query = uri.getRawQuery();
        return new HttpIn(
                exchange.getRequestMethod(),
                path(uri),
                query == null ? "" : query,
                Map.copyOf(headers),
                new ClientBody(exchange.getRequestBody()),
                exchange.getRemoteAddress().getAddress().getHostAddress());
    }

    /// The path as sent: a path that begins with two slashes is no authority.
    private static String path(URI uri) {
        String path = uri.getRawPath();
        if (uri.getScheme() == null && uri.getRawAuthority() != null) {
            path = "//" + uri.getRawAuthority() + path;
        }
        return path == null || path.isEmpty() ? "/" : path;
    }

    private static void drain(HttpExchange exchange) {
        InputStream body = exchange.getRequestBody();
        byte[] buffer = new byte[64 * 1024];
        long left = DRAIN;
        try {
            while (left > 0) {
                int n = body.read(buffer);
                if (n < 0) {
                    return;
                }
                left -= n;
            }
        } catch (IOException e) {
            // The client sent less than it said, and may still read its answer.
        }
        exchange.getResponseHeaders().set("Connection", "close");
    }

    private static void send(HttpExchange exchange, HttpOut out, InputStream body)
            throws IOException {
        out.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        boolean bodiless = out.status() == 204 || out.status() == 304;
        boolean empty = out.length() == 0 || bodiless || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(
                out.status(),
                empty ? NO_BODY : out.length() == HttpOut.UNKNOWN ? CHUNKED : out.length());
        if (!empty) {
            try (OutputStream to = exchange.getResponseBody()) {
                body.transferTo(to);
            }
        }
    }
}
