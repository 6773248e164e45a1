package dev.rolecall.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// A signature's time in ISO 8601 basic form: `yyyyMMdd'T'HHmmss'Z'`.
final class Timestamp {
    private Timestamp() {}

    static Optional<Instant> parse(String text) {
        if (text.length() != 16 || text.charAt(8) != 'T' || text.charAt(15) != 'Z') {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDateTime.of(
                                    Integer.parseUnsignedInt(text, 0, 4, 10),
                                    Integer.parseUnsignedInt(text, 4, 6, 10),
                                    Integer.parseUnsignedInt(text, 6, 8, 10),
                                    Integer.parseUnsignedInt(text, 9, 11, 10),
                                    Integer.parseUnsignedInt(text, 11, 13, 10),
                                    Integer.parseUnsignedInt(text, 13, 15, 10))
                            .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
