package dev.rolecall.guard;

import dev.rolecall.policy.AttachedPolicy;
import dev.rolecall.policy.Context;
import java.util.Optional;

/// One permission that a call needs. A call is carried out only if every need of it is granted.
///
/// @param action such as `s3:GetObject`
/// @param context the keys that only this action on this resource has
/// @param otherwise what suffices instead, unless a policy denies this one explicitly
record Need(String action, Target target, Context context, Optional<Need> otherwise) {

    Need(String action, Target target, Context context) {
        this(action, target, context, Optional.empty());
    }

    Need(String action, Target target) {
        this(action, target, Context.empty());
    }

    Need or(Need other) {
        return new Need(action, target, context, Optional.of(other));
    }

    /// The same, asked of the caller's own account alone: the owner of the resource need not say
    /// yes, though a no of theirs counts.
    Need onlyOf(String account) {
        Target own = new Target(target.arn(), account, target.policy(), target.printed());
        Context owner = context.toBuilder().put("aws:ResourceAccount", target.account()).build();
        return new Need(action, own, owner, otherwise);
    }

    /// What is asked for.
    ///
    /// @param arn the resource as policies match it, or `*`
    /// @param account who owns it; empty for the caller's own account
    /// @param policy its trust or bucket policy
    /// @param printed the resource as AWS's refusal prints it; empty if the refusal names none
    record Target(String arn, String account, Optional<AttachedPolicy> policy, String printed) {

        static Target of(String arn, String account) {
            return new Target(arn, account, Optional.empty(), arn);
        }

        Target printedAs(String text) {
            return new Target(arn, account, policy, text);
        }
    }
}
