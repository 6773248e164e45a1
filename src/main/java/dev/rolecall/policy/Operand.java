package dev.rolecall.policy;

import java.math.BigDecimal;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;

/// One value of a condition, compiled for its operator ("IAM JSON policy elements: Condition
/// operators").
interface Operand {
    /// Compares the value with the one that the request has.
    Answer test(String seen, Context context);

    static Operand equalTo(String text, boolean variables) {
        Template template = Template.of(text, variables, false);
        return (seen, context) -> filled(template, context, glob -> glob.matches(seen));
    }

    static Operand equalIgnoringCase(String text, boolean variables) {
        Template template = Template.of(text, variables, false);
        return (seen, context) -> filled(template, context, glob -> glob.equalsIgnoringCase(seen));
    }

    static Operand like(String text, boolean variables) {
        Template template = Template.of(text, variables, true);
        return (seen, context) -> filled(template, context, glob -> glob.matches(seen));
    }

    /// A variable without a value equals nothing.
    private static Answer filled(
            Template template, Context context, Function<Glob, Boolean> comparison) {
        return Answer.of(template.resolve(context).map(comparison).orElse(false));
    }

    /// Compares the six parts, each with its wildcards. What a lone `*` means is recorded nowhere.
    static Operand arn(String text, boolean variables) {
        if (text.equals("*")) {
            return (_, _) -> Answer.UNKNOWN;
        }
        Template template = Template.of(text, variables, true);
        return (seen, context) -> filled(template, context, glob -> sameArn(glob.split(6), seen));
    }

    private static boolean sameArn(List<Glob> pattern, String seen) {
        List<String> parts = Asked.arnParts(seen);
        if (pattern.size() != 6 || parts.isEmpty()) {
            return false;
        }
        for (int i = 0; i < 6; i++) {
            if (!pattern.get(i).matches(parts.get(i))) {
                return false;
            }
        }
        return true;
    }

    static Operand number(String text, IntPredicate order) {
        return ordered(number(text), Operand::number, order);
    }

    static Operand date(String text, IntPredicate order) {
        return ordered(PolicyDate.parse(text), PolicyDate::parse, order);
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static <V extends Comparable<V>> Operand ordered(
            Optional<V> wanted, Function<String, Optional<V>> read, IntPredicate order) {
        return (seen, _) ->
                wanted.map(value ->
                                read.apply(seen)
                                        .map(v -> order.test(v.compareTo(value)))
                                        .map(Answer::of)
                                        .orElse(Answer.UNKNOWN))
                        .orElse(Answer.ILL_FORMED);
    }

    static Operand bool(String text) {
        return (seen, _) -> Answer.of(seen.equalsIgnoreCase(text));
    }

    static Operand binary(String text) {
        Optional<byte[]> wanted = base64(text);
        return (seen, _) ->
                wanted.map(bytes ->
                                base64(seen)
                                        .map(b -> Answer.of(Arrays.equals(b, bytes)))
                                        .orElse(Answer.UNKNOWN))
                        .orElse(Answer.ILL_FORMED);
    }

    private static Optional<byte[]> base64(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Operand address(String text) {
        Optional<AddressRange> wanted = AddressRange.parse(text);
        return (seen, _) ->
                wanted.map(range ->
                                AddressRange.address(seen)
                                        .map(address -> within(range, address))
                                        .orElse(Answer.UNKNOWN))
                        .orElse(Answer.ILL_FORMED);
    }

    private static Answer within(AddressRange range, InetAddress address) {
        return Answer.of(range.contains(address));
    }
}
