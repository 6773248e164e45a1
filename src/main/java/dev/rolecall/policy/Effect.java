package dev.rolecall.policy;

/// What a statement does when it matches.
enum Effect {
    ALLOW,
    DENY
}
