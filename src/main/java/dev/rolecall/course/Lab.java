package dev.rolecall.course;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A lab as its folder describes it.
///
/// @param id the folder's name: `assume-role`
/// @param minutes how long a learner needs, about
/// @param accounts 12-digit account ids; the learner administers the first
/// @param parameters what the lab's text and checks may ask for by name
/// @param checks the Java source with the lab's checks
public record Lab(
        String id,
        Path folder,
        String title,
        int minutes,
        List<String> accounts,
        Map<String, String> parameters,
        List<Step> steps,
        Path checks) {

    public Lab {
        accounts = List.copyOf(accounts);
        parameters = Map.copyOf(parameters);
        steps = List.copyOf(steps);
    }

    /// The account that the learner administers.
    public String account() {
        return accounts.getFirst();
    }

    /// The points of all steps.
    public int points() {
        return steps.stream().mapToInt(Step::points).sum();
    }

    /// The step with this number (from 1) or id, or empty if there is none.
    public Optional<Step> step(String numberOrId) {
        return steps.stream()
                .filter(step ->
                        step.id().equals(numberOrId)
                                || Integer.toString(step.number()).equals(numberOrId))
                .findFirst();
    }
}
