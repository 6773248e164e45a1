package dev.rolecall.s3;

import java.util.List;

/// The rules of "General purpose bucket naming rules".
final class BucketName {
    private static final List<String> PREFIXES = List.of("xn--", "sthree-", "amzn-s3-demo-");
    private static final List<String> SUFFIXES =
            List.of("-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3");

    private BucketName() {}

    static boolean valid(String name) {
        return name.length() >= 3
                && name.length() <= 63
                && name.chars().allMatch(c -> edge(c) || c == '.' || c == '-')
                && edge(name.charAt(0))
                && edge(name.charAt(name.length() - 1))
                && !name.contains("..")
                && !address(name)
                && PREFIXES.stream().noneMatch(name::startsWith)
                && SUFFIXES.stream().noneMatch(name::endsWith);
    }

    private static boolean edge(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    /// Whether the name looks like 192.168.5.4.
    private static boolean address(String name) {
        String[] parts = name.split("\\.", -1);
        if (parts.length != 4) {
            return false;
        }
        for (String part : parts) {
            if (part.isEmpty() || part.length() > 3 || !part.chars().allMatch(Character::isDigit)) {
                return false;
            }
        }
        return true;
    }
}
