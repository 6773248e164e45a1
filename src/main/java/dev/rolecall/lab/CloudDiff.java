package dev.rolecall.lab;

import dev.rolecall.cloud.CloudState;
import dev.rolecall.policy.PrincipalNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// What differs between two moments of a cloud.
final class CloudDiff {
    private CloudDiff() {}

    /// @param names those of today, for principals in policies
    static List<Difference> between(CloudState before, CloudState after, PrincipalNames names) {
        Map<String, Map<String, String>> old = CloudFacts.of(before, names);
        Map<String, Map<String, String>> now = CloudFacts.of(after, names);
        List<Difference> differences = new ArrayList<>();
        for (String thing : union(old, now)) {
            if (!old.containsKey(thing)) {
                differences.add(
                        new Difference(
                                Difference.Sign.CAME,
                                thing,
                                listed(now.getOrDefault(thing, Map.of()))));
            } else if (!now.containsKey(thing)) {
                differences.add(new Difference(Difference.Sign.WENT, thing, ""));
            } else if (!Objects.equals(old.get(thing), now.get(thing))) {
                differences.add(
                        new Difference(
                                Difference.Sign.CHANGED,
                                thing,
                                changes(
                                        old.getOrDefault(thing, Map.of()),
                                        now.getOrDefault(thing, Map.of()))));
            }
        }
        return differences;
    }

    private static Set<String> union(Map<String, ?> a, Map<String, ?> b) {
        Set<String> keys = new LinkedHashSet<>(a.keySet());
        keys.addAll(b.keySet());
        return keys;
    }

    /// Of something new, what a person would want to know: its policies and members.
    private static String listed(Map<String, String> facts) {
        List<String> lines = new ArrayList<>();
        facts.forEach((name, value) -> {
            if (name.contains("policy") || name.startsWith("member")) {
                lines.add("+ " + name);
            }
        });
        return String.join("\n", lines);
    }

    private static String changes(Map<String, String> old, Map<String, String> now) {
        List<String> lines = new ArrayList<>();
        for (String name : union(old, now)) {
            String before = old.getOrDefault(name, "");
            String after = now.getOrDefault(name, "");
            if (!old.containsKey(name)) {
                lines.add(
                        "+ "
                                + name
                                + (after.isEmpty() || after.contains("\n") ? "" : ": " + after));
            } else if (!now.containsKey(name)) {
                lines.add("- " + name);
            } else if (!before.equals(after)) {
                lines.addAll(change(name, before, after));
            }
        }
        return String.join("\n", lines);
    }

    private static List<String> change(String name, String before, String after) {
        if (!before.contains("\n") && !after.contains("\n")) {
            return List.of("~ " + name + ": " + before + " -> " + after);
        }
        List<String> lines = new ArrayList<>();
        lines.add("~ " + name);
        LineDiff.between(before.lines().toList(), after.lines().toList())
                .forEach(line -> lines.add("    " + line));
        return lines;
    }
}
