package dev.rolecall.sts;

import dev.rolecall.iam.Caller;
import dev.rolecall.policy.PolicyDocument;
import dev.rolecall.policy.Principal;
import java.util.List;
import java.util.Optional;

/// Temporary credentials and what they carry ("Temporary security credentials in IAM").
///
/// @param accessKeyId 20 characters, `ASIA…`
/// @param principal who signs with them: a [Principal.RoleSession], a [Principal.User]
///   (GetSessionToken) or [Principal.Root], a [Principal.FederatedUser]
/// @param facts when issued, when they end, tags and the rest
/// @param policies the session policies that were passed; present and empty for a federated user
///   without any, who has no permission then; absent where none narrows the session
/// @param issuedTo the ARN of the caller that asked for them
public record Session(
        String accessKeyId,
        String secretAccessKey,
        String sessionToken,
        Principal principal,
        Caller.SessionFacts facts,
        Optional<SessionPolicies> policies,
        String issuedTo) {

    /// Session policies as they were passed.
    ///
    /// @param inline the policy passed as text
    /// @param managed ARNs of managed policies
    public record SessionPolicies(Optional<PolicyDocument> inline, List<String> managed) {
        public SessionPolicies {
            managed = List.copyOf(managed);
        }
    }

    /// The caller that a request signed with these credentials has.
    public Caller caller() {
        return new Caller(principal, accessKeyId, Optional.of(facts));
    }

    /// The unique id on which the session depends: of its role, of its user, or of the user that
    /// made it; the account's id for the root user's. With it the session ends.
    public String issuerId() {
        return switch (principal) {
            case Principal.RoleSession session -> session.roleId();
            case Principal.FederatedUser made -> made.creatorId();
            case Principal.User user -> user.id();
            case Principal.Root root -> root.account();
            case Principal.Service _, Principal.Provider _, Principal.Anonymous _ ->
                    throw new IllegalStateException("no session of " + principal.arn());
        };
    }

    Session with(Principal now) {
        return new Session(
                accessKeyId, secretAccessKey, sessionToken, now, facts, policies, issuedTo);
    }

    /// Does not tell the secret nor the token: a record's own text would put them into logs.
    @Override
    public String toString() {
        return "Session[" + accessKeyId + ", " + principal.arn() + "]";
    }
}
