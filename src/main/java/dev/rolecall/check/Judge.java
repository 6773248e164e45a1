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
    /// @param extra condition keys that the caller can choose, such as `sts:ExternalId`; they count
    ///   only where the request itself sets no such key
    /// @param accountAllowsAll whether to judge as if the principal's own account had given it
    ///   every permission, which shows what the resource's side alone holds back
    record Question(
            Principal principal,
            String action,
            String resource,
            Context extra,
            boolean accountAllowsAll) {}
}
