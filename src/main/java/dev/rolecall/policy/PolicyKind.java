package dev.rolecall.policy;

/// The kinds of policy, each with its own part in the decision ("Policy evaluation logic").
public enum PolicyKind {
    IDENTITY,
    TRUST,
    BUCKET,
    BOUNDARY,
    SESSION,
    SERVICE_CONTROL,
    RESOURCE_CONTROL
}
