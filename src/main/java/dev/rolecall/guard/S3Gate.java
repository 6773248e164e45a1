package dev.rolecall.guard;

import dev.rolecall.fault.AwsError;
import dev.rolecall.fault.S3AuthenticationErrors;
import dev.rolecall.iam.Caller;
import dev.rolecall.iam.Ids;
import dev.rolecall.s3.S3;
import dev.rolecall.sts.Session;
import dev.rolecall.wire.HttpIn;
import dev.rolecall.wire.Operation;
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
    private final S3 s3;

    S3Gate(KeyRing keys, LabClock clock, S3 s3) {
        this.keys = keys;
        this.clock = clock;
        this.s3 = s3;
    }

    Admission admit(Routed routed) {
        HttpIn in = routed.in();
        Signature signature = SigV4.parse(in, routed.service());
        if (signature.kind() == Signature.Kind.NONE) {
            return new Admission(Caller.anonymous(), signature, "", Optional.empty());
        }
        Optional<AwsError> early =
                time(signature)
                        .or(() -> scope(signature, routed))
                        .or(() -> unsigned(in, signature));
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

    private Optional<AwsError> scope(Signature signature, Routed routed) {
        boolean presigned = signature.presigned();
        if (!takes(signature.region(), routed)) {
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

    /// One endpoint stands for those of all regions: a client of another region makes buckets there
    /// and reaches them.
    private boolean takes(String region, Routed routed) {
        return region.equals(Regions.HOME)
                || (Regions.valid(region) && routed.known().filter(S3Gate::makesBucket).isPresent())
                || routed.bucket()
                        .flatMap(s3::bucket)
                        .filter(bucket -> bucket.region().equals(region))
                        .isPresent();
    }

    private static boolean makesBucket(Operation operation) {
        return operation.name().equals("CreateBucket");
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
