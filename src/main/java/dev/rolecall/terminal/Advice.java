package dev.rolecall.terminal;

import java.util.Optional;

/// What stands behind the refusals that no policy decides.
final class Advice {
    private Advice() {}

    static Optional<String> on(String errorCode) {
        return switch (errorCode) {
            case "ExpiredToken" ->
                    Optional.of(
                            "The session behind these credentials has ended, so nobody asked what it may"
                                    + " do. Expired credentials cannot be renewed: call AssumeRole again.");
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
