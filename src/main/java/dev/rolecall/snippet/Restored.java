package dev.rolecall.snippet;

import java.util.List;

/// What came of running the past again in a new JVM.
///
/// @param lost names of variables, methods and classes that could not be had back, in the order in
///   which they were made; empty if everything is there
/// @param older names of variables that a snippet may have changed before it was stopped: such a
///   snippet does not run again
/// @param others names of variables that have another value than they had, being of a kind that
///   cannot be kept
public record Restored(List<String> lost, List<String> older, List<String> others) {
    /// Everything is as it was.
    public static final Restored WHOLE = new Restored(List.of(), List.of(), List.of());

    public Restored {
        lost = List.copyOf(lost);
        older = List.copyOf(older);
        others = List.copyOf(others);
    }
}
