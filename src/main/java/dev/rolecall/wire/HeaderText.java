package dev.rolecall.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Values that may go into a header.
final class HeaderText {
    private HeaderText() {}

    /// The text itself if it is printable ASCII, else RFC 2047's form of it, as S3 answers metadata
    /// ("Working with object metadata").
    static String of(String text) {
        if (text.chars().allMatch(c -> (c >= 0x20 && c < 0x7f) || c == '\t')) {
            return text;
        }
        return "=?UTF-8?B?"
                + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
                + "?=";
    }
}
