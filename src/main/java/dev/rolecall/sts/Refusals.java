package dev.rolecall.sts;

import dev.rolecall.fault.AwsError;
import dev.rolecall.fault.StsErrors;
import dev.rolecall.iam.Caller;
import dev.rolecall.policy.Arn;
import dev.rolecall.policy.Principal;
import java.util.Optional;
import java.util.Set;

/// What STS refuses before any policy is read ("Compare AWS STS credentials").
final class Refusals {
    private static final String ASSUME_ROLE = "AssumeRole";
    private static final String CALLER_IDENTITY = "GetCallerIdentity";
    private static final Set<String> LONG_TERM_ONLY =
            Set.of("GetFederationToken", "GetSessionToken");

    private Refusals() {}

    static Optional<AwsError> of(Caller caller, String operation) {
        if (operation.equals(CALLER_IDENTITY)) {
            return Optional.empty();
        }
        if (caller.session().isPresent()) {
            return ofSession(caller.principal(), operation);
        }
        return caller.principal() instanceof Principal.Root && operation.equals(ASSUME_ROLE)
                ? Optional.of(StsErrors.rootMayNotAssume())
                : Optional.empty();
    }

    private static Optional<AwsError> ofSession(Principal principal, String operation) {
        if (LONG_TERM_ONLY.contains(operation)) {
            return Optional.of(StsErrors.needsLongTermKey(operation));
        }
        return switch (principal) {
            case Principal.Root _ when operation.equals(ASSUME_ROLE) ->
                    Optional.of(StsErrors.rootMayNotAssume());
            case Principal.User _ when operation.equals(ASSUME_ROLE) -> Optional.empty();
            case Principal.RoleSession _ -> Optional.empty();
            // The text is not known; that it is AccessDenied is (aws-truth 2.6).
            default -> Optional.of(StsErrors.denied(principal.arn(), "sts:" + operation, "*"));
        };
    }

    static void refuse(Caller caller, String operation) {
        of(caller, operation)
                .ifPresent(refusal -> {
                    throw refusal;
                });
    }

    /// Recorded: partition, service and resource must not be empty; `arn:a:b:::something/x` passes.
    static void requireRoleArn(String text) {
        boolean valid =
                Arn.parse(text)
                        .filter(arn -> !arn.partition().isEmpty())
                        .filter(arn -> !arn.service().isEmpty())
                        .filter(arn -> !arn.resource().isEmpty())
                        .isPresent();
        if (!valid) {
            throw StsErrors.invalidRoleArn(text);
        }
    }
}
