package dev.rolecall.iam;

import dev.rolecall.policy.PrincipalNames;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// All accounts at one moment. Immutable: undo, reset and resume are a pointer swap.
///
/// @param accounts by id
public record IamState(Map<String, Account> accounts) {
    public IamState {
        accounts = Copies.sorted(accounts);
    }

    static IamState empty() {
        return new IamState(Map.of());
    }

    public Optional<Account> account(String id) {
        return Optional.ofNullable(accounts.get(id));
    }

    public IamState with(Account account) {
        return new IamState(Copies.with(accounts, account.id(), account));
    }

    /// The unique ids and ARNs of its users and roles.
    public PrincipalNames names() {
        return new StateNames(() -> this);
    }

    /// The first thing that some account has.
    <T> Optional<T> first(Function<Account, Optional<T>> search) {
        return accounts.values().stream().map(search).flatMap(Optional::stream).findFirst();
    }
}
