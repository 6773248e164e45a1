package dev.rolecall.snippet;

/// A variable that the learner has.
///
/// @param text its value as JShell shows it
public record Variable(String name, String type, String text) {}
