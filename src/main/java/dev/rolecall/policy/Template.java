package dev.rolecall.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// A text in which policy variables may stand, compiled ("IAM policy elements: Variables and
/// tags"). A value that a variable brings is plain text: a `*` in it is no wildcard.
final class Template {
    private final List<Part> parts;
    private final Optional<Glob> fixed;

    private Template(List<Part> parts) {
        this.parts = List.copyOf(parts);
        this.fixed =
                parts.stream().allMatch(Text.class::isInstance)
                        ? fill(Context.empty())
                        : Optional.empty();
    }

    private sealed interface Part {}

    private record Text(String text, boolean wildcards) implements Part {
        IntStream tokens() {
            return wildcards ? text.chars().map(Glob::wildcard) : text.chars();
        }
    }

    private record Variable(String key, Optional<String> otherwise) implements Part {}

    /// @param variables whether `${…}` is more than text: not in documents of 2008-10-17
    /// @param wildcards whether `*` and `?` are
    static Template of(String text, boolean variables, boolean wildcards) {
        List<Part> parts = new ArrayList<>();
        int begin = 0;
        while (variables) {
            int open = text.indexOf("${", begin);
            int close = open < 0 ? -1 : end(text, open);
            if (close < 0) {
                break;
            }
            parts.add(new Text(text.substring(begin, open), wildcards));
            parts.add(variable(text.substring(open + 2, close)));
            begin = close + 1;
        }
        parts.add(new Text(text.substring(begin), wildcards));
        return new Template(parts);
    }

    /// Where the variable ends; a quoted default may have a brace in it.
    private static int end(String text, int open) {
        int close = text.indexOf('}', open);
        int quote = text.indexOf('\'', open);
        if (quote < 0 || close < quote) {
            return close;
        }
        int ending = text.indexOf("'}", quote + 1);
        return ending < 0 ? close : ending + 1;
    }

    private static Part variable(String inside) {
        if (inside.equals("*") || inside.equals("?") || inside.equals("$")) {
            return new Text(inside, false);
        }
        int comma = inside.indexOf(',');
        if (comma < 0) {
            return new Variable(inside.strip().toLowerCase(Locale.ROOT), Optional.empty());
        }
        String rest = inside.substring(comma + 1).strip();
        boolean quoted = rest.length() >= 2 && rest.startsWith("'") && rest.endsWith("'");
        String text = quoted ? rest.substring(1, rest.length() - 1) : rest;
        return new Variable(
                inside.substring(0, comma).strip().toLowerCase(Locale.ROOT), Optional.of(text));
    }

    /// Returns the pattern with every variable filled in, or empty if the request has not one of
    /// them and it has no default.
    Optional<Glob> resolve(Context context) {
        return fixed.isPresent() ? fixed : fill(context);
    }

    private Optional<Glob> fill(Context context) {
        IntStream.Builder tokens = IntStream.builder();
        for (Part part : parts) {
            switch (part) {
                case Text text -> text.tokens().forEach(tokens);
                case Variable variable -> {
                    Optional<String> value = value(variable, context);
                    if (value.isEmpty()) {
                        return Optional.empty();
                    }
                    value.get().chars().forEach(tokens);
                }
            }
        }
        return Optional.of(Glob.of(tokens.build().toArray()));
    }

    private static Optional<String> value(Variable variable, Context context) {
        return context.lookup(variable.key())
                .filter(value -> !value.multivalued())
                .map(value -> value.values().getFirst())
                .or(variable::otherwise);
    }
}
