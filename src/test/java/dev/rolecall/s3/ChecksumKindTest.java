package dev.rolecall.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.wire.Tally;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksumKindTest {
    /// The check values that each algorithm's own definition gives for "123456789".
    @ParameterizedTest
    @CsvSource({
        "CRC32, cbf43926",
        "CRC32C, e3069283",
        "CRC64NVME, ae8b14860a799888",
        "MD5, 25f9e794323b453885f5181f1b624d0b",
        "SHA1, f7c3bc1d808e04732adf679965ccc34ca7ae3441"
    })
    void computesThePublishedCheckValue(ChecksumKind kind, String expected) {
        byte[] bytes = "123456789".getBytes(StandardCharsets.US_ASCII);
        Tally sum = kind.tally();
        sum.update(bytes, 0, 4);
        sum.update(bytes, 4, 5);
        assertThat(HexFormat.of().formatHex(sum.value())).isEqualTo(expected);
    }
}
