package dev.rolecall.cloud;

import dev.rolecall.wire.HttpIn;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What makes a request the same when it is made again. Signatures and dates differ each time; who
/// asks and what is asked does not.
///
/// @param kind method, path, query and, of a form, its action
/// @param details a hash of who asks, of the body and of the headers that choose the answer
record Fingerprint(String kind, String details) {
    private static final String FORM = "application/x-www-form-urlencoded";

    /// Headers of S3 that choose what is answered or done.
    private static final List<String> CHOOSING =
            List.of(
                    "range",
                    "if-match",
                    "if-none-match",
                    "if-modified-since",
                    "if-unmodified-since",
                    "x-amz-copy-source",
                    "x-amz-copy-source-range",
                    "x-amz-content-sha256");

    static boolean isForm(HttpIn in) {
        return in.method().equals("POST") && in.header("content-type").orElse("").startsWith(FORM);
    }

    /// @param form the body, of a form
    static Fingerprint of(HttpIn in, byte[] form) {
        String text = new String(form, StandardCharsets.UTF_8);
        String kind = in.method() + " " + in.rawPath() + "?" + query(in.rawQuery()) + action(text);
        StringBuilder details = new StringBuilder(keyId(in)).append('\n').append(text);
        for (String header : CHOOSING) {
            in.header(header).ifPresent(value -> details.append('\n').append(header).append(value));
        }
        return new Fingerprint(kind, hash(details.toString()));
    }

    /// Reads what [#toString] has written; one without details is of an older run.
    static Fingerprint parse(String text) {
        int mark = text.lastIndexOf('#');
        return mark < 0
                ? new Fingerprint(text, "")
                : new Fingerprint(text.substring(0, mark), text.substring(mark + 1));
    }

    @Override
    public String toString() {
        return kind + "#" + details;
    }

    private static String query(String rawQuery) {
        return Arrays.stream(rawQuery.split("&", -1))
                .filter(parameter -> !parameter.startsWith("X-Amz-"))
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private static String action(String form) {
        return Arrays.stream(form.split("&", -1))
                .filter(parameter -> parameter.startsWith("Action="))
                .findFirst()
                .orElse("");
    }

    /// The key id in the signature's scope, be it in the header or in a presigned URL.
    private static String keyId(HttpIn in) {
        Optional<String> scope =
                in.header("authorization")
                        .map(header -> after(header, "Credential="))
                        .or(() ->
                                Arrays.stream(in.rawQuery().split("&", -1))
                                        .filter(p -> p.startsWith("X-Amz-Credential="))
                                        .map(p -> after(p, "="))
                                        .findFirst());
        return scope.map(text -> text.split("/|%2F", 2)[0]).orElse("");
    }

    private static String after(String text, String mark) {
        int at = text.indexOf(mark);
        return at < 0 ? "" : text.substring(at + mark.length());
    }

    private static String hash(String text) {
        try {
            byte[] sum =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
