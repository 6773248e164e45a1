package dev.rolecall.s3;

import dev.rolecall.fault.S3Errors;
import java.util.function.Function;

/// Holds the present state: one lock for writers, none for readers.
final class Store {
    private final Object lock = new Object();
    private volatile S3State state = S3State.empty();

    /// What a change leaves, and what it answers.
    record Change<R>(S3State state, R answer) {}

    S3State state() {
        return state;
    }

    void restore(S3State other) {
        synchronized (lock) {
            state = other;
        }
    }

    /// Makes a change from the newest state, alone. A change that throws leaves the state as it
    /// was.
    <R> R change(Function<S3State, Change<R>> step) {
        synchronized (lock) {
            Change<R> change = step.apply(state);
            state = change.state();
            return change.answer();
        }
    }

    /// Runs something that no change may interrupt.
    void alone(Runnable task) {
        synchronized (lock) {
            task.run();
        }
    }

    /// The bucket, or the error that it is not there.
    static Bucket existing(S3State state, String name) {
        return state.bucket(name)
                .orElseThrow(() ->
                        BucketName.valid(name)
                                ? S3Errors.noSuchBucket(name)
                                : S3Errors.invalidBucketName(name));
    }
}
