package dev.rolecall.snippet;

import java.util.List;

/// What came of running the past again in a new JVM.
///
/// @param lost names of variables, methods and classes that could not be had back, in the order in
///   which they were made; empty if everything is there
public record Restored(List<String> lost) {
    public Restored {
        lost = List.copyOf(lost);
    }
}
