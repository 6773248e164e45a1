package dev.rolecall.s3;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=2-4, 2, 3",
        "bytes=2-, 2, 8",
        "bytes=9-99, 9, 1",
        "bytes=-3, 7, 3",
        "bytes=-99, 0, 10",
        "bytes=0-99999999999999999999, 0, 10"
    })
    void takesAStretchOfTenBytes(String header, long first, long length) {
        assertThat(ByteRange.of(header, 10)).contains(new ByteRange(first, length));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bytes=5-2", "bytes=a-b", "bytes=", "bytes=-", "items=0-1", "bytes=0-1,3-4"})
    void passesOverWhatIsNoSingleRange(String header) {
        assertThat(ByteRange.of(header, 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-20", "bytes=-0"})
    void refusesWhatLiesOutside(String header) {
        assertThat(Desk.error(() -> ByteRange.of(header, 10)).code()).isEqualTo("InvalidRange");
    }
}
