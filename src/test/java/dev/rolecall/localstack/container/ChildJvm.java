package dev.rolecall.localstack.container;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// A JVM that runs [ContainerChild] in an environment of its own. Testcontainers looks for the
/// engine once in each JVM.
final class ChildJvm implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    private ChildJvm(Process process) {
        this.process = process;
        out = process.inputReader(StandardCharsets.UTF_8);
    }

    static ChildJvm start(String image, Map<String, String> environment, Set<String> without) {
        return start(
                List.of(), List.of(ContainerChild.class.getName(), image), environment, without);
    }

    static ChildJvm start(
            List<String> options,
            List<String> main,
            Map<String, String> environment,
            Set<String> without) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(main);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.environment().keySet().removeAll(without);
        try {
            return new ChildJvm(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads on until a line begins so, and returns what follows; nothing if the JVM ends before.
    Optional<String> await(String begin) {
        try {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                told.add(line);
                if (line.startsWith(begin)) {
                    return Optional.of(line.substring(begin.length()));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The line that says how it went: `READY …` or `ERROR …`.
    String outcome() {
        await("READY ").ifPresent(_ -> {});
        return told.isEmpty() ? "" : told.getLast();
    }

    List<String> told() {
        return List.copyOf(told);
    }

    /// What the child's container is now.
    String state() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
        return await("STATE ").orElse("");
    }

    /// What was printed to standard error until the end.
    String errors() throws IOException {
        try (BufferedReader errors =
                new BufferedReader(
                        new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            return String.join("\n", errors.lines().toList());
        }
    }

    Process process() {
        return process;
    }

    void awaitEnd() throws InterruptedException {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it did not end: " + told);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
