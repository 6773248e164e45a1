package dev.rolecall.policy;

import java.util.List;

/// Why one statement did or did not match.
///
/// @param policy where the statement stands
/// @param index the statement's place in its document, from 0
/// @param tests each element that was compared, in the order Principal, Action, Resource, Condition
public record StatementFinding(AttachedPolicy policy, int index, List<Test> tests) {

    public StatementFinding {
        tests = List.copyOf(tests);
    }

    /// The part of a statement that a test compares.
    public enum Element {
        PRINCIPAL,
        ACTION,
        RESOURCE,
        CONDITION
    }

    /// One comparison.
    ///
    /// @param wanted what the document says, as a person reads it: `s3:Get*`, `StringEquals
    ///   aws:username alice`
    /// @param seen what the request had: `s3:PutObject`, or `absent`
    public record Test(Element element, boolean passed, String wanted, String seen) {}

    /// Whether every element matched.
    public boolean matches() {
        return tests.stream().allMatch(Test::passed);
    }

    /// The tests that did not pass.
    public List<Test> misses() {
        return tests.stream().filter(test -> !test.passed()).toList();
    }
}
