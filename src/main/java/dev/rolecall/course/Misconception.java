package dev.rolecall.course;

/// A wrong answer that learners really give, and the criterion that must not let it pass.
///
/// @param name the file's name without `.jsh`: `trust-left-at-root`
/// @param failsAt the id of the criterion
public record Misconception(String name, String failsAt, Script script) {}
