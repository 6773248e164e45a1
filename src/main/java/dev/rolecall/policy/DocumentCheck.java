package dev.rolecall.policy;

import java.util.Optional;

/// What AWS says of a document that someone wants to store.
public sealed interface DocumentCheck {

    /// It may be stored.
    ///
    /// @param document as stored: principals are unique ids
    record Valid(PolicyDocument document) implements DocumentCheck {}

    /// It is refused.
    ///
    /// @param message AWS's own text
    /// @param detail what S3 puts into `Detail`
    record Invalid(String message, Optional<String> detail) implements DocumentCheck {}
}
