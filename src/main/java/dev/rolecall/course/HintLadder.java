package dev.rolecall.course;

import java.util.List;

/// Three hints, each nearer to the answer than the one before: the concept, where to look, the
/// shape of the answer. None is the answer.
public record HintLadder(List<Hint> rungs) {

    /// How many hints every step has.
    public static final int RUNGS = 3;

    public HintLadder {
        rungs = List.copyOf(rungs);
        if (rungs.size() != RUNGS) {
            throw new IllegalArgumentException("rungs " + rungs.size());
        }
    }

    /// One hint.
    ///
    /// @param title its heading
    /// @param text Markdown
    public record Hint(String title, String text) {}
}
