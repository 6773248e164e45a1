package dev.rolecall.terminal;

import dev.rolecall.guard.Recorded;
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
                            "The access key is unknown or inactive, its role or user is gone, or the session"
                                    + " token that belongs to it was not sent.");
            case "SignatureDoesNotMatch" ->
                    Optional.of(
                            "The request was signed with another secret than the one that belongs to this"
                                    + " access key.");
            case "MissingAuthenticationToken" -> Optional.of("The request was not signed at all.");
            default -> Optional.empty();
        };
    }
}
