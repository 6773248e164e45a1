package dev.rolecall.check;

/// How one criterion came out.
public sealed interface Verdict {

    /// It is met.
    record Passed() implements Verdict {}

    /// It is not met yet.
    ///
    /// @param because why it is so; may be empty
    /// @param tryThis what to look at next, never the answer; may be empty
    record Failed(Fact expected, Fact observed, String because, String tryThis)
            implements Verdict {}

    /// The check itself failed. That is the lab's fault and says nothing about the learner's work.
    ///
    /// @param what one line
    record Broke(String what) implements Verdict {}
}
