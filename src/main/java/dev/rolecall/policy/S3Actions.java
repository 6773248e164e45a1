package dev.rolecall.policy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/// The S3 actions that a bucket policy may name, with their resource types and condition keys
/// ("Actions, resources, and condition keys for Amazon S3"). Read at the first bucket policy that
/// is checked; no decision depends on it.
final class S3Actions {
    private S3Actions() {}

    /// @param name in lower case, with `s3:`
    /// @param onBucket whether its resource is a bucket
    /// @param onObject whether its resource is an object
    /// @param keys condition keys of its own, in lower case, without `s3:`
    record Action(String name, boolean onBucket, boolean onObject, Set<String> keys) {}

    /// The actions that a pattern names.
    static List<Action> named(String pattern) {
        Glob glob = Glob.pattern(pattern.toLowerCase(Locale.ROOT));
        return Table.ACTIONS.stream().filter(action -> glob.matches(action.name())).toList();
    }

    static boolean anyKnowsKey(String key) {
        return Table.ACTIONS.stream().anyMatch(action -> action.keys().contains(key));
    }

    private static final class Table {
        static final List<Action> ACTIONS = read();

        private static List<Action> read() {
            try (InputStream in = S3Actions.class.getResourceAsStream("s3-actions.tsv");
                    BufferedReader lines =
                            new BufferedReader(
                                    new InputStreamReader(
                                            Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
                return lines.lines().filter(line -> !line.startsWith("#")).map(Table::row).toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Action row(String line) {
            String[] cells = line.split("\t", -1);
            List<String> types = List.of(cells[1].split(","));
            return new Action(
                    "s3:" + cells[0].toLowerCase(Locale.ROOT),
                    types.contains("bucket"),
                    types.contains("object"),
                    Set.of(cells[2].split(" ")));
        }
    }
}
