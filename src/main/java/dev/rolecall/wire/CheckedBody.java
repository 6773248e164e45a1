package dev.rolecall.wire;

import dev.rolecall.fault.BodyErrors;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.OptionalLong;

/// A body that is counted and digested as it is read, and compared where it ends.
final class CheckedBody extends FilterInputStream {
    private final OptionalLong length;
    private final List<BodyCheck> checks;
    private long count;
    private boolean ended;

    /// @param length how many bytes there must be
    CheckedBody(InputStream in, OptionalLong length, List<BodyCheck> checks) {
        super(in);
        this.length = length;
        this.checks = checks;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int n = read(one, 0, 1);
        return n < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int wanted) throws IOException {
        if (ended) {
            return -1;
        }
        int n = in.read(bytes, offset, wanted);
        if (n < 0) {
            ended = true;
            finish();
            return -1;
        }
        count += n;
        for (BodyCheck check : checks) {
            check.update(bytes, offset, n);
        }
        return n;
    }

    /// Skipping would go round the checks.
    @Override
    public long skip(long n) throws IOException {
        return n <= 0 ? 0 : readNBytes((int) Math.min(n, 8192)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void finish() {
        if (length.isPresent() && count != length.getAsLong()) {
            throw BodyErrors.incompleteBody();
        }
        checks.forEach(BodyCheck::finish);
    }
}
