package dev.rolecall.snippet;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Turns the bytes that a child printed into text, where a character may be cut in two.
final class Printer {
    private final boolean error;
    private final Consumer<Printed> output;
    private final CharsetDecoder decoder =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private byte[] rest = new byte[0];

    Printer(boolean error, Consumer<Printed> output) {
        this.error = error;
        this.output = output;
    }

    void print(byte[] bytes) {
        ByteBuffer in = ByteBuffer.allocate(rest.length + bytes.length).put(rest).put(bytes).flip();
        CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
        decoder.decode(in, out, false);
        rest = new byte[in.remaining()];
        in.get(rest);
        String text = out.flip().toString();
        if (!text.isEmpty()) {
            output.accept(new Printed(error, text));
        }
    }
}
