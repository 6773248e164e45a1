package dev.rolecall.snippet;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One snippet of the history, as data that can be saved and given to a later shell.
///
/// @param id the snippet's id, which it keeps when it runs again
/// @param source as typed
/// @param result what became of it
/// @param actingAs who was current when it ran
/// @param values what is known of the variables that it gave a value or changed, by name: a text of
///   the shell's own, from which it puts the value back, or by which it tells another
public record Past(
        String id,
        String source,
        Result result,
        CredentialsValue actingAs,
        Map<String, String> values) {

    public Past {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /// One that left no variable.
    public static Past of(String id, String source, Result result, CredentialsValue actingAs) {
        return new Past(id, source, result, actingAs, Map.of());
    }

    Past thatDied() {
        return new Past(id, source, Result.DIED, actingAs, values);
    }

    Past leaving(List<Noted> noted) {
        Map<String, String> left = new LinkedHashMap<>();
        noted.forEach(each -> left.put(each.name(), each.value()));
        return new Past(id, source, result, actingAs, left);
    }

    /// Whether it runs again.
    boolean again() {
        return result == Result.RAN || result == Result.THREW;
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
