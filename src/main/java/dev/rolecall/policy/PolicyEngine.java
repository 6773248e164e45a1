package dev.rolecall.policy;

/// Decides ("Policy evaluation logic").
public final class PolicyEngine {
    private PolicyEngine() {}

    /// Answers the request from the policies. Never throws for what a document says: what cannot be
    /// evaluated matches as a Deny and does not as an Allow.
    public static Evaluation evaluate(AccessRequest request, PolicySet policies) {
        Ballot ballot = new Ballot(request, policies);
        return new Evaluation(request, policies, Verdict.of(ballot), ballot);
    }
}
