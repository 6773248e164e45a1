package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.Account;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Brings the container from whatever it has to what is wanted. What it refuses is left out, and
/// the rest is done; then it is read again, for LocalStack has its surprises.
final class IamPut {
    private static final int ROUNDS = 3;

    private final ContainerIam there;
    private final Ledger ledger;
    private final Account current;
    private final Set<String> anew = new HashSet<>();
    private List<String> problems = new ArrayList<>();

    /// @param current the account as it is here, shown: it knows under which names the container
    ///   has what is wanted under others
    IamPut(ContainerIam there, Ledger ledger, Account current) {
        this.there = there;
        this.ledger = ledger;
        this.current = current;
    }

    /// Which state to make of what is there.
    @FunctionalInterface
    interface Target {
        Account of(Reading reading, Account theirs, List<String> problems);
    }

    /// Returns what could not be done, one line each.
    ///
    /// @param wanted as the container is shown it
    /// @throws dev.rolecall.fault.UserError if the container does not answer
    List<String> put(Account wanted, Target target) {
        for (int round = 0; round < ROUNDS; round++) {
            problems = new ArrayList<>();
            Reading reading =
                    there.read(() -> IamReading.all(there.iam().apply(wanted.id()), wanted));
            Account theirs = Alignment.of(reading.account(), ledger.state(), wanted, current);
            List<Step> steps = new ArrayList<>();
            if (!ledger.shared()) {
                steps.addAll(IamChanges.between(reading.doubles(), nothing(wanted)));
            }
            steps.addAll(
                    IamChanges.between(
                            theirs, target.of(reading, theirs, problems), known(theirs)));
            if (steps.isEmpty()) {
                break;
            }
            anew.clear();
            send(wanted.id(), steps);
        }
        return List.copyOf(problems);
    }

    private Set<String> known(Account theirs) {
        ById by = ById.of(theirs);
        Set<String> there = new HashSet<>(anew);
        there.removeIf(id -> !by.has(id) || !ledger.mayDelete(theirs, id));
        return there;
    }

    private static Account nothing(Account like) {
        return Account.empty(like.id(), like.created());
    }

    private void send(String account, List<Step> steps) {
        Courier courier = new Courier(there, ledger.state(), ledger::mayDelete);
        try {
            for (Step step : steps) {
                switch (courier.send(account, step.call())) {
                    case Sent.Done _ -> {}
                    case Sent.Refused refused -> refused(step.call(), refused);
                    case Sent.Lost lost -> throw lost.userError();
                }
            }
        } finally {
            ledger.set(courier.state());
        }
    }

    private void refused(Call call, Sent.Refused refused) {
        problems.add(refused.error().message());
        if (Courier.remediable(refused)) {
            call.remedy().ifPresent(anew::add);
        }
    }
}
