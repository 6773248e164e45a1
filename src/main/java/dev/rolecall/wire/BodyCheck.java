package dev.rolecall.wire;

import dev.rolecall.fault.AwsError;
import java.security.MessageDigest;
import java.util.function.Function;

/// One promise about a body: what its digest is to be.
final class BodyCheck {
    private final Tally tally;
    private final byte[] wanted;
    private final Function<byte[], AwsError> mismatch;

    /// @param wanted the promised digest
    /// @param mismatch the error for the digest that was found
    BodyCheck(Tally tally, byte[] wanted, Function<byte[], AwsError> mismatch) {
        this.tally = tally;
        this.wanted = wanted;
        this.mismatch = mismatch;
    }

    /// The same promise about content that another tally has seen.
    BodyCheck over(Tally other) {
        return new BodyCheck(other, wanted, mismatch);
    }

    void update(byte[] bytes, int offset, int length) {
        tally.update(bytes, offset, length);
    }

    /// @throws AwsError if the body is another one
    void finish() {
        byte[] found = tally.value();
        if (!MessageDigest.isEqual(wanted, found)) {
            throw mismatch.apply(found);
        }
    }
}
