package dev.rolecall.snippet;

/// One snippet of the history, as data that can be saved and given to a later shell.
///
/// @param id the snippet's id, which it keeps when it runs again
/// @param source as typed
/// @param result what became of it
/// @param actingAs who was current when it ran
public record Past(String id, String source, Result result, CredentialsValue actingAs) {

    Past thatDied() {
        return new Past(id, source, Result.DIED, actingAs);
    }

    /// What became of it, and so whether it runs again.
    public enum Result {
        /// It came to its end.
        RAN,
        /// It threw.
        THREW,
        /// It did not compile: nothing to run again.
        NOT_COMPILED,
        /// It was stopped: not run again.
        STOPPED,
        /// It cost the JVM: not run again.
        DIED
    }
}
