package dev.rolecall.snippet;

/// Is told which snippet runs, so that requests can be recorded against it. Filled by the wiring;
/// called on the thread that called [SnippetShell#evaluate].
public interface Running {

    /// A snippet's code is about to run.
    void begin(String snippetId);

    /// It has come to its end, in whatever way.
    void end(String snippetId);
}
