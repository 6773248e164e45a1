package dev.rolecall.s3;

import dev.rolecall.fault.S3Errors;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Where a list goes on: after a key, or after a common prefix and all keys under it.
///
/// @param prefix whether `value` is a common prefix
record Token(boolean prefix, String value) {

    static Token key(String key) {
        return new Token(false, key);
    }

    static Token read(String token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (text.startsWith("K") || text.startsWith("P")) {
                return new Token(text.startsWith("P"), text.substring(1));
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw incorrect();
    }

    /// Checks a token that another made: a key in Base64.
    static void checkForm(String token) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(token)));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw incorrect();
        }
    }

    private static RuntimeException incorrect() {
        return S3Errors.invalidArgument(
                "The continuation token provided is incorrect", "continuation-token");
    }

    String write() {
        byte[] bytes = ((prefix ? "P" : "K") + value).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
