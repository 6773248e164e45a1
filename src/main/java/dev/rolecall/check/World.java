package dev.rolecall.check;

import dev.rolecall.guard.Recorded;
import dev.rolecall.iam.AccessKey;
import dev.rolecall.iam.Role;
import dev.rolecall.iam.User;
import dev.rolecall.policy.AttachedPolicy;
import dev.rolecall.policy.Context;
import dev.rolecall.policy.Evaluation;
import dev.rolecall.policy.Explanation;
import dev.rolecall.policy.Principal;
import dev.rolecall.policy.PrincipalNames;
import dev.rolecall.s3.Bucket;
import dev.rolecall.s3.StoredObject;
import dev.rolecall.sts.Session;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a check sees: the state of the cloud, its audit trail, and what would be allowed. Never the
/// text that was typed, so that any client can do a step. Every answer is of the moment of the
/// question; names are of the learner's own account.
public interface World {
    /// What every request that is sent from the learner's machine has.
    Context HERE = Context.builder().put("aws:SourceIp", "127.0.0.1").build();

    /// The 12-digit account that the learner administers.
    String account();

    /// The lab's clock.
    Instant now();

    /// The requests of the whole run, oldest first.
    List<Recorded> requests();

    /// The requests since this step began, oldest first.
    List<Recorded> requestsInStep();

    Optional<User> user(String name);

    Optional<Role> role(String name);

    /// The user's access keys, active or not, oldest first; none if there is no such user.
    List<AccessKey> accessKeys(String userName);

    Optional<Bucket> bucket(String name);

    /// The current object of a key; empty also where the bucket is missing.
    Optional<StoredObject> object(String bucket, String key);

    /// The session of an access key id, ended ones included.
    Optional<Session> session(String accessKeyId);

    /// The identity policies of a principal, those of its groups included.
    List<AttachedPolicy> identityPolicies(Principal principal);

    /// Unique ids and ARNs of users and roles.
    PrincipalNames names();

    /// Answers any question.
    Evaluation judge(Judge.Question question);

    /// Whether the principal may do the action on the resource now.
    ///
    /// @param resource an ARN, or `*` for an action without a resource
    default Evaluation may(Principal principal, String action, String resource) {
        return judge(new Judge.Question(principal, action, resource, HERE, false));
    }

    /// Whether the principal may, if its own account allowed it everything: what a trust or bucket
    /// policy alone holds back.
    default Evaluation mayIfAllowed(Principal principal, String action, String resource) {
        return judge(new Judge.Question(principal, action, resource, HERE, true));
    }

    /// Why a question was answered so.
    default Explanation why(Evaluation evaluation) {
        return Explanation.of(evaluation, names());
    }

    /// Whether the principal was never made: no user and no role of any account is it.
    default boolean isMadeUp(Principal principal) {
        return switch (principal) {
            case Principal.User user -> names().arn(user.id()).isEmpty();
            case Principal.RoleSession session -> names().arn(session.roleId()).isEmpty();
            case Principal.Root _,
                    Principal.FederatedUser _,
                    Principal.Service _,
                    Principal.Provider _,
                    Principal.Anonymous _ ->
                    false;
        };
    }
}
