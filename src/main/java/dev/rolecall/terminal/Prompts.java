package dev.rolecall.terminal;

/// The prompt where a snippet goes on.
final class Prompts {
    static final String MORE = "   ...> ";

    private Prompts() {}
}
