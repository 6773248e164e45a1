package dev.rolecall.policy;

import java.util.List;
import java.util.Locale;

/// A statement's `Action`, `NotAction`, `Resource` or `NotResource`.
///
/// @param negated whether it is the form with `Not`
/// @param texts the values as the document has them
record Patterns<P>(boolean negated, List<String> texts, List<P> compiled) {

    static Patterns<Glob> actions(boolean negated, List<String> texts) {
        List<Glob> compiled =
                texts.stream().map(t -> Glob.pattern(t.toLowerCase(Locale.ROOT))).toList();
        return new Patterns<>(negated, texts, compiled);
    }

    static Patterns<ArnPattern> resources(boolean negated, List<String> texts, boolean variables) {
        List<ArnPattern> compiled = texts.stream().map(t -> ArnPattern.of(t, variables)).toList();
        return new Patterns<>(negated, texts, compiled);
    }

    static Answer action(Patterns<Glob> actions, Asked asked) {
        for (Glob glob : actions.compiled()) {
            if (glob.matches(asked.action())) {
                return Answer.of(!actions.negated());
            }
        }
        return Answer.of(actions.negated());
    }

    /// A variable without a value makes `Resource` match nothing. For `NotResource` AWS says
    /// nothing, so it cannot be told.
    static Answer resource(Patterns<ArnPattern> resources, Asked asked) {
        Answer unresolved = resources.negated() ? Answer.UNKNOWN : Answer.NO;
        Answer answer = Answer.NO;
        for (ArnPattern pattern : resources.compiled()) {
            answer = answer.or(pattern.match(asked, unresolved));
        }
        return resources.negated() ? answer.negated() : answer;
    }

    /// As a person reads it: `s3:Get*, s3:List*`, or `all but s3:Get*`.
    String wanted() {
        return (negated ? "all but " : "") + String.join(", ", texts);
    }
}
