package dev.rolecall.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Compiled classes in a folder of their own, put there whole or not at all. A cache that cannot be
/// read or written costs a compilation, never an error.
final class ClassCache {
    private static final String CLASS = ".class";

    private final Path folder;

    ClassCache(Path folder) {
        this.folder = folder;
    }

    /// Returns the classes by binary name, or empty if there are none.
    Optional<Map<String, byte[]>> read() {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        Map<String, byte[]> classes = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(CLASS)) {
                    classes.put(
                            name.substring(0, name.length() - CLASS.length()),
                            Files.readAllBytes(file));
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return classes.isEmpty() ? Optional.empty() : Optional.of(classes);
    }

    void write(Map<String, byte[]> classes) {
        try {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            Path draft = Files.createTempDirectory(folder.toAbsolutePath().getParent(), ".checks-");
            try {
                for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
                    Files.write(draft.resolve(entry.getKey() + CLASS), entry.getValue());
                }
                Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                discard(draft);
            }
        } catch (IOException e) {
            // Another start was faster, or the folder cannot be written: the next start compiles.
            return;
        }
    }

    private static void discard(Path draft) throws IOException {
        if (!Files.isDirectory(draft)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> list = Files.list(draft)) {
            files = list.toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(draft);
    }
}
