package dev.rolecall.lab;

import java.util.List;
import java.util.Optional;

/// Finds what somebody probably meant.
final class Nearest {
    private Nearest() {}

    /// The candidate that the fewest edits make of the text, if they are few.
    static Optional<String> to(String text, List<String> candidates) {
        int limit = Math.max(1, text.length() / 3);
        String best = "";
        int fewest = limit + 1;
        for (String candidate : candidates) {
            int edits =
                    edits(
                            text.toLowerCase(java.util.Locale.ROOT),
                            candidate.toLowerCase(java.util.Locale.ROOT));
            if (edits < fewest) {
                fewest = edits;
                best = candidate;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    // Levenshtein's distance, where swapping two neighbours is one edit.
    private static int edits(String a, String b) {
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
