package dev.rolecall.guard;

import dev.rolecall.fault.AccessErrors;
import dev.rolecall.fault.AwsError;
import dev.rolecall.fault.S3Errors;
import dev.rolecall.policy.Denial;
import dev.rolecall.policy.Evaluation;
import dev.rolecall.policy.Principal;
import java.util.Set;

/// The words in which each service says no.
final class Refusals {
    /// Live STS gives no reason for these, whoever said no.
    private static final Set<String> WITHOUT_REASON =
            Set.of("sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity");

    private Refusals() {}

    static AwsError of(Need need, Evaluation evaluation) {
        Principal principal = evaluation.request().principal();
        String action = need.action();
        boolean s3 = action.startsWith("s3:");
        if (s3
                && (principal instanceof Principal.Anonymous
                        || evaluation.request().crossAccount())) {
            // Reasons are for callers of the same account or organization only.
            return S3Errors.accessDenied();
        }
        String reason = WITHOUT_REASON.contains(action) ? "" : Denial.message(evaluation);
        return AccessErrors.denied(principal.arn(), action, need.target().printed(), reason);
    }
}
