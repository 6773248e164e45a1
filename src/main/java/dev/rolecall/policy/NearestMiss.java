package dev.rolecall.policy;

import dev.rolecall.policy.StatementFinding.Element;
import dev.rolecall.policy.StatementFinding.Test;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Puts the statements that did not match in order: first the one that came closest.
final class NearestMiss {
    private static final int MOST = 5;

    /// Beyond this a statement speaks of something else altogether.
    private static final int FAR = 100;

    private NearestMiss() {}

    static List<StatementFinding> order(List<StatementFinding> missing) {
        return missing.stream()
                .filter(finding -> distance(finding) < FAR)
                .sorted(Comparator.comparingInt(NearestMiss::distance))
                .limit(MOST)
                .toList();
    }

    static int distance(StatementFinding finding) {
        return finding.misses().stream().mapToInt(NearestMiss::weight).sum();
    }

    /// A condition is the smallest change, another action the largest.
    private static int weight(Test miss) {
        return switch (miss.element()) {
            case CONDITION -> 2;
            case PRINCIPAL -> 3;
            case RESOURCE -> sameService(miss, "arn:aws:") ? 3 : 8;
            case ACTION -> sameService(miss, "") ? 10 : FAR;
        };
    }

    private static boolean sameService(Test miss, String prefix) {
        String seen = miss.seen().toLowerCase(Locale.ROOT);
        int colon = seen.indexOf(':', prefix.length());
        String service = colon < 0 ? seen : seen.substring(0, colon + 1);
        return miss.wanted().toLowerCase(Locale.ROOT).contains(service);
    }

    /// Whether nothing but this element stands between the statement and a match.
    static boolean missesOnly(StatementFinding finding, Element element) {
        return finding.misses().stream().allMatch(miss -> miss.element() == element);
    }
}
