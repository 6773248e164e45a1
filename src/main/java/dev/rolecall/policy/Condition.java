package dev.rolecall.policy;

import dev.rolecall.policy.OperatorName.Quantifier;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// One key under one operator of a `Condition` block, compiled.
final class Condition {
    private final String operatorText;
    private final OperatorName name;
    private final String key;
    private final String lowerCaseKey;
    private final List<String> texts;
    private final List<Operand> operands;

    Condition(String operatorText, String key, List<String> texts, boolean variables) {
        this.operatorText = operatorText;
        this.name = OperatorName.parse(operatorText);
        this.key = key;
        this.lowerCaseKey = key.toLowerCase(Locale.ROOT);
        this.texts = List.copyOf(texts);
        this.operands =
                name.operator()
                        .map(o -> texts.stream().map(t -> o.compile(t, variables)).toList())
                        .orElse(List.of());
    }

    OperatorName name() {
        return name;
    }

    String operatorText() {
        return operatorText;
    }

    String key() {
        return key;
    }

    List<String> texts() {
        return texts;
    }

    /// Whether the request satisfies it. AND over the keys is the statement's.
    Answer test(Context context) {
        Optional<Operator> operator = name.operator();
        Optional<Context.Value> value = context.lookup(lowerCaseKey);
        if (operator.isEmpty()) {
            return Answer.UNKNOWN;
        }
        boolean absent = value.map(this::holdsNothing).orElse(true);
        if (operator.get() == Operator.NULL) {
            return ofNull(absent);
        }
        if (absent) {
            return ofAbsent(operator.get());
        }
        return ofPresent(operator.get(), value.orElseThrow(), context);
    }

    /// An empty set counts as absent, and under a qualifier so does a set of empty texts.
    private boolean holdsNothing(Context.Value value) {
        return value.multivalued()
                && value.values().stream()
                        .allMatch(v -> v.isEmpty() && name.quantifier() != Quantifier.NONE);
    }

    private Answer ofNull(boolean absent) {
        boolean readable =
                texts.stream()
                        .allMatch(t -> t.equalsIgnoreCase("true") || t.equalsIgnoreCase("false"));
        if (!readable) {
            return Answer.ILL_FORMED;
        }
        return Answer.of(texts.stream().anyMatch(t -> t.equalsIgnoreCase("true") == absent));
    }

    private Answer ofAbsent(Operator operator) {
        if (name.ifExists()) {
            return Answer.YES;
        }
        return switch (name.quantifier()) {
            case NONE -> Answer.of(operator.negated());
            case ALL -> Answer.YES;
            case ANY -> Answer.NO;
        };
    }

    private Answer ofPresent(Operator operator, Context.Value value, Context context) {
        Function<String, Answer> one = seen -> compare(operator, seen, context);
        return switch (name.quantifier()) {
            // A key with many values under a plain operator: AWS calls it wrong and does not say
            // what it answers ("Multivalued context keys"); taken as no match.
            case NONE -> value.multivalued() ? Answer.NO : one.apply(value.values().getFirst());
            case ALL -> value.values().stream().map(one).reduce(Answer.YES, Answer::and);
            case ANY -> value.values().stream().map(one).reduce(Answer.NO, Answer::or);
        };
    }

    /// OR over the values of a positive operator; none of them for a negated one.
    private Answer compare(Operator operator, String seen, Context context) {
        Answer answer = Answer.NO;
        for (Operand operand : operands) {
            answer = answer.or(operand.test(seen, context));
        }
        return operator.negated() ? answer.negated() : answer;
    }

    /// As a person reads it: `StringEquals aws:username alice or bob`.
    String wanted() {
        return operatorText + " " + key + " " + String.join(" or ", texts);
    }

    /// What the request has: the value, or `absent`.
    String seen(Context context) {
        return context.lookup(lowerCaseKey)
                .map(v -> v.multivalued() ? v.values().toString() : v.values().getFirst())
                .orElse("absent");
    }
}
