package dev.rolecall.snippet;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds the name that somebody may have meant.
final class Nearest {
    private Nearest() {}

    /// The name that fewest changes of a letter lead to; none if that would be half the name.
    static Optional<String> to(String typed, List<String> names) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        return names.stream()
                .min(Comparator.comparingInt(n -> distance(wanted, n.toLowerCase(Locale.ROOT))))
                .filter(n ->
                        distance(wanted, n.toLowerCase(Locale.ROOT))
                                <= Math.max(2, typed.length() / 3));
    }

    /// Levenshtein's distance.
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                int best = Math.min(diagonal + change, Math.min(row[j], row[j - 1]) + 1);
                diagonal = row[j];
                row[j] = best;
            }
        }
        return row[other.length()];
    }
}
