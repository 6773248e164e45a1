package dev.rolecall.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/// Nonsense over raw sockets: the cloud answers it or hangs up, never fails and never hangs.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Fuzz {
    static final long SEED = Long.getLong("seed", System.nanoTime());

    /// Long enough for any answer; reached only by a connection that hangs.
    static final int HANGS_MILLIS = 20_000;

    static final List<String> PIECES =
            List.of(
                    "%",
                    "%00",
                    "%zz",
                    "%C3%28",
                    "&",
                    "=",
                    "?",
                    "/",
                    "//",
                    "..",
                    "+",
                    " ",
                    "\t",
                    "\"",
                    "'",
                    "<",
                    ">",
                    "</",
                    "<!DOCTYPE x>",
                    "&amp;",
                    "&x;",
                    "{",
                    "}",
                    "[",
                    "]",
                    "\r\n",
                    "\n",
                    "\0",
                    "-1",
                    "99999999999999999999",
                    "1e9",
                    "ä",
                    "漢",
                    "😀",
                    "${aws:username}",
                    "*",
                    "arn:aws:iam::111122223333:role/R",
                    "null",
                    "true",
                    ".member.1",
                    ".member.999999999",
                    "Action=",
                    "uploads",
                    "versionId=",
                    "acl",
                    "x".repeat(3000));

    @TempDir static Path bodies;
    final Random random = new Random(SEED);
    TestCloud cloud;

    @BeforeAll
    void start() {
        System.out.println(getClass().getSimpleName() + " seed " + SEED);
        cloud = new TestCloud(bodies);
        cloud.admin().s3().createBucket(b -> b.bucket("box"));
        cloud.admin()
                .s3()
                .putObject(b -> b.bucket("box").key("k"), RequestBody.fromString("hello"));
    }

    @AfterAll
    void stop() {
        cloud.close();
    }

    /// What comes back until the server closes; empty if it only hangs up.
    String talk(byte[] bytes) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), cloud.cloud().uri().getPort())) {
            socket.setSoTimeout(HANGS_MILLIS);
            try {
                socket.getOutputStream().write(bytes);
                socket.getOutputStream().flush();
                socket.shutdownOutput();
                byte[] answer = socket.getInputStream().readAllBytes();
                return new String(answer, StandardCharsets.ISO_8859_1);
            } catch (java.net.SocketTimeoutException e) {
                throw new AssertionError("the connection hangs", e);
            } catch (IOException e) {
                // It hung up while we were still sending.
                return "";
            }
        }
    }

    void assertNoFailure(String request) throws IOException {
        assertNoFailure(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    void assertNoFailure(byte[] request) throws IOException {
        String answer = talk(request);
        assertThat(answer)
                .as("seed %d:\n%s", SEED, new String(request, StandardCharsets.ISO_8859_1))
                .doesNotStartWith("HTTP/1.1 500");
        if (!cloud.bugs().isEmpty()) {
            throw new AssertionError(
                    "seed " + SEED + "\n" + new String(request, StandardCharsets.ISO_8859_1),
                    cloud.bugs().getFirst());
        }
    }

    RawRequest listUsers() {
        return form("iam", "Action=ListUsers&Version=2010-05-08");
    }

    RawRequest form(String service, String form) {
        return cloud.admin().raw(service).form(form);
    }

    RawRequest xml(String method, String query, String body) {
        return cloud.admin().raw("s3").method(method).path("/box").query(query + "=").body(body);
    }

    String piece() {
        return PIECES.get(random.nextInt(PIECES.size()));
    }

    /// One to four changes: something put in, taken out, doubled or exchanged.
    String mutated(String text) {
        StringBuilder out = new StringBuilder(text);
        for (int n = 1 + random.nextInt(4); n > 0 && !out.isEmpty(); n--) {
            int at = random.nextInt(out.length());
            int end = Math.min(out.length(), at + 1 + random.nextInt(20));
            switch (random.nextInt(4)) {
                case 0 -> out.insert(at, piece());
                case 1 -> out.delete(at, end);
                case 2 -> out.insert(at, out.substring(at, end));
                default -> out.setCharAt(at, (char) random.nextInt(256));
            }
        }
        return out.toString();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
