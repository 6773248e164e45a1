package dev.rolecall;

import dev.rolecall.progress.Home;
import java.nio.file.Path;

/// Folders whose loss costs only time.
final class Caches {
    private Caches() {}

    /// Compiled checks. In the build's own folder, so that a run that is not kept touches no home.
    static Path checks() {
        String install = System.getProperty("rolecall.install", "");
        return install.isEmpty()
                ? Home.throwAway().folder()
                : Path.of(install).resolve("target/launch/checks");
    }
}
