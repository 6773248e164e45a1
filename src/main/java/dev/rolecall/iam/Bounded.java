package dev.rolecall.iam;

import java.util.Optional;

/// What may have a permissions boundary ("Permissions boundaries for IAM entities").
public sealed interface Bounded permits User, Role {

    /// The ARN of the managed policy that is the boundary.
    Optional<String> boundary();

    Bounded withBoundary(Optional<String> boundary);
}
