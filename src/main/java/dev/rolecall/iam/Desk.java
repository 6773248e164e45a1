package dev.rolecall.iam;

import dev.rolecall.fault.AwsError;
import dev.rolecall.policy.Arn;
import dev.rolecall.policy.PrincipalNames;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// What the actions work with.
record Desk(IamStore store, AwsPolicies awsPolicies, PrincipalNames names, Clock clock, Ids ids) {

    /// The lab's time in whole seconds, as IAM keeps it.
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /// The caller's account as it is now.
    Account account(Caller caller) {
        return store.account(caller.account());
    }

    /// Changes the caller's account and returns it as it is then.
    Account change(Caller caller, UnaryOperator<Account> change) {
        return store.change(caller.account(), change);
    }

    /// The managed policy of that ARN, if the account may attach it: its own, or AWS's.
    Optional<ManagedPolicy> managed(Account account, String arn) {
        return awsPolicies.find(arn).or(() -> account.policyByArn(arn));
    }

    /// The same, or the error that the place has for an ARN of no shape and for one of no policy.
    ManagedPolicy requireManaged(
            Account account,
            String arn,
            Function<String, AwsError> invalid,
            Function<String, AwsError> missing) {
        if (!isPolicyArn(arn)) {
            throw invalid.apply(arn);
        }
        return managed(account, arn).orElseThrow(() -> missing.apply(arn));
    }

    static boolean isPolicyArn(String text) {
        return Arn.parse(text)
                .filter(arn -> arn.partition().equals("aws"))
                .filter(arn -> arn.service().equals("iam") && arn.region().isEmpty())
                .filter(arn -> arn.resource().startsWith("policy/"))
                .isPresent();
    }
}
