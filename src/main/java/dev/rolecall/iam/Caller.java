package dev.rolecall.iam;

import dev.rolecall.policy.Principal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who made a request and with which credentials. Actions receive it; they never see a signature.
///
/// @param accessKeyId the key that signed; empty for an anonymous request
/// @param session what the credentials carry, if they are temporary
public record Caller(Principal principal, String accessKeyId, Optional<SessionFacts> session) {

    /// What a temporary credential carries.
    ///
    /// @param issued when it was issued, the value of `aws:TokenIssueTime`
    /// @param expires when it ends
    /// @param mfa when a second factor was used, if one was
    /// @param tags session tags, inherited ones included
    /// @param transitiveTagKeys the keys of `tags` that flow on to a chained session
    /// @param sourceIdentity empty if none was set
    public record SessionFacts(
            Instant issued,
            Instant expires,
            Optional<Instant> mfa,
            Map<String, String> tags,
            Set<String> transitiveTagKeys,
            Optional<String> sourceIdentity) {
        public SessionFacts {
            tags = Map.copyOf(tags);
            transitiveTagKeys = Set.copyOf(transitiveTagKeys);
        }
    }

    public static Caller of(Principal principal, String accessKeyId) {
        return new Caller(principal, accessKeyId, Optional.empty());
    }

    public static Caller anonymous() {
        return of(new Principal.Anonymous(), "");
    }

    /// The account that the caller belongs to.
    public String account() {
        return principal.account();
    }
}
