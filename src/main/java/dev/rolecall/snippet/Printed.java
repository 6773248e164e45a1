package dev.rolecall.snippet;

/// What the learner's code printed, as it printed it: a piece of text, not necessarily a line.
///
/// @param error whether it came through `System.err`
public record Printed(boolean error, String text) {}
