package dev.rolecall.snippet;

import dev.rolecall.snippet.Journal.Call;
import java.util.List;
import java.util.Optional;

/// How a child came to its end, and through which snippet.
///
/// @param snippetId empty if it cannot be told
/// @param names what that snippet declared, as far as it is known
record Demise(Outcome.Death death, String snippetId, List<String> names) {

    /// It died while this call ran.
    static Demise during(Call call, ChildJvm child, Journal journal) {
        return of(child, journal, Optional.of(call));
    }

    /// It died while nothing was called. If nobody knows why, the call that ran last is the most
    /// likely to have left something behind.
    static Demise between(ChildJvm child, Journal journal) {
        return of(child, journal, journal.last());
    }

    /// Takes down who did it, so that it does not run again: whose code called `System.exit`, where
    /// that is known, else the suspect.
    private static Demise of(ChildJvm child, Journal journal, Optional<Call> suspect) {
        Outcome.Death death = child.death();
        Optional<Long> exitedBy = child.exitedBy();
        return (exitedBy.isPresent() ? exitedBy.flatMap(journal::ofRun) : suspect)
                .map(call -> blame(death, call))
                .orElseGet(() -> new Demise(death, "", List.of()));
    }

    private static Demise blame(Outcome.Death death, Call call) {
        call.result(Past.Result.DIED);
        return new Demise(death, call.snippetId(), call.names());
    }
}
