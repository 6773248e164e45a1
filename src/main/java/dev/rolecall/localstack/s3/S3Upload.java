package dev.rolecall.localstack.s3;

import dev.rolecall.fault.BodyErrors;
import dev.rolecall.wire.Tally;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.sync.RequestBody;

/// A client's body on its way to the container. What comes after a stretch of it was read, and
/// where it is the end was verified, before the stretch is given away. So a body that turns out to
/// be wrong is never seen whole by the container, which then keeps nothing.
final class S3Upload extends InputStream {
    private static final int STRETCH = 64 * 1024;

    /// What S3 takes a body for that nobody named the type of.
    private static final String TYPE = "binary/octet-stream";

    private final InputStream body;
    private final long length;
    private byte[] ready = new byte[0];
    private byte[] ahead;
    private int readyEnd;
    private int aheadEnd;
    private int at;
    private long given;
    private boolean ended;
    private Optional<RuntimeException> fault = Optional.empty();
    private volatile long gaveAt = System.nanoTime();
    private volatile boolean reading;

    private S3Upload(InputStream body, long length) {
        this.body = body;
        this.length = length;
        // One more than a short body has, so that its end is seen.
        ahead = new byte[(int) Math.min(STRETCH, length + 1)];
    }

    /// Reads the beginning. A short body is then verified already.
    static S3Upload of(InputStream body, long length) {
        S3Upload upload = new S3Upload(body, length);
        upload.readAhead();
        upload.swap();
        return upload;
    }

    /// Whether all of it is here.
    boolean isShort() {
        return ended && aheadEnd == 0;
    }

    /// All of a short body, as it is sent.
    RequestBody whole() {
        return RequestBody.fromContentProvider(
                () -> new ByteArrayInputStream(ready, 0, readyEnd), readyEnd, TYPE);
    }

    /// Computes a digest of a short body.
    byte[] digest(Tally tally) {
        tally.update(ready, 0, readyEnd);
        return tally.value();
    }

    /// The body as it is read on.
    RequestBody streamed() {
        return RequestBody.fromContentProvider(() -> this, length, TYPE);
    }

    /// The same in chunks, with a checksum at the end.
    RequestBody streamed(String algorithm, Supplier<Tally> tally) {
        InputStream chunks = new S3Chunks(this, algorithm, tally.get());
        long framed = S3Chunks.length(length, algorithm, tally.get());
        return RequestBody.fromContentProvider(() -> chunks, framed, TYPE);
    }

    /// What the client's side threw, if it did.
    Optional<RuntimeException> fault() {
        return fault;
    }

    /// For how long the container has taken nothing, in nanoseconds; 0 while the client is waited
    /// for.
    long stalled() {
        return reading ? 0 : System.nanoTime() - gaveAt;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int n = read(one, 0, 1);
        return n < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int wanted) {
        if (at == readyEnd) {
            swap();
        }
        int n = Math.min(wanted, readyEnd - at);
        if (n == 0) {
            return wanted == 0 ? 0 : -1;
        }
        System.arraycopy(ready, at, bytes, offset, n);
        at += n;
        gaveAt = System.nanoTime();
        return n;
    }

    /// Makes ready what was read ahead, and reads on.
    private void swap() {
        byte[] used = ready;
        ready = ahead;
        readyEnd = aheadEnd;
        at = 0;
        aheadEnd = 0;
        given += readyEnd;
        if (!ended) {
            ahead = used.length == ready.length ? used : new byte[ready.length];
            readAhead();
        }
        if (given >= length && aheadEnd > 0) {
            tooLong();
        }
    }

    private void readAhead() {
        reading = true;
        try {
            aheadEnd = body.readNBytes(ahead, 0, ahead.length);
            ended = aheadEnd < ahead.length;
        } catch (IOException e) {
            throw failed(new UncheckedIOException(e));
        } catch (RuntimeException e) {
            throw failed(e);
        } finally {
            gaveAt = System.nanoTime();
            reading = false;
        }
    }

    /// More than was declared: the container would take the declared part for all of it.
    private void tooLong() {
        while (!ended) {
            readAhead();
        }
        throw failed(BodyErrors.incompleteBody());
    }

    private RuntimeException failed(RuntimeException e) {
        fault = Optional.of(e);
        return e;
    }
}
