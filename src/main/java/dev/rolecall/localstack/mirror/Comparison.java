package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.Account;
import dev.rolecall.iam.Iam;
import dev.rolecall.iam.IamState;
import dev.rolecall.iam.Ids;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// An account as we have it and as the container does.
///
/// @param ours the account, not as it is shown
/// @param differences what is otherwise there
record Comparison(Account ours, Reading reading, List<Difference> differences) {

    /// @param entities which; all without them
    /// @throws dev.rolecall.fault.UserError if the container does not answer
    static Comparison of(
            ContainerIam there,
            Ledger ledger,
            IamState state,
            String id,
            Optional<Set<EntityRef>> entities) {
        Account ours =
                state.account(id)
                        .orElseThrow(() -> new IllegalArgumentException("no account " + id));
        var iam = there.iam().apply(id);
        Reading reading =
                there.read(() ->
                        entities.map(some -> IamReading.of(iam, ours, some))
                                .orElseGet(() -> IamReading.all(iam, ours)));
        Account shown = ledger.shown(ours, state);
        Account theirs = Alignment.of(reading.account(), ledger.state(), shown);
        return new Comparison(ours, reading, IamDrift.between(shown, theirs, reading));
    }

    /// The entities that differ and can be taken over.
    Collection<EntityRef> entities() {
        Set<EntityRef> entities = new LinkedHashSet<>();
        differences.stream()
                .filter(d -> !reading.beside().contains(d))
                .map(Difference::entity)
                .forEach(entities::add);
        return entities;
    }

    /// Takes entities over, and returns the state after it.
    IamState adopt(
            Iam iam,
            Ledger ledger,
            Ids ids,
            IamState state,
            Collection<EntityRef> entities,
            Consumer<Adopted> result) {
        Map<String, String> fresh = new HashMap<>();
        Account theirs =
                OursAlone.addedTo(
                        Alignment.of(
                                reading.account(),
                                ledger.state(),
                                ours,
                                other ->
                                        fresh.computeIfAbsent(
                                                other.id(), _ -> AwsIds.of(other, ids))),
                        ours,
                        ledger.state().unknownPolicies());
        Adoption adoption =
                new Adoption(state, ours, theirs, ids, s -> new LastNames(s, ledger.state()));
        Account after = adoption.take(entities);
        Adopted adopted = adoption.adopted(arn -> iam.managedPolicy(arn).isPresent());
        MirrorState known = ledger.state();
        for (String key : adopted.needNewKey()) {
            known = known.withKey(key, key);
        }
        ledger.set(known);
        result.accept(adopted);
        return state.with(after);
    }
}
