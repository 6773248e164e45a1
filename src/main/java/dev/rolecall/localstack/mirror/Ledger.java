package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.Account;
import dev.rolecall.iam.IamState;
import dev.rolecall.iam.Role;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Holds what is known of the container, and whose it is.
final class Ledger {
    private volatile MirrorState state = MirrorState.empty();
    private volatile boolean shared;

    MirrorState state() {
        return state;
    }

    void set(MirrorState other) {
        state = other;
    }

    /// Whether others use the container too: then only what was made through us is deleted.
    boolean shared() {
        return shared;
    }

    void share(boolean nowShared) {
        shared = nowShared;
    }

    /// An account as the container is shown it, in a state of all accounts. What ARNs there are now
    /// is noted, for the time when their owners are gone.
    Account shown(Account account, IamState state) {
        return shown(account, state, _ -> true);
    }

    /// @param translated the roles whose trust policies matter
    Account shown(Account account, IamState state, Predicate<Role> translated) {
        LastNames names = new LastNames(state, this.state);
        Account shown = Shown.of(account, names, this.state, translated);
        this.state = this.state.withArns(names.seen());
        return shown;
    }

    /// Whether we may delete the entity of a unique id of ours.
    boolean mayDelete(Account account, String id) {
        return !shared
                || ref(account, id)
                        .flatMap(ref -> state.made(account.id(), ref.toString()))
                        .isPresent();
    }

    private static Optional<EntityRef> ref(Account account, String id) {
        ById by = ById.of(account);
        return Stream.of(
                        by.user(id).map(IdentityCalls::ref),
                        by.group(id).map(IdentityCalls::ref),
                        by.role(id).map(IdentityCalls::ref),
                        by.policy(id).map(TagCalls::ref),
                        by.profile(id).map(TagCalls::ref))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
