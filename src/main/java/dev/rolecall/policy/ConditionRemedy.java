package dev.rolecall.policy;

import dev.rolecall.policy.StatementFinding.Element;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a request would have to carry for the one condition that it misses.
///
/// @param change sends the value
record ConditionRemedy(String sentence, Change change) {
    /// A value that equals the operand satisfies these.
    private static final Set<Operator> BY_OPERAND =
            Set.of(
                    Operator.STRING_EQUALS,
                    Operator.STRING_EQUALS_IGNORE_CASE,
                    Operator.STRING_LIKE,
                    Operator.NUMERIC_EQUALS,
                    Operator.NUMERIC_LESS_THAN_EQUALS,
                    Operator.NUMERIC_GREATER_THAN_EQUALS,
                    Operator.DATE_EQUALS,
                    Operator.DATE_LESS_THAN_EQUALS,
                    Operator.DATE_GREATER_THAN_EQUALS,
                    Operator.BOOL,
                    Operator.IP_ADDRESS,
                    Operator.ARN_EQUALS,
                    Operator.ARN_LIKE);

    /// What the credentials or the principal bring is no matter of the request's.
    private static final Set<String> NOT_SENT =
            Set.of(
                    "aws:principalarn",
                    "aws:principalaccount",
                    "aws:principaltype",
                    "aws:userid",
                    "aws:username",
                    "aws:tokenissuetime",
                    "aws:federatedprovider");

    static Optional<ConditionRemedy> of(StatementFinding finding, AccessRequest request) {
        if (!NearestMiss.missesOnly(finding, Element.CONDITION)) {
            return Optional.empty();
        }
        List<Condition> missed =
                finding.policy().document().statements().get(finding.index()).conditions().stream()
                        .filter(c ->
                                !c.test(request.context())
                                        .counts(Effect.ALLOW, finding.policy().kind()))
                        .toList();
        return missed.size() == 1 ? of(missed.getFirst()) : Optional.empty();
    }

    private static Optional<ConditionRemedy> of(Condition condition) {
        boolean can =
                condition.name().operator().filter(BY_OPERAND::contains).isPresent()
                        && !condition.texts().isEmpty()
                        && !NOT_SENT.contains(condition.key().toLowerCase(Locale.ROOT));
        if (!can) {
            return Optional.empty();
        }
        String value = condition.texts().getFirst();
        return Optional.of(
                new ConditionRemedy(
                        "ask with " + condition.key() + " " + value,
                        new Change.Send(condition.key(), value)));
    }
}
