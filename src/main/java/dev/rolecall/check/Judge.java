package dev.rolecall.check;

import dev.rolecall.policy.Context;
import dev.rolecall.policy.Evaluation;
import dev.rolecall.policy.Principal;

/// Answers what would be decided, with the policies that are in force now. `guard` gathers these
/// policies for every request; the wiring puts it behind this interface, so that a check is
/// answered by the very same code.
@FunctionalInterface
public interface Judge {
    Evaluation judge(Question question);

    /// One question.
    ///
    /// @param extra condition keys of the request, such as `sts:ExternalId`; they count instead of
    ///   what would be filled in, such as the time, but for those that say who the principal is. An
    ///   empty set is a key that the request does not have.
    /// @param accountAllowsAll whether to judge as if the principal's own account had given it
    ///   every permission, which shows what the resource's side alone holds back
    record Question(
            Principal principal,
            String action,
            String resource,
            Context extra,
            boolean accountAllowsAll) {}
}
