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
        if (action.startsWith("s3:") && Denial.isBareAtS3(evaluation)) {
            return S3Errors.accessDenied();
        }
        return AccessErrors.denied(
                evaluation.request().principal().arn(),
                action,
                need.target().printed(),
                Denial.message(evaluation));
    }
}
