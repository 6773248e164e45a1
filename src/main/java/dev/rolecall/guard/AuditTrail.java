package dev.rolecall.guard;

import dev.rolecall.policy.Evaluation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Every request that came to the guard, in order. Evaluations are kept for the newest requests
/// only: they explain, they prove nothing.
public final class AuditTrail {
    private static final int EXPLAINED_REQUESTS = 200;

    /// One DeleteObjects has a thousand of them.
    private static final int EVALUATIONS = 2000;

    private final List<Recorded> requests = new ArrayList<>();
    private final Deque<Explained> explained = new ArrayDeque<>();
    private int evaluations;

    private record Explained(int number, List<Evaluation> why) {}

    /// Adds a request; its number is given here.
    synchronized Recorded add(Recorded unnumbered, List<Evaluation> why) {
        int number = requests.isEmpty() ? 1 : requests.getLast().number() + 1;
        Recorded recorded = unnumbered.numbered(number);
        requests.add(recorded);
        if (!why.isEmpty()) {
            explained.addLast(new Explained(number, List.copyOf(why)));
            evaluations += why.size();
        }
        forget(number);
        return recorded;
    }

    /// The newest request keeps its evaluations however many there are.
    private void forget(int newest) {
        while (explained.size() > 1
                && (evaluations > EVALUATIONS
                        || explained.getFirst().number() <= newest - EXPLAINED_REQUESTS)) {
            evaluations -= explained.removeFirst().why().size();
        }
    }

    /// All requests so far, oldest first.
    public synchronized List<Recorded> requests() {
        return List.copyOf(requests);
    }

    /// The requests after the first so many.
    public synchronized List<Recorded> requestsAfter(int first) {
        return List.copyOf(requests.subList(Math.min(first, requests.size()), requests.size()));
    }

    /// How many requests there were.
    public synchronized int size() {
        return requests.size();
    }

    /// The evaluations of a request; empty for one of an earlier shell, or of long ago.
    public synchronized List<Evaluation> evaluations(int number) {
        return explained.stream()
                .filter(request -> request.number() == number)
                .map(Explained::why)
                .findFirst()
                .orElse(List.of());
    }

    /// The newest request that was refused, in whole or in part.
    public synchronized Optional<Recorded> lastRefused() {
        return requests.reversed().stream().filter(Recorded::refusedInPart).findFirst();
    }

    /// Puts saved requests in place of what the trail has. Those that it has already keep their
    /// evaluations.
    public synchronized void restore(List<Recorded> saved) {
        Set<Recorded> same = new HashSet<>(saved);
        same.retainAll(Set.copyOf(requests));
        Set<Integer> kept = same.stream().map(Recorded::number).collect(Collectors.toSet());
        explained.removeIf(request -> !kept.contains(request.number()));
        evaluations = explained.stream().mapToInt(request -> request.why().size()).sum();
        requests.clear();
        requests.addAll(saved);
    }
}
