package dev.rolecall.progress;

import dev.rolecall.fault.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The one folder that everything kept lies under: `~/.rolecall`, or where `ROLECALL_HOME` says.
///
/// One shell at a time owns a home. A second one plays in a throw-away folder that is deleted when
/// it ends, and keeps nothing.
public final class Home implements AutoCloseable {
    private final Path folder;
    private final @Nullable FileChannel lock;

    private Home(Path folder, @Nullable FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /// The home's place by the environment.
    public static Path place(Map<String, String> environment, Path userHome) {
        String named = environment.getOrDefault("ROLECALL_HOME", "");
        return named.isEmpty() ? userHome.resolve(".rolecall") : Path.of(named).toAbsolutePath();
    }

    /// Opens a home, and makes it if it is not there.
    ///
    /// @throws UserError if the folder cannot be made or written
    public static Home open(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(
                            folder.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (tryLock(channel)) {
                return new Home(folder, channel);
            }
            channel.close();
            return throwAway();
        } catch (IOException e) {
            throw new UserError(
                    "cannot write to the home folder " + folder,
                    "make it writable, or name another with ROLECALL_HOME");
        }
    }

    /// A home that is deleted when it is closed.
    public static Home throwAway() {
        try {
            Home home = new Home(Files.createTempDirectory("rolecall-"), null);
            // For an end that closes nothing, such as Ctrl-C during `rolecall run`.
            Runtime.getRuntime().addShutdownHook(new Thread(home::deleteAll, "rolecall-cleanup"));
            return home;
        } catch (IOException e) {
            throw new UserError(
                    "cannot make a folder for temporary files",
                    "free some space, or name another place with -Djava.io.tmpdir");
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock taken = channel.tryLock();
            return taken != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /// Whether what happens here is kept.
    public boolean keeps() {
        return lock != null;
    }

    public Path folder() {
        return folder;
    }

    /// A folder in the home, made if it is not there.
    public Path folder(String name) {
        Path inner = folder.resolve(name);
        try {
            return Files.createDirectories(inner);
        } catch (IOException e) {
            throw new UserError(
                    "cannot make the folder " + inner,
                    "make the home writable, or name another with ROLECALL_HOME");
        }
    }

    @Override
    public void close() {
        if (lock == null) {
            deleteAll();
            return;
        }
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deleteAll() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            // A JVM of the learner's that is being ended may still write there. What stays lies in
            // the system's folder for temporary files, which the system empties.
            return;
        }
    }
}
