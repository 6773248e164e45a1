package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.Account;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Thinks out the requests that make one state of an account into another, in an order that AWS
/// would take too: what is detached, emptied and deleted first, what is made and attached after.
///
/// Entities are the same if their unique ids are. When they were made, and when something was last
/// used, is nothing to send. Both states are as the container is shown them ([Shown]).
final class IamChanges {
    private IamChanges() {}

    /// The steps from one state to the other; none if they are the same to the container.
    static List<Step> between(Account from, Account to) {
        return between(from, to, Set.of());
    }

    /// @param anew unique ids of entities that are deleted and made again, whatever they have
    static List<Step> between(Account from, Account to, Set<String> anew) {
        Set<String> all = new HashSet<>(anew);
        all.addAll(Unchangeable.between(from, to));
        Route route = new Route(from);
        new Departures(route, to, all).go();
        new Arrivals(route, to).go();
        return route.steps();
    }
}
