package dev.rolecall.localstack.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolecall.fault.AwsError;
import dev.rolecall.fault.BodyErrors;
import dev.rolecall.wire.Tally;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3UploadTest {
    private static final long SEED = 11;

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(SEED).nextBytes(bytes);
        return bytes;
    }

    private static InputStream sent(S3Upload upload) {
        return (upload.isShort() ? upload.whole() : upload.streamed())
                .contentStreamProvider()
                .newStream();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 300_000})
    void aBodyArrivesAsItWas(int size) throws IOException {
        S3Upload upload = S3Upload.of(new ByteArrayInputStream(bytes(size)), size);
        assertThat(sent(upload).readAllBytes()).isEqualTo(bytes(size));
    }

    /// However long it is, the last byte comes only after the end was seen to be good.
    @ParameterizedTest
    @ValueSource(ints = {1, 65_535, 65_536, 65_537, 131_072, 300_000})
    void aBodyThatProvesWrongAtItsEndIsNeverGivenWhole(int size) {
        InputStream wrong =
                new SequenceInputStream(
                        new ByteArrayInputStream(bytes(size)),
                        new Wrong(BodyErrors.badChecksum("CRC32")));
        Counted counted = new Counted();
        assertThatThrownBy(() -> counted.drain(sent(S3Upload.of(wrong, size))))
                .isInstanceOf(AwsError.class);
        assertThat(counted.count).isLessThan(size);
    }

    /// Throws where it is read.
    private static final class Wrong extends InputStream {
        private final AwsError error;

        Wrong(AwsError error) {
            this.error = error;
        }

        @Override
        public int read() {
            throw error;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            throw error;
        }
    }

    private static final class Counted {
        private long count;

        void drain(InputStream in) throws IOException {
            while (in.read() >= 0) {
                count++;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 65_536, 200_000})
    void moreThanWasDeclaredIsNoBody(int declared) {
        ByteArrayInputStream more = new ByteArrayInputStream(bytes(declared + 100_000));
        Counted counted = new Counted();
        assertThatThrownBy(() -> counted.drain(sent(S3Upload.of(more, declared))))
                .isInstanceOf(AwsError.class)
                .extracting(e -> ((AwsError) e).code())
                .isEqualTo("IncompleteBody");
        assertThat(counted.count).isLessThan(declared);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 300_000})
    void chunksAreAsLongAsWasSaidAndEndWithTheChecksum(int size) throws IOException {
        Tally tally = Tally.named("CRC64NVME").orElseThrow();
        byte[] framed =
                new S3Chunks(new ByteArrayInputStream(bytes(size)), "CRC64NVME", tally)
                        .readAllBytes();
        assertThat((long) framed.length)
                .isEqualTo(
                        S3Chunks.length(size, "CRC64NVME", Tally.named("CRC64NVME").orElseThrow()));
        Tally again = Tally.named("CRC64NVME").orElseThrow();
        again.update(bytes(size), 0, size);
        assertThat(new String(framed, StandardCharsets.ISO_8859_1))
                .endsWith(
                        "0\r\nx-amz-checksum-crc64nvme:"
                                + Base64.getEncoder().encodeToString(again.value())
                                + "\r\n\r\n");
    }

    @Test
    void whatTheClientsSideThrewIsKept() {
        AwsError wrong = BodyErrors.badChecksum("CRC32");
        InputStream body =
                new SequenceInputStream(new ByteArrayInputStream(bytes(200_000)), new Wrong(wrong));
        S3Upload upload = S3Upload.of(body, 300_000);
        assertThatThrownBy(() -> sent(upload).readAllBytes()).isSameAs(wrong);
        assertThat(upload.fault()).containsSame(wrong);
    }
}
