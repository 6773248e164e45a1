package dev.rolecall.check;

import dev.rolecall.check.Statements.Sketch;
import dev.rolecall.guard.Recorded;
import dev.rolecall.policy.AccessRequest;
import dev.rolecall.policy.Arn;
import dev.rolecall.policy.AttachedPolicy;
import dev.rolecall.policy.Context;
import dev.rolecall.policy.Evaluation;
import dev.rolecall.policy.PolicyKind;
import dev.rolecall.policy.PolicySet;
import dev.rolecall.policy.Principal;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Looks for a request of a principal's that the policies allow: whatever of it can be chosen is
/// chosen so that it may pass. The answer is the engine's own, to a request that can be sent.
///
/// @param accountAllowsAll whether to ask as if the principal's account had given it everything
record Search(
        World world,
        Principal who,
        Freedom freedom,
        boolean accountAllowsAll,
        Budget budget,
        Predicate<Evaluation> accepted) {

    /// What is asked for.
    record Aim(String action, String resource) {}

    /// The first request found that one of the policy's statements allows, or empty.
    ///
    /// @param policy those statements are tried that allow; the other policies that apply may still
    ///   take it back
    /// @param aims for each statement what it may be about
    Optional<Evaluation> first(AttachedPolicy policy, Aims aims) {
        for (Sketch statement : Statements.of(policy.document())) {
            if (statement.allows()) {
                Optional<Evaluation> found =
                        first(policy.kind(), statement, aims.of(statement).iterator());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /// Thinks of what a statement may be about.
    interface Aims {
        Stream<Aim> of(Sketch allow);
    }

    private Optional<Evaluation> first(PolicyKind kind, Sketch allow, Iterator<Aim> aims) {
        if (!aims.hasNext()) {
            return Optional.empty();
        }
        Aim aim = aims.next();
        Evaluation plain = ask(aim, World.HERE);
        Context known = known(plain);
        Contexts contexts = contexts(allow, plain.policies(), known);
        Predicate<Aim> possible = possible(kind, allow, known);
        Optional<Evaluation> found = Optional.empty();
        while (found.isEmpty()) {
            Aim next = aim;
            if (possible.test(next)) {
                found = contexts.first(chosen -> answer(kind, next, chosen));
            }
            if (!aims.hasNext()) {
                return found;
            }
            aim = aims.next();
        }
        return found;
    }

    private Optional<Evaluation> answer(PolicyKind kind, Aim aim, Context chosen) {
        Evaluation evaluation = ask(aim, Contexts.joined(World.HERE, chosen));
        boolean all =
                accepted.test(evaluation)
                        && (kind != PolicyKind.TRUST
                                || besides(aim, chosen)
                                        .allMatch(more -> ask(more, chosen).allowed()));
        return all ? Optional.of(evaluation) : Optional.empty();
    }

    /// Tags and a source identity are permissions of their own ("Pass session tags in AWS STS").
    private static Stream<Aim> besides(Aim aim, Context chosen) {
        return chosen.all().entrySet().stream()
                .filter(key -> !key.getValue().values().isEmpty())
                .flatMap(key ->
                        key.getKey().startsWith("aws:requesttag/")
                                        || key.getKey().equals("aws:tagkeys")
                                ? Stream.of("sts:TagSession")
                                : key.getKey().equals("sts:sourceidentity")
                                        ? Stream.of("sts:SetSourceIdentity")
                                        : Stream.empty())
                .map(action -> new Aim(action, aim.resource()));
    }

    private Evaluation ask(Aim aim, Context extra) {
        return world.judge(
                new Judge.Question(who, aim.action(), aim.resource(), extra, accountAllowsAll));
    }

    private boolean isFree(String key) {
        return freedom.has(key, who, world.account());
    }

    /// What the engine fills in and nobody can choose.
    private Context known(Evaluation plain) {
        Context.Builder known = Context.builder();
        plain.request()
                .context()
                .all()
                .forEach((key, value) -> {
                    if (!isFree(key)) {
                        Contexts.put(known, value);
                    }
                });
        return known.build();
    }

    /// Whether the statement has the aim at all. Where a variable in it can be chosen, the question
    /// itself must tell.
    private Predicate<Aim> possible(PolicyKind kind, Sketch allow, Context known) {
        boolean open =
                allow.texts("Resource", "NotResource").stream()
                        .flatMap(text -> Variables.keys(text).stream())
                        .anyMatch(this::isFree);
        Probe bare = Probe.bare(allow, kind);
        return aim -> open || bare.holds(request(aim, known));
    }

    private AccessRequest request(Aim aim, Context known) {
        String owner = Arn.parse(aim.resource()).map(Arn::account).orElse("");
        return new AccessRequest(who, aim.action(), aim.resource(), owner, known);
    }

    private Contexts contexts(Sketch allow, PolicySet policies, Context known) {
        Instant now = world.now();
        // A clock that was moved on may be set back, but not to before the run began.
        Instant earliest =
                world.requests().stream()
                        .findFirst()
                        .map(Recorded::at)
                        .filter(first -> first.isBefore(now))
                        .orElse(now);
        return new Contexts(
                known,
                this::isFree,
                allow,
                others(policies),
                new Contexts.Instants(now, earliest),
                budget);
    }

    /// The statements that may take a yes back, and those without whose yes it does not count.
    private static List<Sketch> others(PolicySet policies) {
        Stream<Sketch> denies = all(policies).flatMap(p -> sketches(p)).filter(Sketch::denies);
        Stream<Sketch> limits =
                Stream.concat(
                                policies.boundary().stream(),
                                policies.session().stream().flatMap(List::stream))
                        .flatMap(p -> sketches(p));
        Stream<Sketch> besides =
                policies.resource().stream()
                        .filter(p -> p.kind() == PolicyKind.TRUST)
                        .flatMap(p -> sketches(p))
                        .filter(s -> s.texts("Action").stream().anyMatch(Search::isBesides));
        return Stream.of(denies, limits, besides).flatMap(s -> s).distinct().toList();
    }

    private static boolean isBesides(String action) {
        String lower = action.toLowerCase(Locale.ROOT);
        return lower.startsWith("sts:tag") || lower.startsWith("sts:set");
    }

    private static Stream<Sketch> sketches(AttachedPolicy policy) {
        return Statements.of(policy.document()).stream();
    }

    private static Stream<AttachedPolicy> all(PolicySet policies) {
        return Stream.of(
                        policies.identity().stream(),
                        policies.resource().stream(),
                        policies.boundary().stream(),
                        policies.session().stream().flatMap(List::stream))
                .flatMap(s -> s);
    }
}
