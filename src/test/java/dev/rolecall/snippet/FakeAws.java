package dev.rolecall.snippet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server that answers a few AWS calls with fixed text and remembers every request whole.
final class FakeAws implements AutoCloseable {
    private static final Pattern KEY_ID = Pattern.compile("Credential=([^/]+)/");
    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    /// @param text request line, headers and body
    record Request(String line, String accessKeyId, String text) {}

    FakeAws() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    List<String> accessKeyIds() {
        return requests.stream().map(Request::accessKeyId).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            String text = line + "\n" + exchange.getRequestHeaders().entrySet() + "\n" + body;
            Matcher key = KEY_ID.matcher(text.replace("%2F", "/"));
            String keyId = key.find() ? key.group(1) : "";
            requests.add(new Request(line, keyId, text));
            Answer answer = answerTo(line, body, keyId);
            if (answer.status() == 0) {
                Thread.sleep(60_000);
            }
            byte[] bytes = answer.text().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/xml");
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// @param status 0 for never
    private record Answer(int status, String text) {}

    private static Answer answerTo(String line, String body, String keyId) {
        if (line.contains("/hang") || body.contains("hang")) {
            return new Answer(0, "");
        }
        if (body.contains("Action=GetCallerIdentity")) {
            return query(
                    "GetCallerIdentity", "<Arn>arn:aws:iam::111122223333:user/%s</Arn>", keyId);
        }
        if (body.contains("Action=CreateUser")) {
            return query("CreateUser", "<User><UserName>%s</UserName></User>", "Test");
        }
        if (body.contains("Action=CreateAccessKey")) {
            return query(
                    "CreateAccessKey",
                    "<AccessKey><UserName>Test</UserName><AccessKeyId>%s</AccessKeyId>"
                            + "<Status>Active</Status><SecretAccessKey>made-secret</SecretAccessKey>"
                            + "</AccessKey>",
                    "AKIAMADE");
        }
        if (body.contains("Action=AssumeRole")) {
            return query(
                    "AssumeRole",
                    "<Credentials><AccessKeyId>%s</AccessKeyId>"
                            + "<SecretAccessKey>session-secret</SecretAccessKey>"
                            + "<SessionToken>session-token</SessionToken>"
                            + "<Expiration>2030-01-01T00:00:00Z</Expiration></Credentials>",
                    "ASIAROLE");
        }
        if (body.contains("Action=DeleteUser")) {
            return new Answer(
                    404,
                    "<ErrorResponse><Error><Type>Sender</Type><Code>NoSuchEntity</Code>"
                            + "<Message>The user with name Nobody cannot be found.</Message>"
                            + "</Error><RequestId>request-1</RequestId></ErrorResponse>");
        }
        if (line.startsWith("GET /forbidden")) {
            return new Answer(
                    403,
                    "<Error><Code>AccessDenied</Code><Message>Access Denied</Message>"
                            + "<RequestId>request-2</RequestId></Error>");
        }
        return new Answer(
                200,
                "<ListAllMyBucketsResult><Owner><ID>me</ID></Owner><Buckets><Bucket><Name>one"
                        + "</Name></Bucket></Buckets></ListAllMyBucketsResult>");
    }

    private static Answer query(String action, String format, String value) {
        return new Answer(
                200,
                "<%1$sResponse><%1$sResult>%2$s</%1$sResult></%1$sResponse>"
                        .formatted(action, format.formatted(value)));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
