package dev.rolecall.snippet;

/// Is told that a snippet of the past runs again in a new JVM: between the two calls, requests are
/// to be answered as they were answered the first time, touching no cloud. Filled by the wiring.
public interface Replay {

    /// The snippet is about to run again.
    void begin(String snippetId);

    /// It has come to its end, in whatever way.
    void end(String snippetId);
}
