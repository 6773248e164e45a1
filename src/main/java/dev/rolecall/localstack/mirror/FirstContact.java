package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.AccessKey;
import dev.rolecall.iam.Account;
import dev.rolecall.iam.Iam;
import dev.rolecall.iam.IamState;
import dev.rolecall.iam.Identity;
import dev.rolecall.iam.Ids;
import dev.rolecall.iam.InstanceProfile;
import dev.rolecall.iam.ManagedPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The first meeting with a container that others use: what only it has is taken over, what only we
/// have is made there. What both have is left as each has it, and told as drift.
final class FirstContact {
    private final Iam iam;
    private final ContainerIam there;
    private final Ledger ledger;
    private final Ids ids;

    FirstContact(Iam iam, ContainerIam there, Ledger ledger, Ids ids) {
        this.iam = iam;
        this.there = there;
        this.ledger = ledger;
        this.ids = ids;
    }

    /// Returns the state with what was taken over.
    ///
    /// @param results gets one result for each account that was new
    IamState meet(IamState state, List<Adopted> results) {
        IamState after = state;
        for (Account account : state.accounts().values()) {
            if (!ledger.state().imported().contains(account.id())) {
                after = meet(after, account, results);
                ledger.set(ledger.state().withImported(account.id()));
            }
        }
        return after;
    }

    private IamState meet(IamState state, Account account, List<Adopted> results) {
        Comparison comparison = Comparison.of(there, ledger, state, account.id(), Optional.empty());
        List<EntityRef> theirs =
                comparison.entities().stream().filter(e -> isNew(account, e)).toList();
        IamState after = comparison.adopt(iam, ledger, ids, state, theirs, results::add);
        Account merged = after.account(account.id()).orElseThrow();
        Account shown = ledger.shown(merged, after);
        List<String> problems =
                new IamPut(there, ledger, shown)
                        .put(shown, (_, there, _) -> withOurs(there, merged, after));
        if (!problems.isEmpty()) {
            results.add(new Adopted(List.of(), problems, List.of()));
        }
        return after;
    }

    private static boolean isNew(Account account, EntityRef entity) {
        return entity.kind() == EntityRef.Kind.ACCOUNT
                ? account.alias().isEmpty()
                : Names.name(account, entity).isEmpty();
    }

    /// What is there, with the entities that only we have, and our keys of users whom both have.
    private Account withOurs(Account there, Account account, IamState state) {
        Account ours = ledger.shown(account, state);
        List<Identity> identities = new ArrayList<>(ours.identities().toList());
        ById by = ById.of(there);
        identities.removeIf(i -> by.has(i.id()));
        Account target = there;
        for (Identity identity : identities) {
            target = target.with(identity);
        }
        for (ManagedPolicy policy : ours.policies().values()) {
            target = by.has(policy.id()) ? target : target.with(policy);
        }
        for (InstanceProfile profile : ours.profiles().values()) {
            target = by.has(profile.id()) ? target : target.with(profile);
        }
        for (AccessKey key : ours.keys().values()) {
            target = target.keys().containsKey(key.id()) ? target : target.with(key);
        }
        return there.alias().isPresent() ? target : target.withAlias(ours.alias());
    }
}
