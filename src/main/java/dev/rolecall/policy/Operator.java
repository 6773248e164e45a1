package dev.rolecall.policy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntPredicate;

/// The condition operators ("IAM JSON policy elements: Condition operators"). A negated one
/// compares as its positive twin does and turns the answer.
enum Operator {
    STRING_EQUALS("StringEquals", false, Operand::equalTo),
    STRING_NOT_EQUALS("StringNotEquals", true, Operand::equalTo),
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", false, Operand::equalIgnoringCase),
    STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", true, Operand::equalIgnoringCase),
    STRING_LIKE("StringLike", false, Operand::like),
    STRING_NOT_LIKE("StringNotLike", true, Operand::like),
    NUMERIC_EQUALS("NumericEquals", false, number(order -> order == 0)),
    NUMERIC_NOT_EQUALS("NumericNotEquals", true, number(order -> order == 0)),
    NUMERIC_LESS_THAN("NumericLessThan", false, number(order -> order < 0)),
    NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", false, number(order -> order <= 0)),
    NUMERIC_GREATER_THAN("NumericGreaterThan", false, number(order -> order > 0)),
    NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", false, number(order -> order >= 0)),
    DATE_EQUALS("DateEquals", false, date(order -> order == 0)),
    DATE_NOT_EQUALS("DateNotEquals", true, date(order -> order == 0)),
    DATE_LESS_THAN("DateLessThan", false, date(order -> order < 0)),
    DATE_LESS_THAN_EQUALS("DateLessThanEquals", false, date(order -> order <= 0)),
    DATE_GREATER_THAN("DateGreaterThan", false, date(order -> order > 0)),
    DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", false, date(order -> order >= 0)),
    BOOL("Bool", false, literal(Operand::bool)),
    BINARY_EQUALS("BinaryEquals", false, literal(Operand::binary)),
    IP_ADDRESS("IpAddress", false, literal(Operand::address)),
    NOT_IP_ADDRESS("NotIpAddress", true, literal(Operand::address)),
    ARN_EQUALS("ArnEquals", false, Operand::arn),
    ARN_LIKE("ArnLike", false, Operand::arn),
    ARN_NOT_EQUALS("ArnNotEquals", true, Operand::arn),
    ARN_NOT_LIKE("ArnNotLike", true, Operand::arn),
    /// Asks whether the key is there; its operand is `true` for "it is not".
    NULL("Null", false, literal(Operand::bool));

    private static final Map<String, Operator> BY_NAME = new HashMap<>();

    static {
        for (Operator operator : values()) {
            BY_NAME.put(operator.text, operator);
        }
    }

    private final String text;
    private final boolean negated;

    @SuppressWarnings(
            "ImmutableEnumChecker") // the functions given above capture nothing that changes
    private final BiFunction<String, Boolean, Operand> compiler;

    Operator(String text, boolean negated, BiFunction<String, Boolean, Operand> compiler) {
        this.text = text;
        this.negated = negated;
        this.compiler = compiler;
    }

    private static BiFunction<String, Boolean, Operand> number(IntPredicate order) {
        return (text, _) -> Operand.number(text, order);
    }

    private static BiFunction<String, Boolean, Operand> date(IntPredicate order) {
        return (text, _) -> Operand.date(text, order);
    }

    private static BiFunction<String, Boolean, Operand> literal(Function<String, Operand> compile) {
        return (text, _) -> compile.apply(text);
    }

    /// Returns the operator of a name without qualifier and suffix.
    static Optional<Operator> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    String text() {
        return text;
    }

    boolean negated() {
        return negated;
    }

    /// @param variables whether the document knows policy variables
    Operand compile(String value, boolean variables) {
        return compiler.apply(value, variables);
    }
}
