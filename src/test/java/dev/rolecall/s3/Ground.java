package dev.rolecall.s3;

import dev.rolecall.policy.PrincipalNames;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// What the stories about S3 stand on: S3 in this program, or one that a container keeps. The
/// stories are the same.
public final class Ground {
    private static volatile Optional<Forward> container = Optional.empty();

    private Ground() {}

    /// From now on S3 is kept by a container, if one is given.
    public static void kept(Optional<Forward> by) {
        container = by;
    }

    public static S3 s3(
            PrincipalNames names, Supplier<Collection<String>> accounts, Clock clock, Path bodies) {
        return s3(names, accounts, clock, bodies, new Random());
    }

    static S3 s3(
            PrincipalNames names,
            Supplier<Collection<String>> accounts,
            Clock clock,
            Path bodies,
            RandomGenerator random) {
        return container
                .<S3>map(forward -> new ForwardedS3(names, accounts, forward, clock))
                .orElseGet(() -> new EmbeddedS3(names, clock, bodies, random));
    }
}
