package dev.rolecall.lab;

/// What the linter found of one claim that a lab makes.
///
/// @param step the step's number
/// @param claim such as `the solution passes`
/// @param sound whether it holds
/// @param detail what was seen instead; empty if it holds
public record Finding(int step, String claim, boolean sound, String detail) {}
