package dev.rolecall.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The canonical request ("Create a signed AWS API request": create a canonical request).
final class Canonical {
    private static final String SIGNATURE_PARAMETER = "X-Amz-Signature";

    private Canonical() {}

    static String request(HttpIn in, Signature signature) {
        StringBuilder out = new StringBuilder(512);
        out.append(in.method()).append('\n');
        out.append(path(in.rawPath())).append('\n');
        out.append(query(in.rawQuery(), signature.presigned())).append('\n');
        for (String name : signature.signedHeaders()) {
            out.append(name).append(':').append(header(in, name)).append('\n');
        }
        out.append('\n').append(String.join(";", signature.signedHeaders())).append('\n');
        return out.append(signature.payloadHash()).toString();
    }

    /// Headers come off the socket as one char a byte, and all else is ASCII: these are the bytes
    /// that the client hashed.
    static byte[] bytes(String request) {
        return request.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// S3 does not normalise a path, and STS and IAM take none but `/`.
    private static String path(String rawPath) {
        return Percent.encode(Percent.decode(rawPath, false), true);
    }

    private static String query(String rawQuery, boolean presigned) {
        List<String> pairs = new ArrayList<>();
        for (String pair : rawQuery.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = recode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : recode(pair.substring(equals + 1));
                if (!presigned || !name.equals(SIGNATURE_PARAMETER)) {
                    // NUL sorts before every character that a name can have.
                    pairs.add(name + '\0' + value);
                }
            }
        }
        pairs.sort(null);
        return String.join("&", pairs).replace('\0', '=');
    }

    private static String recode(String text) {
        return Percent.encode(Percent.decode(text, true), false);
    }

    /// A header that is signed but absent counts as empty.
    private static String header(HttpIn in, String name) {
        List<String> values = in.headers().getOrDefault(name, List.of());
        return String.join(",", values.stream().map(Canonical::collapse).toList());
    }

    /// Trims, and makes one space of several.
    private static String collapse(String value) {
        StringBuilder out = new StringBuilder(value.length());
        for (char c : value.trim().toCharArray()) {
            boolean space = c == ' ' || c == '\t';
            if (!space) {
                out.append(c);
            } else if (out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        return out.toString();
    }
}
