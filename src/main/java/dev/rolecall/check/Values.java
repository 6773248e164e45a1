package dev.rolecall.check;

import dev.rolecall.check.Statements.Test;
import dev.rolecall.policy.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/// What one condition key may hold that tests of it could tell apart.
///
/// @param tests all tests of the key
/// @param fillings what a policy variable in their values may stand for
/// @param more values that are worth trying besides
record Values(
        String key,
        List<Test> tests,
        Function<String, List<String>> fillings,
        Collection<String> more,
        Budget budget) {
    /// A value that no policy has.
    static final String FRESH = "q7";

    private static final List<String> ADDRESSES =
            List.of("127.0.0.1", "198.51.100.77", "203.0.113.9", "8.8.4.4", "2001:db8:77::9");
    private static final List<String> REGIONS =
            List.of("us-east-1", "eu-central-1", "ap-south-1", "sa-east-1", "af-south-1");
    private static final int SETS = 8;

    /// The key in each of its states, absent being one of them where it can be.
    List<Context.Value> all() {
        Shape shape = Shape.of(key);
        List<String> texts = texts().stream().filter(shape::fits).toList();
        List<Context.Value> all = new ArrayList<>();
        if (!shape.always()) {
            all.add(new Context.Value(name(), List.of(), true));
        }
        if (Shape.isSet(key)) {
            sets(texts).forEach(set -> all.add(new Context.Value(name(), set, true)));
        } else {
            texts.forEach(text -> all.add(new Context.Value(name(), List.of(text), false)));
        }
        return all;
    }

    /// The key as a policy writes it.
    private String name() {
        return tests.isEmpty() ? key : tests.getFirst().name();
    }

    /// The times at which a request may be sent.
    List<Instant> moments(Instant now, Instant earliest) {
        return Bounds.moments(ofKind(""), now, earliest);
    }

    private static List<List<String>> sets(List<String> texts) {
        List<String> few = texts.stream().limit(SETS).toList();
        List<List<String>> sets = new ArrayList<>();
        for (int i = 0; i < few.size(); i++) {
            sets.add(List.of(few.get(i)));
            for (int j = i + 1; j < few.size(); j++) {
                sets.add(List.of(few.get(i), few.get(j)));
            }
        }
        sets.add(few);
        return sets;
    }

    private Set<String> texts() {
        Set<String> texts = new LinkedHashSet<>(more);
        List<String> literals = literals();
        for (Test test : tests) {
            switch (test.kind()) {
                case "bool", "null" -> texts.addAll(List.of("true", "false"));
                case "ipaddress", "notipaddress" -> texts.addAll(Bounds.addresses(test.values()));
                default -> texts.addAll(literals);
            }
        }
        texts.addAll(natural());
        texts.addAll(Bounds.numbers(ofKind("numeric")));
        for (Instant moment : dates()) {
            texts.add(moment.toString());
            texts.add(Long.toString(moment.getEpochSecond()));
        }
        texts.addAll(told());
        return texts;
    }

    private List<String> natural() {
        return switch (key) {
            case "aws:sourceip" -> ADDRESSES;
            case "aws:requestedregion" -> REGIONS;
            case "aws:securetransport", "aws:viaawsservice", "aws:multifactorauthpresent" ->
                    List.of("true", "false");
            default -> List.of(FRESH);
        };
    }

    private List<Instant> dates() {
        List<String> dates = ofKind("date");
        return dates.isEmpty() ? List.of() : Bounds.moments(dates, Instant.EPOCH, Instant.EPOCH);
    }

    private List<String> ofKind(String prefix) {
        return tests.stream()
                .filter(test -> test.kind().startsWith(prefix))
                .flatMap(test -> test.values().stream())
                .toList();
    }

    /// What tells one text from another.
    private List<String> told() {
        Shape shape = Shape.of(key);
        List<Words.Pattern> patterns =
                tests.stream()
                        .filter(Test::ofTexts)
                        .flatMap(test ->
                                filled(test).stream()
                                        .map(text -> new Words.Pattern(text, test.wildcards())))
                        .toList();
        return patterns.isEmpty()
                ? List.of()
                : new Words(patterns, budget)
                        .all("", List.of(), Words.Form.of(shape::takes, shape.least()));
    }

    /// The values as they stand, where letter case does not count in other cases too.
    private List<String> literals() {
        List<String> literals = new ArrayList<>();
        for (Test test : tests) {
            for (String text : filled(test)) {
                literals.add(test.wildcards() ? Statements.example(text, FRESH) : text);
                if (test.kind().endsWith("ignorecase")) {
                    literals.add(text.toLowerCase(Locale.ROOT));
                    literals.add(text.toUpperCase(Locale.ROOT));
                }
            }
        }
        return literals;
    }

    private List<String> filled(Test test) {
        return test.values().stream()
                .flatMap(text ->
                        test.variables()
                                ? Variables.filled(text, fillings).stream()
                                : List.of(text).stream())
                .map(text -> text.replaceAll("\\$\\{([*?$])}", "$1"))
                .toList();
    }
}
