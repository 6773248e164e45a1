package dev.rolecall.policy;

import dev.rolecall.policy.OperatorName.Quantifier;
import java.util.Locale;
import java.util.Set;

/// Whether a bucket policy makes its bucket public ("Blocking public access to your Amazon S3
/// storage", The meaning of "public").
public final class BucketPolicyStatus {
    /// Keys that say from where, or through whom, a request comes; a fixed value of one is enough.
    private static final Set<String> NARROWING =
            Set.of(
                    "aws:principalaccount",
                    "aws:principalarn",
                    "aws:principalorgid",
                    "aws:sourceaccount",
                    "aws:sourcearn",
                    "aws:sourceowner",
                    "aws:sourcevpc",
                    "aws:sourcevpce",
                    "aws:userid",
                    "s3:dataaccesspointaccount",
                    "s3:dataaccesspointarn");

    private static final Set<Operator> EQUALITY =
            Set.of(
                    Operator.STRING_EQUALS,
                    Operator.STRING_EQUALS_IGNORE_CASE,
                    Operator.STRING_LIKE,
                    Operator.ARN_EQUALS,
                    Operator.ARN_LIKE);

    private static final int WIDEST_V4 = 8;
    private static final int WIDEST_V6 = 32;

    private BucketPolicyStatus() {}

    /// Whether any statement allows somebody who is neither a fixed principal nor comes from a
    /// fixed source. A Deny beside it does not count.
    public static boolean isPublic(PolicyDocument document) {
        return document.allows().stream().anyMatch(BucketPolicyStatus::isPublic);
    }

    private static boolean isPublic(Statement statement) {
        boolean everybody =
                statement
                        .principals()
                        .map(p ->
                                p.negated()
                                        || p.names().stream()
                                                .anyMatch(PrincipalName.Everyone.class::isInstance))
                        .orElse(true);
        return everybody && statement.conditions().stream().noneMatch(BucketPolicyStatus::narrows);
    }

    /// A condition that an absent key satisfies narrows nothing.
    private static boolean narrows(Condition condition) {
        boolean needsKey =
                !condition.name().ifExists() && condition.name().quantifier() != Quantifier.ALL;
        if (!needsKey || condition.texts().isEmpty()) {
            return false;
        }
        String key = condition.key().toLowerCase(Locale.ROOT);
        return condition
                .name()
                .operator()
                .filter(operator ->
                        operator == Operator.IP_ADDRESS
                                ? key.equals("aws:sourceip") && allNarrow(condition)
                                : EQUALITY.contains(operator)
                                        && NARROWING.contains(key)
                                        && allFixed(condition))
                .isPresent();
    }

    private static boolean allFixed(Condition condition) {
        return condition.texts().stream()
                .noneMatch(text -> text.contains("*") || text.contains("?") || text.contains("${"));
    }

    private static boolean allNarrow(Condition condition) {
        return condition.texts().stream()
                .allMatch(text -> AddressRange.parse(text).filter(r -> isNarrow(r)).isPresent());
    }

    private static boolean isNarrow(AddressRange range) {
        return range.bits() >= (range.isVersion4() ? WIDEST_V4 : WIDEST_V6);
    }
}
