package dev.rolecall.check;

import java.util.List;

/// How a step's criteria came out, in the lab's order.
///
/// @param stepId the step's id: `no-permission-user`
public record StepOutcome(String stepId, List<Criterion> criteria) {

    public StepOutcome {
        criteria = List.copyOf(criteria);
    }

    /// Whether every criterion is met. A step without criteria is never done.
    public boolean done() {
        return !criteria.isEmpty() && criteria.stream().allMatch(Criterion::passed);
    }

    /// How many criteria are met.
    public int met() {
        return (int) criteria.stream().filter(Criterion::passed).count();
    }

    /// The criteria that are not met, those whose check broke included.
    public List<Criterion> open() {
        return criteria.stream().filter(criterion -> !criterion.passed()).toList();
    }
}
