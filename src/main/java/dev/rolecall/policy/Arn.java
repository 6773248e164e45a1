package dev.rolecall.policy;

import java.util.Optional;

/// An Amazon Resource Name, its six parts ("Amazon Resource Names (ARNs)").
///
/// @param region may be empty
/// @param account may be empty
/// @param resource all after the fifth colon, colons included
public record Arn(
        String partition, String service, String region, String account, String resource) {

    /// Returns the ARN that the text is, or empty if it has not the six parts.
    public static Optional<Arn> parse(String text) {
        String[] parts = text.split(":", 6);
        if (parts.length < 6 || !parts[0].equals("arn")) {
            return Optional.empty();
        }
        return Optional.of(new Arn(parts[1], parts[2], parts[3], parts[4], parts[5]));
    }

    @Override
    public String toString() {
        return "arn:" + partition + ":" + service + ":" + region + ":" + account + ":" + resource;
    }
}
