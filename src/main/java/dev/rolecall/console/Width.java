package dev.rolecall.console;

/// How many columns text takes on a terminal: none for escape sequences and combining marks, two
/// for East Asian wide characters and emoji (Unicode Standard Annex #11).
public final class Width {
    private static final int ZWJ = 0x200D;
    private static final int EMOJI_STYLE = 0xFE0F;

    private Width() {}

    /// The columns that the text takes, which has no line break.
    public static int of(String text) {
        int columns = 0;
        for (int at = 0; at < text.length(); ) {
            int end = end(text, at);
            columns += of(text, at, end);
            at = end;
        }
        return columns;
    }

    /// Where the unit that begins at `at` ends: an escape sequence, or a character with all that
    /// joins it. Cutting between units never breaks what is drawn.
    static int end(String text, int at) {
        if (text.charAt(at) == '\u001b') {
            return escapeEnd(text, at);
        }
        int end = at + Character.charCount(text.codePointAt(at));
        while (end < text.length()) {
            int next = text.codePointAt(end);
            if (next == ZWJ) {
                end++;
                if (end < text.length()) {
                    end += Character.charCount(text.codePointAt(end));
                }
            } else if (joins(next)) {
                end += Character.charCount(next);
            } else {
                break;
            }
        }
        return end;
    }

    /// The columns of one unit.
    static int of(String text, int at, int end) {
        int first = text.codePointAt(at);
        if (first == '\u001b' || Character.isISOControl(first) || joins(first)) {
            return 0;
        }
        boolean emojiStyle = text.substring(at, end).indexOf(EMOJI_STYLE) >= 0;
        return emojiStyle || wide(first) ? 2 : 1;
    }

    /// Whether the unit that begins here is an escape sequence.
    static boolean escape(String text, int at) {
        return text.charAt(at) == '\u001b';
    }

    // CSI … final byte, OSC … BEL or ST (hyperlinks), or ESC and one character.
    private static int escapeEnd(String text, int at) {
        if (at + 1 >= text.length()) {
            return text.length();
        }
        return switch (text.charAt(at + 1)) {
            case '[' -> csiEnd(text, at + 2);
            case ']' -> oscEnd(text, at + 2);
            default -> at + 2;
        };
    }

    private static int csiEnd(String text, int from) {
        int end = from;
        while (end < text.length() && (text.charAt(end) < '@' || text.charAt(end) > '~')) {
            end++;
        }
        return Math.min(text.length(), end + 1);
    }

    private static int oscEnd(String text, int from) {
        for (int end = from; end < text.length(); end++) {
            if (text.charAt(end) == '\u0007') {
                return end + 1;
            }
            if (text.charAt(end) == '\u001b') {
                return Math.min(text.length(), end + 2);
            }
        }
        return text.length();
    }

    private static boolean joins(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT
                || (codePoint >= 0x1F3FB && codePoint <= 0x1F3FF) // skin tones
                || (codePoint >= 0x1160 && codePoint <= 0x11FF); // Hangul vowels and finals
    }

    private static boolean wide(int c) {
        return c >= 0x1100
                && (c <= 0x115F
                        || (c >= 0x2E80 && c <= 0x303E)
                        || (c >= 0x3041 && c <= 0xA4CF)
                        || (c >= 0xA960 && c <= 0xA97F)
                        || (c >= 0xAC00 && c <= 0xD7A3)
                        || (c >= 0xF900 && c <= 0xFAFF)
                        || (c >= 0xFE30 && c <= 0xFE6F)
                        || (c >= 0xFF01 && c <= 0xFF60)
                        || (c >= 0xFFE0 && c <= 0xFFE6)
                        || (c >= 0x20000 && c <= 0x3FFFD)
                        || Character.isEmojiPresentation(c));
    }
}
