package dev.rolecall.guard;

import dev.rolecall.fault.AccessErrors;
import dev.rolecall.fault.AwsError;
import dev.rolecall.fault.S3Errors;
import dev.rolecall.policy.Denial;
import dev.rolecall.policy.Evaluation;

/// The words in which each service says no.
final class Refusals {
    private Refusals() {}

    static AwsError of(Need need, Evaluation evaluation) {
        String action = need.action();
        if (action.startsWith("s3:") && isBare(evaluation)) {
            return S3Errors.accessDenied();
        }
        return AccessErrors.denied(
                evaluation.request().principal().arn(),
                action,
                need.target().printed(),
                Denial.message(evaluation));
    }

    /// What the caller's own account alone decides is still somebody else's resource.
    private static boolean isBare(Evaluation evaluation) {
        String account = evaluation.request().principal().account();
        boolean foreign =
                evaluation
                        .request()
                        .context()
                        .get("aws:ResourceAccount")
                        .filter(owner -> !owner.values().contains(account))
                        .isPresent();
        return foreign || Denial.isBareAtS3(evaluation);
    }
}
