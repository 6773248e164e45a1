package dev.rolecall.snippet;

import java.util.List;

/// What could stand at the cursor.
///
/// @param anchor where the text that a candidate replaces begins
/// @param candidates fitting ones first, without doubles
public record Completion(int anchor, List<Candidate> candidates) {
    public Completion {
        candidates = List.copyOf(candidates);
    }

    /// @param text what to insert
    /// @param fits whether its type is the one wanted here
    public record Candidate(String text, boolean fits) {}
}
