package dev.rolecall.localstack.s3;

import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;

/// An object's bytes on their way from the container. Closed before its end, it breaks the
/// connection off: the SDK would read the rest first, however long that is.
final class S3Download extends FilterInputStream {
    private final ResponseInputStream<?> stream;
    private boolean ended;

    S3Download(ResponseInputStream<?> stream) {
        super(stream);
        this.stream = stream;
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        ended |= b < 0;
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = in.read(bytes, offset, length);
        ended |= n < 0;
        return n;
    }

    @Override
    public void close() throws IOException {
        if (ended) {
            stream.close();
        } else {
            stream.abort();
        }
    }
}
