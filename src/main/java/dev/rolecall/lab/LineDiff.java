package dev.rolecall.lab;

import java.util.ArrayList;
import java.util.List;

/// The lines that differ between two texts, `- ` and `+ ` in front, and one equal line around them.
/// Policy documents are short, so the plain longest common subsequence does.
final class LineDiff {
    private LineDiff() {}

    static List<String> between(List<String> old, List<String> now) {
        List<String> all = edits(old, now, lengths(old, now));
        List<String> near = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            boolean changed = !all.get(i).startsWith("  ");
            boolean beside =
                    (i > 0 && !all.get(i - 1).startsWith("  "))
                            || (i + 1 < all.size() && !all.get(i + 1).startsWith("  "));
            if (changed || beside) {
                near.add(all.get(i));
            }
        }
        return near;
    }

    private static int[][] lengths(List<String> old, List<String> now) {
        int[][] longest = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                longest[i][j] =
                        old.get(i).equals(now.get(j))
                                ? longest[i + 1][j + 1] + 1
                                : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        return longest;
    }

    private static List<String> edits(List<String> old, List<String> now, int[][] longest) {
        List<String> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                lines.add("  " + old.get(i++));
                j++;
            } else if (j == now.size()
                    || (i < old.size() && longest[i + 1][j] >= longest[i][j + 1])) {
                lines.add("- " + old.get(i++));
            } else {
                lines.add("+ " + now.get(j++));
            }
        }
        return lines;
    }
}
