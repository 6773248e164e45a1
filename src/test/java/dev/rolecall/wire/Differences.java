package dev.rolecall.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/// What two SDK structures differ in, member by member.
final class Differences {
    private static final Set<String> ENCODED =
            Set.of(
                    "PolicyDocument",
                    "AssumeRolePolicyDocument",
                    "AssumeRolePolicyDocumentTemplate",
                    "Document");

    private final boolean urlEncoded;
    private final List<String> found = new ArrayList<>();

    private Differences(boolean urlEncoded) {
        this.urlEncoded = urlEncoded;
    }

    /// @param urlEncoded whether policy documents in `actual` are URL-encoded, as IAM sends them
    static List<String> between(SdkPojo expected, SdkPojo actual, boolean urlEncoded) {
        Differences differences = new Differences(urlEncoded);
        differences.compare("", expected, actual);
        return differences.found;
    }

    private void compare(String path, SdkPojo expected, SdkPojo actual) {
        for (SdkField<?> field : expected.sdkFields()) {
            Object a = Pojos.value(field, expected);
            Object b = Pojos.value(field, actual);
            if (urlEncoded
                    && field.memberName() != null
                    && ENCODED.contains(field.memberName())
                    && b != null) {
                b = URLDecoder.decode(b.toString(), StandardCharsets.UTF_8);
            }
            compare(path + "." + field.memberName(), a, b);
        }
    }

    private void compare(
            String path,
            @org.jspecify.annotations.Nullable Object expected,
            @org.jspecify.annotations.Nullable Object actual) {
        if (expected instanceof SdkPojo a && actual instanceof SdkPojo b) {
            compare(path, a, b);
        } else if (expected instanceof List<?> a
                && actual instanceof List<?> b
                && a.size() == b.size()) {
            for (int i = 0; i < a.size(); i++) {
                compare(path + "[" + i + "]", a.get(i), b.get(i));
            }
        } else if (expected instanceof Map<?, ?> a
                && actual instanceof Map<?, ?> b
                && a.keySet().equals(b.keySet())) {
            a.forEach((key, value) -> compare(path + "{" + key + "}", value, b.get(key)));
        } else if (!Objects.equals(expected, actual)) {
            found.add(path + ": " + expected + " became " + actual);
        }
    }
}
