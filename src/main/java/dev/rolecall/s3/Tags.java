package dev.rolecall.s3;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Tags of buckets and objects, in the order given.
final class Tags {
    private Tags() {}

    static Map<String, String> copyOf(Map<String, String> tags) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    }
}
