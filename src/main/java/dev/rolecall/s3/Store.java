package dev.rolecall.s3;

import dev.rolecall.fault.AwsError;
import dev.rolecall.fault.S3Errors;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.SdkPojo;

/// Holds the present state: one lock for writers, none for readers. Knows the time and the folder
/// of the bodies, and makes ids.
final class Store {
    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._";

    private final Object lock = new Object();
    private final Clock clock;
    private final Bodies bodies;
    private final RandomGenerator random;
    private volatile S3State state = S3State.empty();

    Store(Clock clock, Bodies bodies, RandomGenerator random) {
        this.clock = clock;
        this.bodies = bodies;
        this.random = random;
    }

    /// What a change leaves, and what it answers.
    record Change<R>(S3State state, R answer) {}

    S3State state() {
        return state;
    }

    Bodies bodies() {
        return bodies;
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

    /// Changes the bucket that the request names.
    void changeBucket(SdkPojo request, Function<Bucket, Bucket> step) {
        change(old -> new Change<>(old.with(step.apply(bucket(old, request))), true));
    }

    /// Runs something that no change may interrupt.
    void alone(Runnable task) {
        synchronized (lock) {
            task.run();
        }
    }

    /// The present time in whole seconds.
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /// A random id of letters, digits, `.` and `_`.
    String newId(int length) {
        StringBuilder id = new StringBuilder(length);
        synchronized (random) {
            for (int i = 0; i < length; i++) {
                id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
        }
        return id.toString();
    }

    /// The bucket that the request names, as it is now.
    Bucket bucket(SdkPojo request) {
        return bucket(state, request);
    }

    /// The bucket that the request names in its `Bucket`, whose owner must be the one that it
    /// expects, if it does expect one.
    static Bucket bucket(S3State state, SdkPojo request) {
        Bucket bucket = existing(state, Members.bucket(request));
        expectOwner(bucket, Members.text(request, "ExpectedBucketOwner"));
        return bucket;
    }

    static void expectOwner(Bucket bucket, Optional<String> expected) {
        if (expected.isEmpty()) {
            return;
        }
        String account = expected.get();
        if (account.length() != 12 || !account.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw S3Errors.invalidExpectedOwner(account);
        }
        if (!account.equals(bucket.account())) {
            throw S3Errors.accessDenied();
        }
    }

    /// The bucket, or the error that it is not there.
    static Bucket existing(S3State state, String name) {
        return state.bucket(name).orElseThrow(() -> missing(name));
    }

    static AwsError missing(String bucket) {
        return BucketName.valid(bucket)
                ? S3Errors.noSuchBucket(bucket)
                : S3Errors.invalidBucketName(bucket);
    }
}
