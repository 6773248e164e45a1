package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.Account;
import dev.rolecall.iam.Group;
import dev.rolecall.iam.IamState;
import dev.rolecall.iam.Mirror;
import dev.rolecall.iam.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Makes each change of an account in the container before it is made here. What the container
/// refuses is made nowhere: what had been done of it is undone. After silence nothing is undone,
/// for nobody knows what was done: the next comparison shows it.
final class IamMirror implements Mirror {
    private final ContainerIam there;
    private final Supplier<IamState> here;
    private final Ledger ledger;

    IamMirror(ContainerIam there, Supplier<IamState> here, Ledger ledger) {
        this.there = there;
        this.here = here;
        this.ledger = ledger;
    }

    @Override
    public void take(Account before, Account after) {
        if (before.equals(after)) {
            return;
        }
        List<Change> changes = changes(before, after);
        Courier courier = new Courier(there, ledger.state(), ledger::mayDelete);
        try {
            bring(courier, changes);
        } finally {
            ledger.set(courier.state());
        }
    }

    /// A change, both sides as the container is shown them.
    private record Change(Account before, Account after) {}

    /// Where a user or role gets another ARN, or is gone, trust policies of all accounts are looked
    /// at; else those that were changed.
    private List<Change> changes(Account before, Account after) {
        IamState from = here.get();
        IamState to = from.with(after);
        if (arns(after).containsAll(arns(before))) {
            Predicate<Role> changed =
                    role -> !before.role(role.name()).equals(after.role(role.name()));
            return List.of(
                    new Change(
                            ledger.shown(before, from, changed), ledger.shown(after, to, changed)));
        }
        List<Change> changes = new ArrayList<>(List.of(change(before, after, from, to)));
        from.accounts().values().stream()
                .filter(other -> !other.id().equals(before.id()))
                .forEach(other -> changes.add(change(other, other, from, to)));
        return changes;
    }

    private Change change(Account before, Account after, IamState from, IamState to) {
        return new Change(ledger.shown(before, from), ledger.shown(after, to));
    }

    /// Of all that a trust policy may name.
    private static Set<String> arns(Account account) {
        return account.identities()
                .filter(identity -> !(identity instanceof Group))
                .map(identity -> identity.id() + identity.arn())
                .collect(Collectors.toSet());
    }

    private static void bring(Courier courier, List<Change> changes) {
        List<Change> done = new ArrayList<>();
        for (Change change : changes) {
            switch (courier.bring(change.before(), change.after())) {
                case Courier.Arrived _ -> done.addFirst(change);
                case Courier.Stuck(Account at, Sent.Refused refused) -> {
                    courier.bring(at, change.before());
                    done.forEach(undone -> courier.bring(undone.after(), undone.before()));
                    throw refused.error();
                }
                case Courier.Lost(Sent.Lost lost, boolean begun) ->
                        throw begun || !done.isEmpty() ? lost.errorHalfWay() : lost.error();
            }
        }
    }
}
