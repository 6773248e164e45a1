package dev.rolecall.snippet;

/// What credentials a variable of the learner's holds.
public sealed interface VariableCredentials {

    /// These.
    record Held(CredentialsValue value) implements VariableCredentials {}

    /// None: it is null, or no form in which AWS gives credentials.
    record None() implements VariableCredentials {}

    /// A provider that did not give them.
    ///
    /// @param why what it threw, in a line
    record Failed(String why) implements VariableCredentials {}

    /// There is no such variable.
    record NoVariable() implements VariableCredentials {}
}
