package dev.rolecall.iam;

import java.util.List;

/// The groups of actions. What stands in none of them is answered as an unknown operation.
final class Actions {
    private Actions() {}

    static List<Object> all(Desk desk) {
        return List.of(new UserActions(desk), new BoundaryActions(desk));
    }
}
