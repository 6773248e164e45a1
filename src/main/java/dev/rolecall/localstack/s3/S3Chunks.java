package dev.rolecall.localstack.s3;

import dev.rolecall.wire.Tally;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/// A body in AWS's chunks, with a checksum after its end: of a body that is streamed, the checksum
/// is not known before. The container is told which it is, and takes this one for it ("Signature
/// calculations: including trailing headers").
final class S3Chunks extends InputStream {
    private static final int CHUNK = 64 * 1024;
    private static final String END = "\r\n";

    private final InputStream body;
    private final String header;
    private final Tally tally;
    private final byte[] chunk = new byte[CHUNK];
    private byte[] frame = new byte[0];
    private int at;
    private boolean ended;

    /// @param algorithm as in `x-amz-checksum-NAME`
    S3Chunks(InputStream body, String algorithm, Tally tally) {
        this.body = body;
        this.header = header(algorithm);
        this.tally = tally;
    }

    static String header(String algorithm) {
        return "x-amz-checksum-" + algorithm.toLowerCase(Locale.ROOT);
    }

    /// How long a body becomes.
    ///
    /// @param length of the body, in bytes
    static long length(long length, String algorithm, Tally tally) {
        long whole = length / CHUNK * (framing(CHUNK) + CHUNK);
        int rest = (int) (length % CHUNK);
        long last = rest == 0 ? 0 : framing(rest) + rest;
        return whole + last + end(header(algorithm), tally.value()).length;
    }

    private static int framing(int size) {
        return Integer.toHexString(size).length() + 2 * END.length();
    }

    private static byte[] end(String header, byte[] sum) {
        String value = Base64.getEncoder().encodeToString(sum);
        return ("0" + END + header + ":" + value + END + END).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int n = read(one, 0, 1);
        return n < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int wanted) throws IOException {
        if (at == frame.length && !ended) {
            next();
        }
        int n = Math.min(wanted, frame.length - at);
        if (n == 0) {
            return wanted == 0 ? 0 : -1;
        }
        System.arraycopy(frame, at, bytes, offset, n);
        at += n;
        return n;
    }

    private void next() throws IOException {
        int size = body.readNBytes(chunk, 0, CHUNK);
        at = 0;
        if (size == 0) {
            ended = true;
            frame = end(header, tally.value());
            return;
        }
        tally.update(chunk, 0, size);
        byte[] head = (Integer.toHexString(size) + END).getBytes(StandardCharsets.US_ASCII);
        frame = new byte[head.length + size + END.length()];
        System.arraycopy(head, 0, frame, 0, head.length);
        System.arraycopy(chunk, 0, frame, head.length, size);
        frame[frame.length - 2] = '\r';
        frame[frame.length - 1] = '\n';
    }
}
