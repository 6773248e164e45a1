package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.Account;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiPredicate;

/// Brings steps to the container one by one, and keeps account of what was minted and made there.
final class Courier {
    /// The code of a version that would not get its number.
    private static final String NUMBER = "VersionNumber";

    private final ContainerIam there;
    private final BiPredicate<Account, String> mayMakeAnew;
    private MirrorState state;

    /// @param mayMakeAnew whether the entity of a unique id may be deleted and made again
    Courier(ContainerIam there, MirrorState state, BiPredicate<Account, String> mayMakeAnew) {
        this.there = there;
        this.state = state;
        this.mayMakeAnew = mayMakeAnew;
    }

    /// How far it came.
    sealed interface Journey {}

    record Arrived() implements Journey {}

    /// @param at what the account is there
    record Stuck(Account at, Sent.Refused refused) implements Journey {}

    /// @param begun whether some of it was done before
    record Lost(Sent.Lost lost, boolean begun) implements Journey {}

    /// What is known after all that was sent.
    MirrorState state() {
        return state;
    }

    /// Makes one state of the account into the other, as far as the container lets it.
    Journey bring(Account from, Account to) {
        return bring(from, to, Set.of(), false);
    }

    private Journey bring(Account from, Account to, Set<String> anew, boolean before) {
        Account at = from;
        boolean begun = before;
        for (Step step : IamChanges.between(from, to, anew)) {
            switch (send(from.id(), step.call())) {
                case Sent.Done _ -> {
                    at = step.then();
                    begun = true;
                }
                case Sent.Lost lost -> {
                    return new Lost(lost, begun);
                }
                case Sent.Refused refused -> {
                    Set<String> more = remedied(anew, at, step.call(), refused);
                    return more.equals(anew) ? new Stuck(at, refused) : bring(at, to, more, begun);
                }
            }
        }
        return new Arrived();
    }

    private Set<String> remedied(Set<String> anew, Account at, Call call, Sent.Refused refused) {
        Set<String> more = new HashSet<>(anew);
        if (remediable(refused)) {
            call.remedy().filter(id -> mayMakeAnew.test(at, id)).ifPresent(more::add);
        }
        return more;
    }

    /// Whether making the entity anew may help.
    static boolean remediable(Sent.Refused refused) {
        return refused.code().equals("MalformedPolicyDocument") || refused.code().equals(NUMBER);
    }

    /// Sends one request. One that cannot be done there, and need not, counts as done.
    Sent send(String account, Call call) {
        Sent sent = there.send(account, call, state);
        return switch (sent) {
            case Sent.Done done -> noted(account, call, done);
            case Sent.Refused refused
                    when call.unless().filter(refused.why()::contains).isPresent() -> {
                state = state.withUnknownPolicy(call.unless().orElseThrow());
                yield new Sent.Done("");
            }
            case Sent.Refused _, Sent.Lost _ -> sent;
        };
    }

    private Sent noted(String account, Call call, Sent.Done done) {
        switch (call.effect()) {
            case Call.Makes(String thing) -> state = state.withMade(account, thing, done.minted());
            case Call.MakesVersion(String thing, String version) -> {
                if (!done.minted().equals(version)) {
                    return new Sent.Refused(
                            call.operation(),
                            NUMBER,
                            "it would have called the version "
                                    + done.minted()
                                    + " and not "
                                    + version);
                }
                state = state.withMade(account, thing, "");
            }
            case Call.MakesKey(String key) ->
                    state =
                            state.withKey(key, done.minted())
                                    .withMade(account, "key " + done.minted(), "");
            case Call.Unmakes(String thing) -> state = state.withoutMade(account, thing);
            case Call.UnmakesKey(String key) ->
                    state =
                            state.withoutMade(account, "key " + state.keyThere(key).orElse(key))
                                    .withoutKey(key);
            case Call.Renames(String thing, String other) ->
                    state = state.renamed(account, thing, other);
            case Call.Alters _ -> {}
        }
        return done;
    }
}
