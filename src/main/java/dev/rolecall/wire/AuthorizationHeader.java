package dev.rolecall.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `Authorization: AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…`, taken apart.
///
/// @param problems attributes that are unknown or repeated
record AuthorizationHeader(String algorithm, Map<String, String> parts, List<String> problems) {
    static final List<String> PARTS = List.of("Credential", "SignedHeaders", "Signature");

    static AuthorizationHeader parse(String text) {
        int space = text.indexOf(' ');
        String algorithm = space < 0 ? text : text.substring(0, space);
        Map<String, String> parts = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (String part : (space < 0 ? "" : text.substring(space + 1)).split(",", -1)) {
            String attribute = part.trim();
            int equals = attribute.indexOf('=');
            String name = equals < 0 ? attribute : attribute.substring(0, equals);
            if (!attribute.isEmpty()) {
                boolean bad = equals < 0 || !PARTS.contains(name) || parts.containsKey(name);
                if (bad) {
                    problems.add(name);
                } else {
                    parts.put(name, attribute.substring(equals + 1));
                }
            }
        }
        return new AuthorizationHeader(algorithm, parts, problems);
    }

    Optional<String> part(String name) {
        return Optional.ofNullable(parts.get(name)).filter(value -> !value.isEmpty());
    }
}
