package dev.rolecall.guard;

import dev.rolecall.policy.AttachedPolicy;
import dev.rolecall.policy.Context;
import java.util.Optional;

/// One permission that a call needs. A call is carried out only if every need of it is granted.
///
/// @param action such as `s3:GetObject`
/// @param context the keys that only this action on this resource has
record Need(String action, Target target, Context context) {

    Need(String action, Target target) {
        this(action, target, Context.empty());
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
