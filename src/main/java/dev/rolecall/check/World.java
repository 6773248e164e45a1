package dev.rolecall.check;

import dev.rolecall.guard.Recorded;
import dev.rolecall.policy.Context;
import dev.rolecall.policy.Evaluation;
import dev.rolecall.policy.Principal;
import java.time.Instant;
import java.util.List;

/// What a check sees: the state of the cloud, its audit trail, and what would be allowed. Never the
/// text that was typed, so that any client can do a step. Every answer is of the moment of the
/// question; names are of the learner's own account.
public interface World {

    /// The 12-digit account that the learner administers.
    String account();

    /// The lab's clock.
    Instant now();

    /// The requests of the whole run, oldest first.
    List<Recorded> requests();

    /// The requests since this step began, oldest first.
    List<Recorded> requestsInStep();

    /// Whether the principal may do the action on the resource now.
    ///
    /// @param resource an ARN, or `*` for an action without a resource
    default Evaluation may(Principal principal, String action, String resource) {
        return judge(new Judge.Question(principal, action, resource, Context.empty(), false));
    }

    /// Whether the principal may, if its own account allowed it everything: what a trust or bucket
    /// policy alone holds back.
    default Evaluation mayIfAllowed(Principal principal, String action, String resource) {
        return judge(new Judge.Question(principal, action, resource, Context.empty(), true));
    }

    /// Answers any question.
    Evaluation judge(Judge.Question question);

    /// A user of an account whom no policy can know: it was never made.
    default Principal.User stranger(String account) {
        return new Principal.User(
                account, "/", "Mallory", "AIDAMALLORYEXAMPLE" + account.substring(9));
    }
}
