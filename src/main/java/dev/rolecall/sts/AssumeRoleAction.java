package dev.rolecall.sts;

import dev.rolecall.fault.StsErrors;
import dev.rolecall.iam.Caller;
import dev.rolecall.iam.Iam;
import dev.rolecall.iam.Role;
import dev.rolecall.policy.Principal;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.AssumedRoleUser;

/// AssumeRole: a session of a role for a user or another session.
public final class AssumeRoleAction {
    private static final String OPERATION = "AssumeRole";

    /// What a session of a chain lasts at most and, like every session, if nothing is said.
    private static final int ONE_HOUR = 3600;

    private final Iam iam;
    private final Issuer issuer;
    private final SessionPolicyDesk policies;

    AssumeRoleAction(Iam iam, Issuer issuer, SessionPolicyDesk policies) {
        this.iam = iam;
        this.issuer = issuer;
        this.policies = policies;
    }

    public AssumeRoleResponse assumeRole(Caller caller, AssumeRoleRequest request) {
        Refusals.requireRoleArn(request.roleArn());
        Refusals.refuse(caller, OPERATION);
        Role role =
                iam.role(request.roleArn())
                        .orElseThrow(() ->
                                StsErrors.denied(
                                        caller.principal().arn(),
                                        "sts:AssumeRole",
                                        request.roleArn()));
        Mfa.refuseUnknownDevice(request.serialNumber(), request.tokenCode());
        Duration duration = duration(caller, role, request.durationSeconds());
        SessionTags tags = SessionTags.of(caller, request.tags(), request.transitiveTagKeys());
        Issuer.Carried carried =
                new Issuer.Carried(
                        tags.all(),
                        tags.transitive(),
                        sourceIdentity(caller, request),
                        policies.passed(role.account(), request.policy(), request.policyArns()));
        int packed = PackedSize.percent(carried.policies(), tags.all());
        Session session =
                issuer.issue(
                        principal(role, request.roleSessionName()),
                        duration,
                        carried,
                        caller.principal().arn());
        return response(session, tags, packed);
    }

    /// The role's own limit comes before the chain's.
    private static Duration duration(
            Caller caller, Role role, @org.jspecify.annotations.Nullable Integer asked) {
        int seconds = Objects.requireNonNullElse(asked, ONE_HOUR);
        if (seconds > role.maxSessionSeconds()) {
            throw StsErrors.longerThanRoleAllows();
        }
        if (caller.principal() instanceof Principal.RoleSession && seconds > ONE_HOUR) {
            throw StsErrors.longerThanChainAllows();
        }
        return Duration.ofSeconds(seconds);
    }

    /// Set once, then handed on unchanged.
    private static Optional<String> sourceIdentity(Caller caller, AssumeRoleRequest request) {
        Optional<String> inherited = caller.session().flatMap(Caller.SessionFacts::sourceIdentity);
        Optional<String> asked = Optional.ofNullable(request.sourceIdentity());
        if (inherited.isPresent() && asked.isPresent() && !asked.equals(inherited)) {
            throw StsErrors.sourceIdentityIsSet();
        }
        return inherited.or(() -> asked);
    }

    private static Principal.RoleSession principal(Role role, String sessionName) {
        return new Principal.RoleSession(
                role.account(), role.path(), role.name(), role.id(), sessionName);
    }

    @SuppressWarnings("deprecation") // AWS still sends PackedPolicySize beside its successor
    private static AssumeRoleResponse response(Session session, SessionTags tags, int packed) {
        boolean anythingPacked = session.policies().isPresent() || !tags.passed().isEmpty();
        return AssumeRoleResponse.builder()
                .assumedRoleUser(
                        AssumedRoleUser.builder()
                                .assumedRoleId(session.principal().userId())
                                .arn(session.principal().arn())
                                .build())
                .credentials(Issuer.credentials(session))
                .packedPolicySize(anythingPacked ? packed : null)
                .sourceIdentity(session.facts().sourceIdentity().orElse(null))
                .build();
    }
}
