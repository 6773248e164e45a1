package dev.rolecall.localstack.container;

/// What is left of a container that did not start.
///
/// @param exited whether it ended by itself
/// @param exitCode 0 if it did not end
/// @param log the end of what it printed
record LastWords(boolean exited, long exitCode, String log) {
    static final LastWords NONE = new LastWords(false, 0, "");
}
