package dev.rolecall.guard;

import dev.rolecall.policy.Evaluation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every request that came to the guard, in order. Evaluations are kept for the newest requests
/// only: they explain, they prove nothing.
public final class AuditTrail {
    private static final int EXPLAINED = 200;

    private final List<Recorded> requests = new ArrayList<>();
    private final Map<Integer, List<Evaluation>> evaluations = new HashMap<>();

    /// Adds a request; its number is given here.
    synchronized Recorded add(Recorded unnumbered, List<Evaluation> why) {
        int number = requests.isEmpty() ? 1 : requests.getLast().number() + 1;
        Recorded recorded = unnumbered.numbered(number);
        requests.add(recorded);
        evaluations.put(number, List.copyOf(why));
        evaluations.remove(number - EXPLAINED);
        return recorded;
    }

    /// All requests so far, oldest first.
    public synchronized List<Recorded> requests() {
        return List.copyOf(requests);
    }

    /// How many requests there were.
    public synchronized int size() {
        return requests.size();
    }

    /// The evaluations of a request; empty for one of an earlier shell, or of long ago.
    public synchronized List<Evaluation> evaluations(int number) {
        return evaluations.getOrDefault(number, List.of());
    }

    /// The newest request that was refused.
    public synchronized Optional<Recorded> lastRefused() {
        return requests.reversed().stream().filter(Recorded::refused).findFirst();
    }

    /// Puts saved requests in place of what the trail has.
    public synchronized void restore(List<Recorded> saved) {
        requests.clear();
        evaluations.clear();
        requests.addAll(saved);
    }
}
