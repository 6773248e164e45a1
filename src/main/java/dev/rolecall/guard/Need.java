package dev.rolecall.guard;

import dev.rolecall.policy.AttachedPolicy;
import dev.rolecall.policy.Context;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// One permission that a call needs. A call is carried out only if every need of it is granted.
///
/// @param action such as `s3:GetObject`
/// @param context the keys that only this action on this resource has
/// @param more keys that are looked for only where a policy that applies speaks of them
/// @param otherwise what suffices instead, unless a policy denies this one explicitly
/// @param secret what is needed besides where that which is asked for is missing
record Need(
        String action,
        Target target,
        Context context,
        Optional<Remote> more,
        Optional<Need> otherwise,
        Optional<Secret> secret) {

    Need(String action, Target target, Context context) {
        this(action, target, context, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Need(String action, Target target) {
        this(action, target, Context.empty());
    }

    Need or(Need other) {
        return new Need(action, target, context, more, Optional.of(other), secret);
    }

    Need hiding(Secret value) {
        return new Need(action, target, context, more, otherwise, Optional.of(value));
    }

    Need with(Optional<Remote> value) {
        return new Need(action, target, context, value, otherwise, secret);
    }

    /// The same, asked of the caller's own account alone: the owner of the resource need not say
    /// yes, though a no of theirs counts.
    Need onlyOf(String account) {
        Target own = new Target(target.arn(), account, target.policy(), target.printed());
        Context owner = context.toBuilder().put("aws:ResourceAccount", target.account()).build();
        return new Need(action, own, owner, more, otherwise, secret);
    }

    /// Keys that somebody else has to be asked for.
    ///
    /// @param prefix what their names begin with, such as `s3:ExistingObjectTag/`
    record Remote(String prefix, Supplier<Context> keys) {}

    /// That something is missing, which not everybody may know.
    ///
    /// @param need who may know it
    /// @param missing looks whether it is so
    record Secret(Need need, BooleanSupplier missing) {}

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
