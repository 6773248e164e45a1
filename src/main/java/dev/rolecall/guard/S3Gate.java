package dev.rolecall.guard;

import dev.rolecall.fault.AwsError;
import dev.rolecall.fault.S3AuthenticationErrors;
import dev.rolecall.iam.Caller;
import dev.rolecall.iam.Ids;
import dev.rolecall.sts.Session;
import dev.rolecall.wire.HttpIn;
import dev.rolecall.wire.Routed;
import dev.rolecall.wire.SigV4;
import dev.rolecall.wire.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Authenticates requests to S3, in AWS's order: clock, scope, unsigned headers, key, token and its
/// binding, expiry, issuer, signature, and last a token that came with a long-term key. A request
/// without a signature is anonymous.
final class S3Gate {
    private static final Duration SKEW = Duration.ofMinutes(15);

    private final KeyRing keys;
    private final LabClock clock;

    S3Gate(KeyRing keys, LabClock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    Admission admit(Routed routed) {
        HttpIn in = routed.in();
        Signature signature = SigV4.parse(in, routed.service());
        if (signature.kind() == Signature.Kind.NONE) {
            return new Admission(Caller.anonymous(), signature, "", Optional.empty());
        }
        Optional<AwsError> early =
                time(signature).or(() -> scope(signature)).or(() -> unsigned(in, signature));
        if (early.isPresent()) {
            return Admission.refused(Caller.anonymous(), signature, early.get());
        }
        Optional<Credential> credential = keys.find(signature.accessKeyId());
        return credential.isEmpty()
                ? Admission.refused(Caller.anonymous(), signature, unknownKey(signature))
                : admit(in, signature, credential.get());
    }

    private Admission admit(HttpIn in, Signature signature, Credential credential) {
        Optional<AwsError> refusal =
                malformedToken(signature)
                        .or(() ->
                                credential
                                        .session()
                                        .flatMap(session -> session(session, signature)))
                        .or(() -> signature(in, signature, credential))
                        .or(() -> strayToken(signature, credential));
        return new Admission(credential.caller(), signature, credential.secret(), refusal);
    }

    private Optional<AwsError> time(Signature signature) {
        return signature.presigned() ? window(signature) : skew(signature);
    }

    /// A presigned request is good from the lab time that its writer meant.
    private Optional<AwsError> window(Signature signature) {
        Duration validFor = signature.validFor().orElse(Duration.ZERO);
        Instant expires = clock.labTimeOf(signature.signedAt()).plus(validFor);
        if (signature.signedAt().isAfter(clock.realTime().plus(SKEW))) {
            return Optional.of(S3AuthenticationErrors.requestNotYetValid());
        }
        return expires.isAfter(clock.instant())
                ? Optional.empty()
                : Optional.of(
                        S3AuthenticationErrors.requestHasExpired(
                                validFor.toSeconds(), expires, clock.instant()));
    }

    private Optional<AwsError> skew(Signature signature) {
        Instant now = clock.realTime();
        boolean near = Duration.between(signature.signedAt(), now).abs().compareTo(SKEW) <= 0;
        return near
                ? Optional.empty()
                : Optional.of(
                        S3AuthenticationErrors.requestTimeTooSkewed(signature.signedAt(), now));
    }

    private static Optional<AwsError> scope(Signature signature) {
        boolean presigned = signature.presigned();
        if (!signature.region().equals(Regions.HOME)) {
            return Optional.of(
                    S3AuthenticationErrors.wrongRegion(
                            presigned, signature.region(), Regions.HOME));
        }
        if (!signature.service().equals("s3")) {
            return Optional.of(S3AuthenticationErrors.wrongService(presigned, signature.service()));
        }
        return signature.scopeDateAgrees()
                ? Optional.empty()
                : Optional.of(
                        S3AuthenticationErrors.scopeDateDiffers(
                                presigned, signature.date(), signature.timestamp()));
    }

    private static Optional<AwsError> unsigned(HttpIn in, Signature signature) {
        List<String> headers = SigV4.headersNotSigned(in, signature);
        return headers.isEmpty()
                ? Optional.empty()
                : Optional.of(S3AuthenticationErrors.headersNotSigned(headers));
    }

    private static AwsError unknownKey(Signature signature) {
        return S3AuthenticationErrors.invalidAccessKeyId(signature.accessKeyId());
    }

    /// What can be no token of ours is told from one of another session.
    private static Optional<AwsError> malformedToken(Signature signature) {
        return signature.sessionTokens().stream().allMatch(Ids::isSessionToken)
                ? Optional.empty()
                : Optional.of(S3AuthenticationErrors.invalidToken(signature.sessionTokens()));
    }

    private Optional<AwsError> session(Session session, Signature signature) {
        if (!signature.sessionToken().equals(Optional.of(session.sessionToken()))) {
            return Optional.of(unknownKey(signature));
        }
        if (!session.facts().expires().isAfter(clock.instant())) {
            return Optional.of(S3AuthenticationErrors.expiredToken(signature.sessionTokens()));
        }
        return keys.issuerExists(session) ? Optional.empty() : Optional.of(unknownKey(signature));
    }

    private static Optional<AwsError> signature(
            HttpIn in, Signature signature, Credential credential) {
        return SigV4.matches(in, signature, credential.secret())
                ? Optional.empty()
                : Optional.of(
                        S3AuthenticationErrors.signatureDoesNotMatch(
                                signature.accessKeyId(),
                                SigV4.stringToSign(in, signature),
                                signature.value(),
                                SigV4.canonicalRequest(in, signature)));
    }

    private static Optional<AwsError> strayToken(Signature signature, Credential credential) {
        return !signature.sessionTokens().isEmpty() && credential.session().isEmpty()
                ? Optional.of(S3AuthenticationErrors.invalidToken(signature.sessionTokens()))
                : Optional.empty();
    }
}
