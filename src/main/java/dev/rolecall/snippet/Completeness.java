package dev.rolecall.snippet;

/// Whether a text can be evaluated as it stands.
public enum Completeness {
    /// It can, even where the last semicolon is missing.
    COMPLETE,
    /// More lines must follow.
    INCOMPLETE,
    /// There is nothing in it but blanks and comments.
    EMPTY,
    /// It cannot become Java by adding to it. Evaluating it gives the compiler's message.
    WRONG
}
