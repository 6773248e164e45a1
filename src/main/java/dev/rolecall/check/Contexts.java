package dev.rolecall.check;

import dev.rolecall.check.Statements.Sketch;
import dev.rolecall.check.Statements.Test;
import dev.rolecall.policy.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The conditions of one Allow, and what of a request can be chosen so that they hold and those of
/// the statements that might take it back do not. For each key there is a value for each answer
/// that the tests of it can give together; the answers themselves are the engine's.
final class Contexts {
    private static final Set<String> TIME = Set.of("aws:currenttime", "aws:epochtime");

    private final Context known;
    private final Predicate<String> free;
    private final Sketch allow;
    private final List<Test> tests;
    private final Set<String> variables = new LinkedHashSet<>();
    private final Map<Test, Probe> probes = new LinkedHashMap<>();
    private final Instants instants;
    private final Budget budget;
    private @Nullable List<List<Context>> choices;

    /// The span of time in which the request may be sent.
    record Instants(Instant now, Instant earliest) {}

    /// @param known the keys that the caller cannot choose
    /// @param free which others can be chosen
    /// @param allow what shall hold
    /// @param others the statements that may matter beside it
    Contexts(
            Context known,
            Predicate<String> free,
            Sketch allow,
            List<Sketch> others,
            Instants instants,
            Budget budget) {
        this.known = known;
        this.free = free;
        this.allow = allow;
        this.instants = instants;
        this.budget = budget;
        List<Sketch> all = Stream.concat(Stream.of(allow), others.stream()).distinct().toList();
        this.tests = all.stream().flatMap(sketch -> sketch.conditions().stream()).toList();
        all.stream().filter(Sketch::variables).forEach(this::noteVariables);
    }

    private void noteVariables(Sketch sketch) {
        Stream.concat(
                        sketch.texts("Resource", "NotResource").stream(),
                        sketch.conditions().stream().flatMap(test -> test.values().stream()))
                .flatMap(text -> Variables.keys(text).stream())
                .filter(free)
                .forEach(variables::add);
    }

    /// The first answer that a context gives, in whatever order.
    <T> Optional<T> first(Function<Context, Optional<T>> question) {
        List<List<Context>> made = choices;
        if (made == null) {
            made = canHold() ? keys().stream().map(this::choices).toList() : List.of(List.of());
            choices = made;
        }
        return first(made, Context.empty(), question);
    }

    /// What a variable in a policy may stand for.
    List<String> fillings(String variable) {
        Optional<Context.Value> value = known.get(variable).filter(v -> !v.multivalued());
        if (value.isPresent()) {
            return value.get().values();
        }
        return free.test(variable) ? candidates(variable) : List.of();
    }

    private List<String> candidates(String variable) {
        return Stream.concat(
                        Stream.of(Values.FRESH),
                        Stream.concat(
                                identity(),
                                testsOf(variable)
                                        .filter(Test::ofTexts)
                                        .flatMap(test -> test.values().stream())
                                        .filter(text -> !text.contains("${"))
                                        .map(text -> Statements.example(text, Values.FRESH))))
                .distinct()
                .toList();
    }

    private Stream<String> identity() {
        return known.all().values().stream()
                .filter(value -> !value.multivalued())
                .flatMap(value -> value.values().stream())
                .flatMap(text -> Stream.of(text, text.replaceFirst(".*[/:]", "")));
    }

    private <T> Optional<T> first(
            List<List<Context>> choices, Context chosen, Function<Context, Optional<T>> question) {
        if (choices.isEmpty()) {
            budget.spend();
            return question.apply(chosen);
        }
        for (Context choice : choices.getFirst()) {
            Context more = joined(chosen, choice);
            Optional<T> found = first(choices.subList(1, choices.size()), more, question);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    static Context joined(Context one, Context other) {
        Context.Builder both = one.toBuilder();
        other.all().values().forEach(value -> put(both, value));
        return both.build();
    }

    static void put(Context.Builder context, Context.Value value) {
        if (value.multivalued()) {
            context.putAll(value.name(), value.values());
        } else {
            context.put(value.name(), value.values().getFirst());
        }
    }

    /// Whether what is known of the caller leaves the Allow a chance.
    private boolean canHold() {
        return allow.conditions().stream()
                .filter(test -> Freedom.isIdentity(test.key()) && isPlain(test))
                .allMatch(test -> probe(test).holds(known));
    }

    private Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        Stream.concat(tests.stream().map(Test::key), variables.stream())
                .filter(free)
                .map(key -> TIME.contains(key) ? "aws:currenttime" : key)
                .forEach(keys::add);
        return keys;
    }

    private List<Context> choices(String key) {
        List<Context> all = new ArrayList<>();
        if (TIME.contains(key)) {
            values(key).moments(instants.now(), instants.earliest()).forEach(m -> all.add(at(m)));
        } else {
            values(key).all().forEach(value -> all.add(only(value)));
        }
        return distinguished(key, all);
    }

    private static Context only(Context.Value value) {
        Context.Builder context = Context.builder();
        put(context, value);
        return context.build();
    }

    private static Context at(Instant moment) {
        return Context.builder()
                .put("aws:CurrentTime", moment.toString())
                .put("aws:EpochTime", Long.toString(moment.getEpochSecond()))
                .build();
    }

    private Values values(String key) {
        List<String> more = variables.contains(key) ? candidates(key) : List.of();
        return new Values(key, testsOf(key).toList(), this::fillings, more, budget);
    }

    private Stream<Test> testsOf(String key) {
        Set<String> keys = TIME.contains(key) ? TIME : Set.of(key);
        return tests.stream().filter(test -> keys.contains(test.key()));
    }

    /// Those that the Allow can do with, one for each way in which the tests answer. Where one
    /// key's test depends on another key, all must stay.
    private List<Context> distinguished(String key, List<Context> all) {
        List<Test> plain = testsOf(key).filter(this::isPlain).toList();
        boolean entangled = variables.contains(key) || plain.size() < testsOf(key).toList().size();
        Map<Object, Context> kept = new LinkedHashMap<>();
        for (Context choice : all) {
            Context context = joined(known, choice);
            List<Boolean> answers = plain.stream().map(t -> probe(t).holds(context)).toList();
            boolean possible =
                    plain.stream()
                            .filter(allow.conditions()::contains)
                            .allMatch(test -> answers.get(plain.indexOf(test)));
            if (possible) {
                kept.putIfAbsent(entangled ? List.of(kept.size()) : answers, choice);
            }
        }
        return List.copyOf(kept.values());
    }

    private Probe probe(Test test) {
        return probes.computeIfAbsent(test, Probe::of);
    }

    /// Whether its answer depends on its own key alone, as far as that can be chosen.
    private boolean isPlain(Test test) {
        return !test.variables()
                || test.values().stream()
                        .flatMap(text -> Variables.keys(text).stream())
                        .allMatch(key -> known.get(key).isPresent() && !free.test(key));
    }
}
