package dev.rolecall.sts;

import dev.rolecall.iam.Caller;
import dev.rolecall.policy.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.model.FederatedUser;
import software.amazon.awssdk.services.sts.model.GetFederationTokenRequest;
import software.amazon.awssdk.services.sts.model.GetFederationTokenResponse;
import software.amazon.awssdk.services.sts.model.GetSessionTokenRequest;
import software.amazon.awssdk.services.sts.model.GetSessionTokenResponse;

/// GetSessionToken and GetFederationToken: a user's, or the root user's, long-term key exchanged
/// for temporary credentials.
public final class TokenActions {
    private static final int TWELVE_HOURS = 43_200;

    /// The root user's sessions last an hour at most; asking for more is no error.
    private static final int ROOT_MOST = 3600;

    private final Issuer issuer;
    private final SessionPolicyDesk policies;

    TokenActions(Issuer issuer, SessionPolicyDesk policies) {
        this.issuer = issuer;
        this.policies = policies;
    }

    public GetSessionTokenResponse getSessionToken(Caller caller, GetSessionTokenRequest request) {
        Refusals.refuse(caller, "GetSessionToken");
        Mfa.refuseUnknownDevice(request.serialNumber(), request.tokenCode());
        Session session =
                issuer.issue(
                        caller.principal(),
                        duration(caller, request.durationSeconds()),
                        Issuer.Carried.nothing(),
                        caller.principal().arn());
        return GetSessionTokenResponse.builder().credentials(Issuer.credentials(session)).build();
    }

    @SuppressWarnings("deprecation") // AWS still sends PackedPolicySize beside its successor
    public GetFederationTokenResponse getFederationToken(
            Caller caller, GetFederationTokenRequest request) {
        Refusals.refuse(caller, "GetFederationToken");
        Map<String, String> tags = SessionTags.passed(request.tags());
        Optional<Session.SessionPolicies> passed =
                policies.passed(caller.account(), request.policy(), request.policyArns());
        int packed = PackedSize.percent(passed, tags);
        // Without a policy the session may do nothing, so there is always one that narrows it.
        Session.SessionPolicies narrowing =
                passed.orElseGet(() -> new Session.SessionPolicies(Optional.empty(), List.of()));
        Session session =
                issuer.issue(
                        federated(caller, request.name()),
                        duration(caller, request.durationSeconds()),
                        new Issuer.Carried(
                                tags, Set.of(), Optional.empty(), Optional.of(narrowing)),
                        caller.principal().arn());
        return GetFederationTokenResponse.builder()
                .credentials(Issuer.credentials(session))
                .federatedUser(
                        FederatedUser.builder()
                                .federatedUserId(session.principal().userId())
                                .arn(session.principal().arn())
                                .build())
                .packedPolicySize(packed)
                .build();
    }

    private static Principal.FederatedUser federated(Caller caller, String name) {
        return new Principal.FederatedUser(caller.account(), name, caller.principal().userId());
    }

    private static Duration duration(Caller caller, @Nullable Integer asked) {
        boolean root = caller.principal() instanceof Principal.Root;
        int seconds = asked == null ? TWELVE_HOURS : asked;
        return Duration.ofSeconds(root ? Math.min(seconds, ROOT_MOST) : seconds);
    }
}
