package dev.rolecall.terminal;

import dev.rolecall.guard.Recorded;
import dev.rolecall.policy.Principal;
import java.util.Optional;

/// What stands behind the refusals that no policy decides.
final class Advice {
    private Advice() {}

    static Optional<String> on(Recorded refused) {
        return switch (refused.errorCode()) {
            case "AccessDenied" ->
                    refused.errorMessage().equals("Request has expired")
                            ? Optional.of(
                                    "A presigned URL works as long as it says, by the lab's clock, and never"
                                            + " longer than the credentials that signed it: make another.")
                            : Optional.empty();
            case "ExpiredToken" ->
                    Optional.of(
                            "The session behind these credentials has ended. It cannot be renewed: call"
                                    + " AssumeRole again.");
            case "InvalidClientTokenId", "InvalidAccessKeyId" ->
                    Optional.of(
                            sessionAtIam(refused)
                                    ? "IAM takes no session of GetFederationToken, and one of"
                                            + " GetSessionToken only if it was begun with MFA: AssumeRole"
                                            + " gives one that it takes."
                                    : "The access key is unknown or inactive, its role or user is gone, or the session"
                                            + " token that belongs to it was not sent.");
            case "SignatureDoesNotMatch" ->
                    Optional.of(
                            "The request was signed with another secret than the one that belongs to this"
                                    + " access key.");
            case "MissingAuthenticationToken" -> Optional.of("The request was not signed at all.");
            default -> Optional.empty();
        };
    }

    /// Whether a user or a federated user signed with a session of theirs.
    private static boolean sessionAtIam(Recorded refused) {
        return refused.service().equals("iam")
                && refused.accessKeyId().startsWith("ASIA")
                && switch (refused.principal()) {
                    case Principal.User _, Principal.Root _, Principal.FederatedUser _ -> true;
                    default -> false;
                };
    }
}
