package dev.rolecall.check;

/// A criterion that is not met; a check throws it. Say what is there, not what was typed:
///
/// ```java
/// throw Unmet.expected("a user named Test").observed("no user of that name");
/// ```
public final class Unmet extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final transient Verdict.Failed verdict;

    private Unmet(Verdict.Failed verdict) {
        super("expected " + verdict.expected() + ", observed " + verdict.observed());
        this.verdict = verdict;
    }

    static Unmet of(Verdict.Failed verdict) {
        return new Unmet(verdict);
    }

    /// Begins with what should be there.
    public static Expected expected(String what) {
        return new Expected(Fact.of(what));
    }

    /// Waits for what is there instead.
    public record Expected(Fact expected) {
        public Unmet observed(String what) {
            return new Unmet(new Verdict.Failed(expected, Fact.of(what), "", ""));
        }
    }

    /// Returns this with the reason why it is so.
    public Unmet because(String reason) {
        return new Unmet(
                new Verdict.Failed(
                        verdict.expected(), verdict.observed(), reason, verdict.tryThis()));
    }

    /// Returns this with what to look at next. It is never the answer.
    public Unmet tryThis(String next) {
        return new Unmet(
                new Verdict.Failed(
                        verdict.expected(), verdict.observed(), verdict.because(), next));
    }

    Verdict.Failed verdict() {
        return verdict;
    }
}
