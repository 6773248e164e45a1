package dev.rolecall.cloud;

import dev.rolecall.guard.LabClock;
import dev.rolecall.iam.Ids;
import java.nio.file.Path;
import java.util.function.Consumer;

/// What a cloud needs from outside.
///
/// @param port the port on 127.0.0.1; 0 for any that is free
/// @param bodies the folder for the bytes of objects, where they are kept here
/// @param backing where it keeps what it has
/// @param progress takes a line for people while the backing comes up, from another thread
/// @param bugs is told what should not have happened
public record CloudSettings(
        int port,
        Path bodies,
        LabClock clock,
        Ids ids,
        Backing backing,
        Consumer<String> progress,
        Consumer<RuntimeException> bugs) {

    /// A cloud in this program.
    public static CloudSettings embedded(
            int port, Path bodies, LabClock clock, Ids ids, Consumer<RuntimeException> bugs) {
        return new CloudSettings(port, bodies, clock, ids, new Backing.Embedded(), _ -> {}, bugs);
    }
}
