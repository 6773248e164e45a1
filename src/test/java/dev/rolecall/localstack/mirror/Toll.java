package dev.rolecall.localstack.mirror;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/// Stands before the container and lets requests pass, or not.
final class Toll implements AutoCloseable {
    private final HttpServer server;
    private final URI container;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> operations = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Predicate<String> refused = _ -> false;
    private volatile Predicate<String> swallowed = _ -> false;
    private volatile Predicate<String> unanswered = _ -> false;

    Toll(URI container) {
        this.container = container;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::pass);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// The operations that came by, in order.
    List<String> operations() {
        return operations;
    }

    void refuse(Predicate<String> operation) {
        refused = operation;
    }

    /// These never reach the container, and get no answer.
    void swallow(Predicate<String> operation) {
        swallowed = operation;
    }

    /// The container does these, and its answer is lost.
    void loseAnswers(Predicate<String> operation) {
        unanswered = operation;
    }

    private void pass(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String operation =
                new String(body, StandardCharsets.UTF_8).replaceAll("(?s).*?Action=(\\w+).*", "$1");
        operations.add(operation);
        try {
            if (swallowed.test(operation)) {
                closed.await();
            } else if (refused.test(operation)) {
                answer(exchange, 409, ERROR.getBytes(StandardCharsets.UTF_8));
            } else {
                HttpResponse<byte[]> response =
                        http.send(request(exchange, body), HttpResponse.BodyHandlers.ofByteArray());
                if (unanswered.test(operation)) {
                    closed.await();
                }
                answer(exchange, response.statusCode(), response.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private static final String ERROR =
            """
            <ErrorResponse><Error><Type>Sender</Type><Code>LimitExceeded</Code>\
            <Message>no toll was paid</Message></Error></ErrorResponse>\
            """;

    private HttpRequest request(HttpExchange exchange, byte[] body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(container.resolve(exchange.getRequestURI().toString()))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        for (String name : List.of("Authorization", "Content-Type", "X-Amz-Date")) {
            List<String> values = exchange.getRequestHeaders().get(name);
            if (values != null) {
                request.header(name, values.getFirst());
            }
        }
        return request.build();
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
