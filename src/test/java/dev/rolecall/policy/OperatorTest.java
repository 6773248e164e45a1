package dev.rolecall.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The operators of aws-truth §1.9, one comparison a row.
class OperatorTest {

    @ParameterizedTest(name = "{0} {1} against {2}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "StringEquals | a | a | YES",
                "StringEquals | a | A | NO",
                "StringEquals | a* | a* | YES",
                "StringEquals | a* | ab | NO",
                "StringNotEquals | a | b | YES",
                "StringNotEquals | a | a | NO",
                "StringEqualsIgnoreCase | aB | Ab | YES",
                "StringNotEqualsIgnoreCase | aB | Ab | NO",
                "StringLike | a*c?e | abbbcde | YES",
                "StringLike | a*c?e | abbbce | NO",
                "StringLike | A* | abc | NO",
                "StringLike | * | x/y:z | YES",
                "StringNotLike | a* | abc | NO",
                "StringNotLike | a* | bcd | YES",
                "NumericEquals | 10 | 10.0 | YES",
                "NumericNotEquals | 10 | 11 | YES",
                "NumericLessThan | 10 | 9.99 | YES",
                "NumericLessThan | 10 | 10 | NO",
                "NumericLessThanEquals | 10 | 10 | YES",
                "NumericGreaterThan | -1 | 0 | YES",
                "NumericGreaterThanEquals | 9 | 10 | YES",
                "NumericGreaterThanEquals | 9 | 8 | NO",
                "DateEquals | 2026-01-01T00:00:00Z | 1767225600 | YES",
                "DateNotEquals | 2026-01-01T00:00:00Z | 2026-01-01T00:00:01Z | YES",
                "DateLessThan | 2026-01-01 | 2025-12-31T23:59:59Z | YES",
                "DateLessThan | 2026-01-01T02:00:00+02:00 | 2026-01-01T00:00:00Z | NO",
                "DateLessThanEquals | 2026-01-01T02:00:00+02:00 | 2026-01-01T00:00:00Z | YES",
                "DateGreaterThan | 2026-01-01T00:00:00.000000001Z | 2026-01-01T00:00:00.000000002Z | YES",
                "DateGreaterThanEquals | 2026-01 | 2026-01-01T00:00:00Z | YES",
                "DateGreaterThan | 01T | 2026-01-01T00:00:00Z | YES",
                "DateGreaterThan | 2026 | 2025-01-01T00:00:00Z | NO",
                "Bool | true | TRUE | YES",
                "Bool | False | true | NO",
                "BinaryEquals | QmluYXJ5 | QmluYXJ5 | YES",
                "BinaryEquals | QmluYXJ5 | QmluYXJz | NO",
                "IpAddress | 203.0.113.0/24 | 203.0.113.7 | YES",
                "IpAddress | 203.0.113.0/24 | 203.0.114.7 | NO",
                "IpAddress | 203.0.113.7 | 203.0.113.7 | YES",
                "IpAddress | 203.0.112.0/23 | 203.0.113.255 | YES",
                "IpAddress | 0.0.0.0/0 | 8.8.8.8 | YES",
                "IpAddress | ::/0 | 8.8.8.8 | NO",
                "IpAddress | 2001:db8::/33 | 2001:db8:7fff::1 | YES",
                "IpAddress | 2001:db8::/33 | 2001:db8:8000::1 | NO",
                "NotIpAddress | 10.0.0.0/8 | 11.0.0.1 | YES",
                "ArnEquals | arn:aws:iam::*:role/a* | arn:aws:iam::1:role/ab | YES",
                "ArnLike | arn:aws:iam::1:role/* | arn:aws:iam::1:role/a/b | YES",
                "ArnLike | arn:aws:s3:::* | arn:aws:iam::1:role/a | NO",
                "ArnLike | arn:*:x | arn:aws:iam::1:x | NO",
                "ArnLike | arn:aws:iam::1 | arn:aws:iam::1:x | NO",
                "ArnNotEquals | arn:aws:iam::1:role/a | arn:aws:iam::1:role/b | YES",
                "ArnNotLike | arn:aws:iam::1:role/* | arn:aws:iam::1:role/b | NO",
                "ArnLike | * | arn:aws:iam::1:role/b | UNKNOWN",
                "NumericEquals | x | 1 | ILL_FORMED",
                "NumericNotEquals | * | 1 | ILL_FORMED",
                "DateLessThan | soon | 2026-01-01T00:00:00Z | ILL_FORMED",
                "BinaryEquals | ~ | QmluYXJ5 | ILL_FORMED",
                "IpAddress | 10.0.0.* | 10.0.0.1 | ILL_FORMED",
                "IpAddress | 10.0.0.0/33 | 10.0.0.1 | ILL_FORMED",
                "IpAddress | localhost | 127.0.0.1 | ILL_FORMED",
                "NumericEquals | 1 | many | UNKNOWN",
                "StringSortOf | a | a | UNKNOWN",
                "NullIfExists | true | a | UNKNOWN",
                "stringequals | a | a | UNKNOWN",
            })
    void anOperatorComparesOneValue(String operator, String operand, String seen, Answer answer) {
        Condition condition = new Condition(operator, "k", List.of(operand), true);

        assertThat(condition.test(Context.builder().put("K", seen).build())).isEqualTo(answer);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "StringEquals, NO",
        "NumericLessThan, NO",
        "DateGreaterThan, NO",
        "Bool, NO",
        "IpAddress, NO",
        "BinaryEquals, NO",
        "ArnLike, NO",
        "StringNotEquals, YES",
        "StringNotEqualsIgnoreCase, YES",
        "StringNotLike, YES",
        "NumericNotEquals, YES",
        "DateNotEquals, YES",
        "NotIpAddress, YES",
        "ArnNotLike, YES",
        "ArnNotEquals, YES",
        "StringEqualsIfExists, YES",
        "StringNotEqualsIfExists, YES",
        "BoolIfExists, YES",
        "ForAllValues:StringEquals, YES",
        "ForAllValues:StringNotEquals, YES",
        "ForAnyValue:StringEquals, NO",
        "ForAnyValue:StringNotEquals, NO",
        "ForAnyValue:StringEqualsIfExists, YES",
        "ForAllValues:StringEqualsIfExists, YES",
    })
    void theMissingKeyTable(String operator, Answer answer) {
        Condition condition = new Condition(operator, "k", List.of("1"), true);

        assertThat(condition.test(Context.empty())).isEqualTo(answer);
    }

    @ParameterizedTest
    @EnumSource(Operator.class)
    void ifExistsIsTrueWithoutTheKeyForEveryOperatorButNull(Operator operator) {
        Condition condition = new Condition(operator.text() + "IfExists", "k", List.of("1"), true);

        assertThat(condition.test(Context.empty()))
                .isEqualTo(operator == Operator.NULL ? Answer.UNKNOWN : Answer.YES);
    }

    @ParameterizedTest(name = "{0} of {1} against [{2}]: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ForAllValues:StringEquals | a,b | a | YES",
                "ForAllValues:StringEquals | a,b | a,b | YES",
                "ForAllValues:StringEquals | a,b | a,c | NO",
                "ForAllValues:StringNotEquals | a,b | c,d | YES",
                "ForAllValues:StringNotEquals | a,b | c,a | NO",
                "ForAllValues:StringLike | a* | ab,ac | YES",
                "ForAllValues:StringEqualsIgnoreCase | A | a | YES",
                "ForAnyValue:StringEquals | a,b | c,b | YES",
                "ForAnyValue:StringEquals | a,b | c,d | NO",
                "ForAnyValue:StringNotEquals | a,b | a,c | YES",
                "ForAnyValue:StringNotEquals | a,b | a,b | NO",
                "StringEquals | a | a | NO",
                "StringNotEquals | a | b | NO",
                "StringEqualsIfExists | a | a | NO",
            })
    void aSetIsComparedValueByValue(String operator, String operands, String seen, Answer answer) {
        Condition condition = new Condition(operator, "k", List.of(operands.split(",")), true);
        Context context = Context.builder().putAll("k", List.of(seen.split(","))).build();

        assertThat(condition.test(context)).isEqualTo(answer);
    }

    @Test
    void anEmptySetCountsAsAbsent() {
        Context empty = Context.builder().putAll("k", List.of()).build();

        assertThat(test("ForAllValues:StringEquals", "a", empty)).isEqualTo(Answer.YES);
        assertThat(test("ForAnyValue:StringEquals", "a", empty)).isEqualTo(Answer.NO);
        assertThat(test("Null", "true", empty)).isEqualTo(Answer.YES);
        assertThat(test("Null", "false", empty)).isEqualTo(Answer.NO);
    }

    @Test
    void aSingleValueUnderAQualifierIsASetOfOne() {
        Context one = Context.builder().put("k", "a").build();

        assertThat(test("ForAllValues:StringEquals", "a", one)).isEqualTo(Answer.YES);
        assertThat(test("ForAnyValue:StringEquals", "a", one)).isEqualTo(Answer.YES);
    }

    @Test
    void nullAsksWhetherTheKeyIsThere() {
        Context there = Context.builder().put("k", "").build();

        assertThat(test("Null", "true", Context.empty())).isEqualTo(Answer.YES);
        assertThat(test("Null", "false", Context.empty())).isEqualTo(Answer.NO);
        assertThat(test("Null", "TRUE", there)).isEqualTo(Answer.NO);
        assertThat(test("Null", "false", there)).isEqualTo(Answer.YES);
        assertThat(test("Null", "maybe", there)).isEqualTo(Answer.ILL_FORMED);
    }

    @Test
    void severalOperandsAreAnOrForAPositiveOperatorAndNoneOfThemForANegatedOne() {
        Context b = Context.builder().put("k", "b").build();

        assertThat(new Condition("StringEquals", "k", List.of("a", "b"), true).test(b))
                .isEqualTo(Answer.YES);
        assertThat(new Condition("StringNotEquals", "k", List.of("a", "b"), true).test(b))
                .isEqualTo(Answer.NO);
        assertThat(new Condition("StringNotEquals", "k", List.of("a", "c"), true).test(b))
                .isEqualTo(Answer.YES);
    }

    @Test
    void anIllFormedOperandBesideOneThatMatchesDoesNoHarm() {
        Context five = Context.builder().put("k", "5").build();

        assertThat(new Condition("NumericEquals", "k", List.of("x", "5"), true).test(five))
                .isEqualTo(Answer.YES);
        assertThat(new Condition("NumericEquals", "k", List.of("x", "6"), true).test(five))
                .isEqualTo(Answer.ILL_FORMED);
    }

    @Test
    void v42AnIllFormedOperandOfABucketPolicyNeverMatchesNotEvenAsADeny() {
        String deny =
                "{'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'*',"
                        + "'Condition':{'NumericEquals':{'s3:max-keys':'x'}}}";
        Ask ask =
                Ask.by(Ask.TEST)
                        .with("s3:max-keys", "10")
                        .identity(Ask.allow("s3:*", "*"))
                        .bucket(deny);

        assertThat(ask.decision()).isEqualTo(Evaluation.Decision.ALLOW);
        assertThat(
                        Ask.by(Ask.TEST)
                                .with("s3:max-keys", "10")
                                .identity(
                                        Ask.allow("s3:*", "*"),
                                        Ask.deny(
                                                "s3:*",
                                                "*",
                                                "{'NumericEquals':{'s3:max-keys':'x'}}"))
                                .decision())
                .isEqualTo(Evaluation.Decision.EXPLICIT_DENY);
    }

    private static Answer test(String operator, String operand, Context context) {
        return new Condition(operator, "k", List.of(operand), true).test(context);
    }
}
