package dev.rolecall.cloud;

import dev.rolecall.localstack.TestContainer;
import java.net.URI;
import java.time.Duration;

/// A LocalStack without anything before it. Whoever signs with an account's number for a key id is
/// that account's root user, whatever the secret.
final class AloneSide extends Side {
    private AloneSide(URI endpoint, String account, String other) {
        super(endpoint, account, other);
    }

    static AloneSide of(URI container) {
        return new AloneSide(container, TestContainer.account(), TestContainer.account());
    }

    @Override
    Person administrator(String of) {
        return with(of, "test");
    }

    @Override
    Person root() {
        return admin();
    }

    /// AWS grants none below 15 minutes; LocalStack does, and nobody can move its clock.
    @Override
    Duration shortest() {
        return Duration.ofSeconds(1);
    }

    @Override
    void wait(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return "LocalStack alone";
    }
}
