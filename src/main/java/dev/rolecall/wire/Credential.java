package dev.rolecall.wire;

import java.util.Optional;

/// `keyid/date/region/service/aws4_request`.
record Credential(
        String accessKeyId, String date, String region, String service, String terminator) {
    static final String TERMINATOR = "aws4_request";

    static Optional<Credential> parse(String text) {
        String[] parts = text.split("/", -1);
        return parts.length != 5
                ? Optional.empty()
                : Optional.of(new Credential(parts[0], parts[1], parts[2], parts[3], parts[4]));
    }

    boolean terminated() {
        return terminator.equals(TERMINATOR);
    }
}
