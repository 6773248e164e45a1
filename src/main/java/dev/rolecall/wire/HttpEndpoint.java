package dev.rolecall.wire;

import com.sun.net.httpserver.HttpServer;
import dev.rolecall.fault.UserError;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// Listens on 127.0.0.1 and hands each request to a handler that may block: every request has a
/// virtual thread of its own.
public final class HttpEndpoint implements AutoCloseable {
    private static final int BACKLOG = 256;

    private final HttpServer server;
    private final ExecutorService threads;

    private HttpEndpoint(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /// @param port 0 for any free one
    /// @param handler answers every request, errors included
    /// @throws UserError if the port is in use
    public static HttpEndpoint start(int port, Function<HttpIn, HttpOut> handler) {
        // Read once, when the server's classes are loaded: without it each small answer waits 40
        // ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = bind(port);
        ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("http-", 0).factory());
        server.setExecutor(threads);
        server.createContext("/", new HttpExchanges(handler));
        server.start();
        return new HttpEndpoint(server, threads);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /// `http://127.0.0.1:PORT`.
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /// Ends at once, requests under way included.
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static HttpServer bind(int port) {
        try {
            InetAddress local = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            return HttpServer.create(new InetSocketAddress(local, port), BACKLOG);
        } catch (BindException e) {
            throw new UserError(
                    "port " + port + " on 127.0.0.1 cannot be used",
                    "stop the program that uses it, or choose another port");
        } catch (IOException e) {
            throw new UserError(
                    "cannot listen on 127.0.0.1: " + e.getMessage(), "check the network settings");
        }
    }
}
