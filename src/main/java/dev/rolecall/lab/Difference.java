package dev.rolecall.lab;

/// One thing that is not as it was.
///
/// @param sign whether it came, went or changed
/// @param what such as `role account-s3-full-access`
/// @param detail what about it changed; may be several lines, or empty
public record Difference(Sign sign, String what, String detail) {

    /// How a difference is written.
    public enum Sign {
        CAME("+"),
        WENT("-"),
        CHANGED("~");

        private final String symbol;

        Sign(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }
}
