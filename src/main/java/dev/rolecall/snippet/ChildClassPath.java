package dev.rolecall.snippet;

import dev.rolecall.snippet.agent.Agent;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/// What the learner's code can see: the AWS SDK and what it needs, and the agent; not Rolecall's
/// rooms, a lab's checks, or the libraries that only Rolecall uses.
///
/// Worked out from this JVM's own class path. Left out is what is known to be of no use to the SDK,
/// rather than taken in what is known to be: a library too many does no harm, one too few does.
final class ChildClassPath {
    private static final List<String> NOT_FOR_LEARNERS =
            List.of(
                    "rolecall",
                    "jackson-",
                    "snakeyaml-",
                    "commonmark-",
                    "jline-",
                    "jansi-",
                    "picocli-",
                    "testcontainers-",
                    "docker-java-",
                    "duct-tape-",
                    "jna-",
                    "annotations-17.",
                    "commons-compress-",
                    "commons-io-",
                    "commons-lang3-",
                    "apache5-client-",
                    "httpclient5-",
                    "httpcore5-",
                    "jspecify-",
                    "junit-",
                    "opentest4j-",
                    "apiguardian-",
                    "archunit",
                    "assertj-",
                    "byte-buddy",
                    "surefire");

    private ChildClassPath() {}

    /// Jars in this JVM's order, the agent's last.
    ///
    /// @param folder where the agent's jar is kept
    static List<Path> in(Path folder) {
        List<Path> jars = new ArrayList<>();
        for (Path jar : ofThisJvm()) {
            String name = String.valueOf(jar.getFileName());
            if (name.endsWith(".jar") && NOT_FOR_LEARNERS.stream().noneMatch(name::startsWith)) {
                jars.add(jar);
            }
        }
        jars.add(AgentJar.in(folder, Agent.class));
        return jars;
    }

    static String text(List<Path> jars) {
        return String.join(File.pathSeparator, jars.stream().map(Path::toString).toList());
    }

    private static List<Path> ofThisJvm() {
        List<Path> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry).toAbsolutePath();
            entries.add(path);
            if (entry.endsWith(".jar") && Files.exists(path)) {
                entries.addAll(namedBy(path));
            }
        }
        return entries.stream().distinct().toList();
    }

    /// A jar started with `java -jar` names the others in its manifest.
    private static List<Path> namedBy(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String names =
                    manifest == null
                            ? null
                            : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            if (names == null || names.isBlank()) {
                return List.of();
            }
            List<Path> named = new ArrayList<>();
            for (String name : names.trim().split(" +", -1)) {
                URI uri = jar.toUri().resolve(name);
                named.add(Path.of(uri));
            }
            return named;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
