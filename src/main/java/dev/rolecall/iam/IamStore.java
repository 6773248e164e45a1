package dev.rolecall.iam;

import java.util.function.UnaryOperator;

/// The one place where IAM's state changes. Every write goes through [#change].
final class IamStore {
    private final Object lock = new Object();
    private final Mirror mirror;
    private volatile IamState state = IamState.empty();

    IamStore(Mirror mirror) {
        this.mirror = mirror;
    }

    IamState state() {
        return state;
    }

    void restore(IamState other) {
        replace(_ -> other);
    }

    /// Puts another state in place of this one; no change is made while it is thought out. The
    /// mirror is not told.
    void replace(UnaryOperator<IamState> replacement) {
        synchronized (lock) {
            state = replacement.apply(state);
        }
    }

    /// The account as it is now.
    ///
    /// @throws IllegalStateException if there is no such account: whoever signed a request has one
    Account account(String id) {
        return account(state, id);
    }

    /// Makes the change and returns the account after it. A change that throws changes nothing.
    Account change(String accountId, UnaryOperator<Account> change) {
        synchronized (lock) {
            Account before = account(state, accountId);
            Account changed = change.apply(before);
            mirror.take(before, changed);
            state = state.with(changed);
            return changed;
        }
    }

    /// Adds an account unless there is one of that id.
    void add(Account account) {
        synchronized (lock) {
            if (state.account(account.id()).isEmpty()) {
                state = state.with(account);
            }
        }
    }

    private static Account account(IamState state, String id) {
        return state.account(id)
                .orElseThrow(() -> new IllegalStateException("there is no account " + id));
    }
}
