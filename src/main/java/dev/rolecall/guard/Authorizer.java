package dev.rolecall.guard;

import dev.rolecall.fault.AwsError;
import dev.rolecall.iam.Iam;
import dev.rolecall.policy.Evaluation;
import dev.rolecall.s3.S3;
import dev.rolecall.sts.Sts;
import dev.rolecall.wire.Operation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Asks for every permission that a request needs, and refuses it at the first that is not granted.
final class Authorizer {
    /// What S3 says of an object that is not there, or is a delete marker now.
    private static final Set<String> MISSING =
            Set.of("NoSuchKey", "NoSuchVersion", "MethodNotAllowed");

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

    /// Asks for all but what only a failure makes necessary.
    ///
    /// @throws AwsError the refusal
    Granted authorise(Asking asking, Operation operation, Trace trace) {
        Needs needs =
                switch (operation.service()) {
                    case IAM -> iamNeeds;
                    case STS -> refusable(asking);
                    case S3 -> s3Needs;
                };
        Inquiry inquiry = decider.inquiry(asking);
        trace.inquiring(asking, inquiry);
        List<Need> all = needs.of(asking);
        for (Need need : all) {
            require(need, inquiry, trace);
        }
        return new Granted(
                all.stream().flatMap(need -> need.secret().stream()).findFirst(), inquiry, trace);
    }

    private Needs refusable(Asking asking) {
        Sts.refusal(asking.caller(), asking.operation())
                .ifPresent(refusal -> {
                    throw refusal;
                });
        return stsNeeds;
    }

    /// Where what is asked for is missing, a refusal of the news of it comes before one of what was
    /// asked for. To know whether it is missing may be dear, so it is looked for only then.
    private static void require(Need need, Inquiry inquiry, Trace trace) {
        Evaluation evaluation = inquiry.on(need, _ -> {});
        if (!evaluation.allowed()) {
            need.secret()
                    .filter(secret -> secret.missing().getAsBoolean())
                    .ifPresent(secret -> tell(secret, inquiry, trace));
        }
        trace.evaluated(evaluation);
        if (!evaluation.allowed()) {
            throw Refusals.of(need, evaluation);
        }
    }

    private static void tell(Need.Secret secret, Inquiry inquiry, Trace trace) {
        Evaluation evaluation = inquiry.on(secret.need());
        trace.evaluatedBefore(evaluation);
        if (!evaluation.allowed()) {
            throw Refusals.of(secret.need(), evaluation);
        }
    }

    /// That a request may be carried out, and what of its failure may be told.
    record Granted(Optional<Need.Secret> secret, Inquiry inquiry, Trace trace) {

        /// Returns the error to tell: a refusal in the place of news that are not for everybody.
        AwsError told(AwsError error) {
            boolean missing = MISSING.contains(error.code());
            try {
                secret.filter(_ -> missing).ifPresent(hidden -> tell(hidden, inquiry, trace));
                return error;
            } catch (AwsError refusal) {
                return refusal;
            }
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
