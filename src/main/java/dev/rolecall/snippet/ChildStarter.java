package dev.rolecall.snippet;

import dev.rolecall.fault.UserError;
import dev.rolecall.snippet.agent.Frame;
import dev.rolecall.snippet.agent.Link;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Starts child JVMs.
final class ChildStarter {
    /// A machine under load takes its time; a JVM that died is noticed at once.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int LOOK_AGAIN_MILLIS = 100;

    private final Supplier<ChildCommand> command;
    private final LabFiles files;
    private final Duration farewell;
    private final Dresser dresser;
    private final Consumer<Printed> output;
    private final AtomicLong numbers = new AtomicLong();

    /// @param farewell how long a child may take to end in good order
    ChildStarter(
            Supplier<ChildCommand> command,
            LabFiles files,
            Duration farewell,
            Dresser dresser,
            Consumer<Printed> output) {
        this.command = command;
        this.files = files;
        this.farewell = farewell;
        this.dresser = dresser;
        this.output = output;
    }

    /// Starts one, and waits until it serves.
    ///
    /// @throws UserError if it does not
    ChildJvm start() {
        long number = numbers.incrementAndGet();
        Path log = files.log(number);
        String token = token();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process process = command.get().process(server.getLocalPort(), number).start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(token.getBytes(StandardCharsets.UTF_8));
            }
            Link link = accept(server, process, token, log);
            return new ChildJvm(process, link, log, farewell, dresser, output);
        } catch (IOException e) {
            throw failed(e.getMessage() + said(log));
        }
    }

    private static Link accept(ServerSocket server, Process process, String token, Path log)
            throws IOException {
        server.setSoTimeout(LOOK_AGAIN_MILLIS);
        for (long waited = 0; waited < PATIENCE.toMillis(); waited += LOOK_AGAIN_MILLIS) {
            try {
                Optional<Link> link = greeted(server.accept(), token);
                if (link.isPresent()) {
                    return link.get();
                }
            } catch (SocketTimeoutException e) {
                if (!process.isAlive()) {
                    throw failed("it ended with status " + process.exitValue() + said(log));
                }
            }
        }
        process.destroyForcibly();
        throw failed("it did not answer for " + PATIENCE.toSeconds() + " s" + said(log));
    }

    /// The link, if whoever connected knows the token; another program may have found the port.
    private static Optional<Link> greeted(Socket socket, String token) throws IOException {
        Link link = new Link(socket);
        try {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            Frame hello = link.receive();
            socket.setSoTimeout(0);
            if (hello.kind() == Frame.Kind.HELLO && hello.texts().getFirst().equals(token)) {
                return Optional.of(link);
            }
        } catch (IOException | IllegalArgumentException e) {
            // no child of ours
        }
        link.close();
        return Optional.empty();
    }

    private static UserError failed(String why) {
        return new UserError(
                "the JVM for your snippets did not start: " + why.strip(),
                "check that JDK 25 is complete and that memory is free");
    }

    private static String said(Path log) {
        try {
            return Files.readString(log, StandardCharsets.ISO_8859_1)
                    .lines()
                    .findFirst()
                    .map(line -> ": " + line)
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    private static String token() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
