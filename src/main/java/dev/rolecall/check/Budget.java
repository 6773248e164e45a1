package dev.rolecall.check;

/// Bounds the search of one criterion: a policy can be written so that going through all that might
/// matter takes for ever. Such a policy is not met, since nobody can say that it is right.
final class Budget {
    private static final int QUESTIONS = 10_000;

    private final String tryThis;
    private int left = QUESTIONS;

    Budget(String tryThis) {
        this.tryThis = tryThis;
    }

    /// Takes one step of the search. Throws [Unmet] when there were too many.
    void spend() {
        if (left-- <= 0) {
            throw Criteria.unmet(
                    "policies that can be judged",
                    "they are too intricate to be judged",
                    QUESTIONS + " tries did not settle who may do what",
                    tryThis);
        }
    }
}
