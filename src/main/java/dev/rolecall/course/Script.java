package dev.rolecall.course;

import java.nio.file.Path;

/// Snippets and commands, as a learner would type them.
public record Script(Path file, String text) {}
