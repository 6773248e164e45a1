package dev.rolecall.policy;

import java.util.List;

/// A statement's `Principal` or `NotPrincipal`.
///
/// @param texts the values as the document has them
record Principals(boolean negated, List<String> texts, List<PrincipalName> names) {

    Principals {
        texts = List.copyOf(texts);
        names = List.copyOf(names);
    }

    /// How closely the closest name grips the caller.
    Grip grip(Principal caller) {
        Grip grip = Grip.NONE;
        for (PrincipalName name : names) {
            grip = grip.or(name.grip(caller));
        }
        return grip;
    }

    Answer match(Principal caller, Effect effect) {
        if (!negated) {
            return Answer.of(grip(caller) != Grip.NONE);
        }
        // AWS refuses to store an Allow with NotPrincipal, and so says nothing of what it means.
        return effect == Effect.ALLOW ? Answer.UNKNOWN : Answer.of(!exempt(caller));
    }

    /// A caller that NotPrincipal spares must be named in each of its names: as its account, and as
    /// its role or user, and as its session. Else it is denied through the one that is not named
    /// ("AWS JSON policy elements: NotPrincipal").
    private boolean exempt(Principal caller) {
        if (names.stream().anyMatch(PrincipalName.Everyone.class::isInstance)) {
            return true;
        }
        boolean account = caller.account().isEmpty() || holds(caller, Grip.ACCOUNT);
        boolean self = caller instanceof Principal.Root || holds(caller, Grip.SELF);
        return account && self && (!hasParent(caller) || holds(caller, Grip.ENTITY));
    }

    private static boolean hasParent(Principal caller) {
        return caller instanceof Principal.RoleSession || caller instanceof Principal.FederatedUser;
    }

    private boolean holds(Principal caller, Grip grip) {
        return names.stream().anyMatch(name -> name.grip(caller) == grip);
    }

    String wanted() {
        return (negated ? "all but " : "") + String.join(", ", texts);
    }
}
