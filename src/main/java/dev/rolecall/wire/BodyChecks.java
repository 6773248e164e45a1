package dev.rolecall.wire;

import dev.rolecall.fault.BodyErrors;
import dev.rolecall.fault.ProtocolErrors;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What the headers of a request promise about its body.
final class BodyChecks {
    private static final String PREFIX = "x-amz-checksum-";

    /// Headers of the same prefix that hold no digest.
    private static final Set<String> NO_DIGEST = Set.of("mode", "algorithm", "type");

    private BodyChecks() {}

    /// @param sha256 the signed hash; anything else promises nothing
    static List<BodyCheck> of(HttpIn in, String sha256) {
        List<BodyCheck> checks = new ArrayList<>();
        if (PayloadHash.isHash(sha256)) {
            byte[] wanted = HexFormat.of().parseHex(sha256);
            checks.add(
                    new BodyCheck(
                            Tally.digest("SHA-256"),
                            wanted,
                            found -> BodyErrors.contentSha256Mismatch(sha256, Hashes.hex(found))));
        }
        in.header("content-md5").ifPresent(md5 -> checks.add(md5(md5)));
        if (describesBody(in)) {
            checksum(in, checks);
        }
        return checks;
    }

    /// A check of a base64 digest; a value that is none is `invalid`.
    static BodyCheck checksum(String header, String name, String value) {
        Tally tally =
                Tally.named(name).orElseThrow(() -> ProtocolErrors.headerNotImplemented(header));
        byte[] wanted = base64(value);
        if (wanted.length != size(name)) {
            throw BodyErrors.invalidChecksum(header);
        }
        String algorithm = name.toUpperCase(Locale.ROOT);
        return new BodyCheck(tally, wanted, found -> BodyErrors.badChecksum(algorithm));
    }

    /// Whether a header of that name holds a digest.
    static boolean isChecksum(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return name.startsWith(PREFIX) && !NO_DIGEST.contains(name.substring(PREFIX.length()));
    }

    /// A finished upload's checksum is the object's, not that of the list of parts.
    private static boolean describesBody(HttpIn in) {
        boolean completes = in.method().equals("POST") && Form.parse(in.rawQuery()).has("uploadId");
        return !completes && (in.method().equals("PUT") || in.method().equals("POST"));
    }

    private static void checksum(HttpIn in, List<BodyCheck> checks) {
        List<String> names =
                in.headers().keySet().stream()
                        .filter(BodyChecks::isChecksum)
                        .map(name -> name.substring(PREFIX.length()))
                        .toList();
        if (names.size() > 1) {
            throw BodyErrors.severalChecksums();
        }
        for (String name : names) {
            String header = PREFIX + name;
            checks.add(checksum(header, name, in.header(header).orElse("")));
        }
    }

    private static BodyCheck md5(String value) {
        byte[] wanted = base64(value);
        if (wanted.length != 16) {
            throw BodyErrors.invalidMd5();
        }
        return new BodyCheck(
                Tally.digest("MD5"),
                wanted,
                found -> BodyErrors.badMd5(value, Base64.getEncoder().encodeToString(found)));
    }

    private static byte[] base64(String value) {
        try {
            return Base64.getDecoder().decode(value);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static int size(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "crc32", "crc32c" -> 4;
            case "crc64nvme" -> 8;
            case "sha1" -> 20;
            case "sha256" -> 32;
            case "sha512" -> 64;
            default -> 16;
        };
    }
}
