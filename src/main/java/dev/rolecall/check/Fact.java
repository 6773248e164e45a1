package dev.rolecall.check;

/// What was expected or observed. Where both are an answer to one question, `answer` is the answer
/// (`ALLOW`, `DENY`), and a screen puts the two answers below each other.
///
/// @param what a phrase; may be empty
/// @param answer may be empty
public record Fact(String what, String answer) {

    public static Fact of(String what) {
        return new Fact(what, "");
    }

    /// Both parts in one line.
    @Override
    public String toString() {
        return what.isEmpty() || answer.isEmpty() ? what + answer : what + "  " + answer;
    }
}
