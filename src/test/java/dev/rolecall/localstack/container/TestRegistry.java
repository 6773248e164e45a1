package dev.rolecall.localstack.container;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A registry of images on this machine with one image, `localstack:1`, which is no LocalStack and
/// comes slowly. Engines speak plain HTTP to a registry at a loopback address.
final class TestRegistry implements AutoCloseable {
    private static final int SIZE = 4 << 20;
    private static final int PARTS = 12;
    private static final long PAUSE_MILLIS = 250;
    private static final int BLOCK = 512;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final PlainDoor door;
    private final byte[] layer = layer();
    private final byte[] config = config();
    private final byte[] manifest = manifest();

    TestRegistry() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v2/", this::answer);
        server.start();
        door = new PlainDoor(server.getAddress());
    }

    String address() {
        return "127.0.0.1:" + door.port();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        try (exchange) {
            if (path.equals("/v2/")) {
                send(exchange, 200, "application/json", json("{}"));
            } else if (path.endsWith("/manifests/1") || path.endsWith(digest(manifest))) {
                exchange.getResponseHeaders().set("Docker-Content-Digest", digest(manifest));
                send(
                        exchange,
                        200,
                        "application/vnd.docker.distribution.manifest.v2+json",
                        manifest);
            } else if (path.endsWith(digest(config))) {
                send(exchange, 200, "application/octet-stream", config);
            } else if (path.endsWith(digest(layer))) {
                sendSlowly(exchange);
            } else {
                String none =
                        "{'errors':[{'code':'MANIFEST_UNKNOWN','message':'manifest unknown'}]}";
                send(exchange, 404, "application/json", json(none));
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(body.length));
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private void sendSlowly(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, layer.length);
        try (OutputStream body = exchange.getResponseBody()) {
            int part = layer.length / PARTS + 1;
            for (int at = 0; at < layer.length; at += part) {
                body.write(layer, at, Math.min(part, layer.length - at));
                body.flush();
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// An archive (POSIX ustar) that holds one file of noise.
    private static byte[] layer() {
        byte[] noise = new byte[SIZE];
        new Random(5).nextBytes(noise);
        byte[] header = new byte[BLOCK];
        put(header, 0, "noise");
        put(header, 100, "0000644\0" + "0000000\0" + "0000000\0");
        put(header, 124, "%011o\0".formatted(SIZE) + "00000000000\0" + "        " + "0");
        put(header, 257, "ustar\0" + "00");
        int sum = 0;
        for (byte each : header) {
            sum += each & 0xff;
        }
        put(header, 148, "%06o\0 ".formatted(sum));
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        archive.writeBytes(header);
        archive.writeBytes(noise);
        archive.writeBytes(new byte[2 * BLOCK]);
        return archive.toByteArray();
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    private byte[] config() {
        return json(
                "{'architecture':'amd64','os':'linux','config':{},'rootfs':{'type':'layers','diff_ids':['"
                        + digest(layer)
                        + "']}}");
    }

    private byte[] manifest() {
        String docker = "application/vnd.docker.";
        return json(
                "{'schemaVersion':2,'mediaType':'"
                        + docker
                        + "distribution.manifest.v2+json','config':{'mediaType':'"
                        + docker
                        + "container.image.v1+json','size':"
                        + config.length
                        + ",'digest':'"
                        + digest(config)
                        + "'},'layers':[{'mediaType':'"
                        + docker
                        + "image.rootfs.diff.tar.gzip','size':"
                        + layer.length
                        + ",'digest':'"
                        + digest(layer)
                        + "'}]}");
    }

    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static String digest(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
