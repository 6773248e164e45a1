package dev.rolecall.snippet.agent;

/// What the shell asks the child about the learner's variables, beside JShell's own commands. All
/// arguments and answers are arrays of texts; a variable is a name and the class it is in.
public enum Request {
    /// Name, class and `+` or nothing of every variable: gives name, class and value of each that
    /// changed since it was asked last, or has the `+`. A value is a text for [#SETTLE], of no
    /// meaning to the shell but for [#UNKNOWN] and [#DIGEST].
    NOTE,
    /// Name, class and value of variables, as [#NOTE] gave them: puts those that changed to what
    /// they were, and gives the names of those that it cannot.
    SETTLE,
    /// Name and class of variables: gives the names of those that may hold credentials.
    HOLDERS,
    /// Name and class of a variable: gives its key id, secret and perhaps token; one text, the
    /// reason, if they cannot be had; nothing if there are none.
    CREDENTIALS;

    /// The value of a variable of which nothing can be kept.
    public static final String UNKNOWN = PlainWriter.UNKNOWN;

    /// Begins a value that can be compared and not made again.
    public static final String DIGEST = PlainWriter.DIGEST;
}
