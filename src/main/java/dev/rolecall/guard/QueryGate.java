package dev.rolecall.guard;

import dev.rolecall.fault.AuthenticationErrors;
import dev.rolecall.fault.AwsError;
import dev.rolecall.iam.Caller;
import dev.rolecall.policy.Principal;
import dev.rolecall.sts.Session;
import dev.rolecall.wire.AwsService;
import dev.rolecall.wire.Routed;
import dev.rolecall.wire.SigV4;
import dev.rolecall.wire.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Authenticates requests to STS and IAM, in AWS's order: scope, key, token and its binding,
/// expiry, issuer, clock, signature, and last whether the service takes such a credential.
final class QueryGate {
    private static final Duration SKEW = Duration.ofMinutes(15);

    private final KeyRing keys;
    private final LabClock clock;

    QueryGate(KeyRing keys, LabClock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    Admission admit(Routed routed) {
        Signature signature = SigV4.parse(routed.in(), routed.service());
        if (signature.kind() == Signature.Kind.NONE) {
            boolean open = routed.operation().unsigned();
            return open
                    ? new Admission(Caller.anonymous(), signature, "", Optional.empty())
                    : Admission.refused(
                            Caller.anonymous(),
                            signature,
                            AuthenticationErrors.missingAuthenticationToken());
        }
        Optional<AwsError> scope = scope(signature, routed.service());
        if (scope.isPresent()) {
            return Admission.refused(Caller.anonymous(), signature, scope.get());
        }
        Optional<Credential> credential = keys.find(signature.accessKeyId());
        return credential.isEmpty()
                ? Admission.refused(
                        Caller.anonymous(), signature, AuthenticationErrors.invalidClientTokenId())
                : admit(routed, signature, credential.get());
    }

    private Admission admit(Routed routed, Signature signature, Credential credential) {
        Optional<AwsError> refusal =
                credential
                        .session()
                        .flatMap(session -> session(session, signature))
                        .or(() -> time(signature))
                        .or(() -> signature(routed, signature, credential))
                        .or(() -> strayToken(signature, credential))
                        .or(() -> session(routed.service(), credential.caller()));
        return new Admission(credential.caller(), signature, credential.secret(), refusal);
    }

    private static Optional<AwsError> scope(Signature signature, AwsService service) {
        String name = service.signingName();
        boolean region = Regions.valid(signature.region());
        boolean rightService = signature.service().equals(name);
        if (region && rightService) {
            return signature.scopeDateAgrees()
                    ? Optional.empty()
                    : Optional.of(
                            AuthenticationErrors.scopeDateDiffers(
                                    signature.date(), signature.timestamp()));
        }
        if (rightService) {
            return Optional.of(AuthenticationErrors.wrongRegion());
        }
        return Optional.of(
                region
                        ? AuthenticationErrors.wrongService(name)
                        : AuthenticationErrors.wrongRegionAndService(name));
    }

    private Optional<AwsError> session(Session session, Signature signature) {
        if (!signature.sessionToken().equals(Optional.of(session.sessionToken()))) {
            return Optional.of(AuthenticationErrors.invalidClientTokenId());
        }
        if (!session.facts().expires().isAfter(clock.instant())) {
            return Optional.of(AuthenticationErrors.expiredToken());
        }
        return keys.issuerExists(session)
                ? Optional.empty()
                : Optional.of(AuthenticationErrors.invalidClientTokenId());
    }

    /// A token that came with a long-term key. What AWS says of it is not recorded; in the field it
    /// is this, and S3 refuses it after the signature too.
    private static Optional<AwsError> strayToken(Signature signature, Credential credential) {
        return !signature.sessionTokens().isEmpty() && credential.session().isEmpty()
                ? Optional.of(AuthenticationErrors.invalidClientTokenId())
                : Optional.empty();
    }

    /// IAM takes a federated user's session never, a GetSessionToken session only with a second
    /// factor ("Comparing the AWS STS API operations").
    private static Optional<AwsError> session(AwsService service, Caller caller) {
        boolean accepted =
                service != AwsService.IAM
                        || switch (caller.principal()) {
                            case Principal.FederatedUser _ -> false;
                            case Principal.User _, Principal.Root _ ->
                                    caller.session()
                                            .map(session -> session.mfa().isPresent())
                                            .orElse(true);
                            default -> true;
                        };
        return accepted ? Optional.empty() : Optional.of(AuthenticationErrors.sessionNotAccepted());
    }

    private Optional<AwsError> time(Signature signature) {
        Instant now = clock.realTime();
        Instant signed = signature.signedAt();
        if (signed.isBefore(now.minus(SKEW))) {
            return Optional.of(AuthenticationErrors.signatureExpired(signed, now));
        }
        return signed.isAfter(now.plus(SKEW))
                ? Optional.of(AuthenticationErrors.signatureNotYetCurrent(signed, now))
                : Optional.empty();
    }

    private static Optional<AwsError> signature(
            Routed routed, Signature signature, Credential credential) {
        return SigV4.matches(routed.in(), signature, credential.secret())
                ? Optional.empty()
                : Optional.of(AuthenticationErrors.signatureDoesNotMatch());
    }
}
