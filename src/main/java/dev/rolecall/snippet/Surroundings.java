package dev.rolecall.snippet;

import java.util.function.Consumer;

/// What the wiring gives a shell.
///
/// @param output takes what the learner's code prints, in order, on a thread of the shell's; it
///   should not block for long
/// @param wardrobe finds users' keys
/// @param running is told which snippet runs
/// @param replay is told which snippet runs again
public record Surroundings(
        Consumer<Printed> output, Wardrobe wardrobe, Running running, Replay replay) {}
