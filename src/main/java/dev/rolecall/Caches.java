package dev.rolecall;

import dev.rolecall.progress.Home;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder of what can be made again: compiled checks, the learner's own jar.
final class Caches {
    private Caches() {}

    /// Beside the build, where the caches of the JVMs were made for these very files; in the home
    /// where the build's folder cannot be written.
    static Path folder(Home home) {
        Path built = Workplace.install().resolve("target/launch");
        return Files.isWritable(built) ? built : home.folder("cache");
    }
}
