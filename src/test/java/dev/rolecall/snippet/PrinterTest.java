package dev.rolecall.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PrinterTest {
    @Test
    void aCharacterCutInTwoArrivesWhole() {
        String text = "aä€𝄞z";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<Printed> printed = new ArrayList<>();
        Printer printer = new Printer(true, printed::add);
        for (byte each : bytes) {
            printer.print(new byte[] {each});
        }
        assertThat(printed).allMatch(Printed::error);
        assertThat(printed.stream().map(Printed::text).collect(Collectors.joining()))
                .isEqualTo(text);
    }
}
