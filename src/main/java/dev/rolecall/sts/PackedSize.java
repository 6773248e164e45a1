package dev.rolecall.sts;

import dev.rolecall.fault.StsErrors;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;

/// How much of the room for session policies and tags a session uses, in percent
/// (`PackedPolicySize`).
///
/// AWS packs them in a way it does not publish. This is an approximation: the deflated texts
/// against 2,048 bytes. Only its being there, and its growing with what is passed, is AWS's.
final class PackedSize {
    private static final int ROOM = 2048;

    private PackedSize() {}

    /// The percentage that both use.
    ///
    /// @throws dev.rolecall.fault.AwsError `PackedPolicyTooLarge`
    static int percent(Optional<Session.SessionPolicies> policies, Map<String, String> tags) {
        int tagBytes = tags.isEmpty() ? 0 : deflated(tags.toString());
        int policyBytes = policies.map(PackedSize::text).map(PackedSize::deflated).orElse(0);
        int percent = percentOf(tagBytes + policyBytes);
        if (percent > 100) {
            throw tagBytes > policyBytes
                    ? StsErrors.tagsTooLarge(percent)
                    : StsErrors.policyTooLarge(percent);
        }
        return percent;
    }

    private static int percentOf(int bytes) {
        return (bytes * 100 + ROOM - 1) / ROOM;
    }

    private static String text(Session.SessionPolicies policies) {
        String inline = policies.inline().map(Object::toString).orElse("");
        return inline + String.join(",", policies.managed());
    }

    private static int deflated(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
            deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
            deflater.finish();
            byte[] buffer = new byte[1024];
            int bytes = 0;
            while (!deflater.finished()) {
                bytes += deflater.deflate(buffer);
            }
            return bytes;
        }
    }
}
