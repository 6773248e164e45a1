package dev.rolecall.cloud;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Asks the same again and again over a few connections, with so little work of its own that the
/// server is what is measured: the bytes of the request are made once.
final class Load {
    private final URI server;
    private final byte[] request;
    private final int connections;

    Load(URI server, byte[] request, int connections) {
        this.server = server;
        this.request = request;
        this.connections = connections;
    }

    /// Requests a second, answered with a 200 each; each connection asks once at least.
    double run(long millis) throws Exception {
        long began = System.nanoTime();
        long end = began + millis * 1_000_000;
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Future<Integer>> answered = new ArrayList<>();
            Callable<Integer> one = () -> ask(end);
            for (int i = 0; i < connections; i++) {
                answered.add(threads.submit(one));
            }
            int sum = 0;
            for (Future<Integer> each : answered) {
                sum += each.get();
            }
            return sum * 1e9 / (System.nanoTime() - began);
        }
    }

    private int ask(long end) throws IOException {
        int answered = 0;
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 16_384);
            OutputStream out = socket.getOutputStream();
            do {
                out.write(request);
                out.flush();
                answer(in);
                answered++;
            } while (System.nanoTime() < end);
        }
        return answered;
    }

    private static void answer(InputStream in) throws IOException {
        String status = line(in);
        long length = 0;
        boolean chunked = false;
        String header = line(in);
        while (!header.isEmpty()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).trim());
            }
            chunked |= lower.startsWith("transfer-encoding: chunked");
            header = line(in);
        }
        if (chunked) {
            chunks(in);
        } else {
            in.skipNBytes(length);
        }
        if (!status.contains(" 200")) {
            throw new IOException("answered with " + status);
        }
    }

    private static void chunks(InputStream in) throws IOException {
        int size = Integer.parseInt(line(in), 16);
        while (size > 0) {
            in.skipNBytes(size + 2);
            size = Integer.parseInt(line(in), 16);
        }
        line(in);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int c = in.read();
        while (c != '\n') {
            if (c < 0) {
                throw new IOException("the connection ended after `" + line + "`");
            }
            if (c != '\r') {
                line.append((char) c);
            }
            c = in.read();
        }
        return line.toString();
    }
}
