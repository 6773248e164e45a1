package dev.rolecall.snippet;

import java.net.URI;
import java.nio.file.Path;

/// What a shell is started with.
///
/// @param folder the lab's folder: the learner's home and working folder, and all that the child
///   writes. Made if it is not there
/// @param endpoint where every AWS call goes
/// @param first who is current at the start
/// @param cache the child's AOT cache
/// @param spare whether a warmed second JVM stands by
/// @param heapMegabytes the most that the learner's objects may take
public record ShellSettings(
        Path folder,
        Path jars,
        URI endpoint,
        CredentialsValue first,
        AotCache cache,
        boolean spare,
        int heapMegabytes) {

    /// The usual: no cache, a spare, 192 MB.
    public static ShellSettings of(Path folder, URI endpoint, CredentialsValue first) {
        return new ShellSettings(folder, folder, endpoint, first, new AotCache.None(), true, 192);
    }

    /// With another folder for the agent's jar, such as one for all labs.
    public ShellSettings withJars(Path folder) {
        return new ShellSettings(this.folder, folder, endpoint, first, cache, spare, heapMegabytes);
    }

    /// With a cache that is used if the file is there.
    public ShellSettings withCache(AotCache cache) {
        return new ShellSettings(folder, jars, endpoint, first, cache, spare, heapMegabytes);
    }

    /// Without a second JVM: a lost one is then rebuilt in about a second.
    public ShellSettings withoutSpare() {
        return new ShellSettings(folder, jars, endpoint, first, cache, false, heapMegabytes);
    }

    /// With another limit for the learner's objects.
    public ShellSettings withHeapMegabytes(int megabytes) {
        return new ShellSettings(folder, jars, endpoint, first, cache, spare, megabytes);
    }

    /// The AOT cache of the child (JEP 483, JEP 514), which halves its start.
    public sealed interface AotCache {
        /// None.
        record None() implements AotCache {}

        /// Used if the file exists, silently not if it does not.
        record Use(Path file) implements AotCache {}

        /// A training run: the child writes the file when the shell is closed.
        record Make(Path file) implements AotCache {}
    }
}
