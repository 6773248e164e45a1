package dev.rolecall.guard;

import dev.rolecall.fault.AwsError;
import dev.rolecall.iam.Iam;
import dev.rolecall.policy.Evaluation;
import dev.rolecall.s3.S3;
import dev.rolecall.sts.Sts;
import dev.rolecall.wire.Operation;
import java.util.Optional;

/// Asks for every permission that a request needs, and refuses it at the first that is not granted.
final class Authorizer {
    private final Decider decider;
    private final Needs iamNeeds;
    private final Needs stsNeeds;
    private final S3Needs s3Needs;

    Authorizer(Iam iam, S3 s3, LabClock clock, Decider decider) {
        this.decider = decider;
        iamNeeds = new IamNeeds(iam);
        stsNeeds = new StsNeeds(iam);
        s3Needs = new S3Needs(s3, clock);
    }

    /// @throws AwsError the refusal
    void authorise(Asking asking, Operation operation, Trace trace) {
        Needs needs =
                switch (operation.service()) {
                    case IAM -> iamNeeds;
                    case STS -> refusable(asking);
                    case S3 -> s3Needs;
                };
        Inquiry inquiry = decider.inquiry(asking);
        trace.inquiring(asking, inquiry);
        for (Need need : needs.of(asking)) {
            require(need, inquiry, trace);
        }
    }

    private Needs refusable(Asking asking) {
        Sts.refusal(asking.caller(), asking.operation())
                .ifPresent(refusal -> {
                    throw refusal;
                });
        return stsNeeds;
    }

    private static void require(Need need, Inquiry inquiry, Trace trace) {
        Evaluation evaluation = inquiry.on(need, trace::evaluated);
        if (!evaluation.allowed()) {
            throw Refusals.of(need, evaluation);
        }
    }

    /// Why one key of the DeleteObjects request under way is refused, if it is.
    Optional<AwsError> refusedKey(Trace trace, String action, S3Resource object) {
        Trace.UnderWay request = trace.underWay();
        for (Need need : s3Needs.ofKey(request.asking(), action, object)) {
            Evaluation evaluation = request.inquiry().on(need, trace::evaluated);
            if (!evaluation.allowed()) {
                return Optional.of(Refusals.of(need, evaluation));
            }
        }
        return Optional.empty();
    }
}
