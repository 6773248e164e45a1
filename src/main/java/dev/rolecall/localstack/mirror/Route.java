package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.Account;
import java.util.ArrayList;
import java.util.List;

/// The steps from one state of an account to another, as they are thought out: each next one starts
/// from what the last one leaves.
final class Route {
    private final List<Step> steps = new ArrayList<>();
    private Account now;

    Route(Account from) {
        now = from;
    }

    /// What the account is after the steps so far.
    Account now() {
        return now;
    }

    void go(Call call, Account then) {
        steps.add(new Step(call, then));
        now = then;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }
}
