package dev.rolecall.console;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Finds what somebody probably meant who mistyped a name.
public final class Nearest {
    private Nearest() {}

    /// The candidate that the fewest edits make of the text; empty if that takes more than one edit
    /// for each three letters typed. Upper and lower case count as the same. Of several that are as
    /// near, the first.
    public static Optional<String> to(String text, Collection<String> candidates) {
        int fewest = Math.max(1, text.length() / 3) + 1;
        Optional<String> best = Optional.empty();
        for (String candidate : candidates) {
            int edits = edits(text.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            // One letter is not half a name: `/h` could be anything.
            if (edits < fewest && edits < text.length()) {
                fewest = edits;
                best = Optional.of(candidate);
            }
        }
        return best;
    }

    /// Levenshtein's distance, where swapping two neighbours is one edit.
    static int edits(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 ? j : j == 0 ? i : least(a, b, d, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int least(String a, String b, int[][] d, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        boolean swapped =
                i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
    }
}
