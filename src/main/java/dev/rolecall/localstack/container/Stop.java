package dev.rolecall.localstack.container;

import java.util.concurrent.CancellationException;

/// A wish to give up, seen by whoever is starting something.
final class Stop {
    private volatile boolean wanted;

    void now() {
        wanted = true;
    }

    boolean isWanted() {
        return wanted;
    }

    /// @throws CancellationException if it is wanted
    void check() {
        if (wanted) {
            throw new CancellationException();
        }
    }
}
