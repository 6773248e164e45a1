package dev.rolecall.snippet;

import dev.rolecall.fault.UserError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/// The agent's classes in a jar of their own, so that the child's class path need not hold all of
/// Rolecall. Made once from the classes of this JVM, and named by a sum over them: another build
/// makes another file. An AOT cache wants a jar, too, and not a folder of classes.
final class AgentJar {
    private AgentJar() {}

    static Path in(Path folder, Class<?> agent) {
        Map<String, byte[]> classes = classesBeside(agent);
        CRC32 sum = new CRC32();
        classes.values().forEach(sum::update);
        Path jar = folder.resolve("agent-%08x.jar".formatted(sum.getValue())).toAbsolutePath();
        if (!Files.exists(jar)) {
            write(jar, classes);
        }
        return jar;
    }

    private static Map<String, byte[]> classesBeside(Class<?> agent) {
        String prefix = agent.getPackageName().replace('.', '/') + "/";
        try {
            Path home = Path.of(agent.getProtectionDomain().getCodeSource().getLocation().toURI());
            return Files.isDirectory(home) ? fromFolder(home, prefix) : fromJar(home, prefix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, byte[]> fromFolder(Path home, String prefix) throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        try (Stream<Path> files = Files.list(home.resolve(prefix))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                classes.put(prefix + file.getFileName(), Files.readAllBytes(file));
            }
        }
        return classes;
    }

    private static Map<String, byte[]> fromJar(Path home, String prefix) throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        try (JarFile jar = new JarFile(home.toFile())) {
            for (JarEntry entry :
                    jar.stream()
                            .filter(e -> e.getName().startsWith(prefix))
                            .filter(e -> e.getName().endsWith(".class"))
                            .toList()) {
                try (InputStream in = jar.getInputStream(entry)) {
                    classes.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return classes;
    }

    private static void write(Path jar, Map<String, byte[]> classes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> each : classes.entrySet()) {
                JarEntry entry = new JarEntry(each.getKey());
                entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
                out.putNextEntry(entry);
                out.write(each.getValue());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            Files.createDirectories(jar.getParent());
            Path fresh = Files.createTempFile(jar.getParent(), "agent", ".new");
            Files.write(fresh, bytes.toByteArray());
            Files.move(fresh, jar, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UserError(
                    "cannot write " + jar + ": " + e.getMessage(),
                    "free space there, or give yourself the right to write");
        }
    }
}
