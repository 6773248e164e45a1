package dev.rolecall.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WidthTest {

    @ParameterizedTest
    @CsvSource(
            value = {
                "plain | 5",
                "'' | 0",
                "日本 | 4",
                "한국 | 4",
                "ｗｉｄｅ | 8",
                "e\u0301 | 1",
                "😀 | 2",
                "👩\u200d💻 | 2",
                "👍🏽 | 2",
                "❤\uFE0F | 2",
                "é → ü | 5",
                "'\u001b[1;31mred\u001b[0m' | 3",
                "'\u001b]8;;https://x\u001b\\link\u001b]8;;\u001b\\' | 4",
                "a\u200bb | 2",
            },
            delimiter = '|')
    void countsColumns(String text, int columns) {
        assertThat(Width.of(text)).isEqualTo(columns);
    }
}
