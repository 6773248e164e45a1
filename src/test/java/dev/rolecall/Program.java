package dev.rolecall;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The built program, started as a process of its own.
final class Program {
    static final Path JAR = Path.of("target/rolecall.jar").toAbsolutePath();
    private static final long PATIENCE_SECONDS = 180;

    /// For what plays a lab dozens of times on a container.
    private static final long MORE_PATIENCE_SECONDS = 900;

    private Program() {}

    /// What a finished run left.
    record Result(int status, String out, String err) {
        /// The last line that says something.
        String lastLine() {
            return out.strip().lines().reduce((a, b) -> b).orElse("");
        }
    }

    /// The command line, as the launcher has it.
    static List<String> command(Path install, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Drolecall.install=" + install,
                        "-jar",
                        JAR.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    static Path here() {
        return Path.of("").toAbsolutePath();
    }

    static Result run(Map<String, String> environment, String input, String... arguments)
            throws IOException, InterruptedException {
        return run(here(), environment, input, arguments);
    }

    /// The same of a program that has much to do.
    static Result patient(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        return run(here(), environment, "", MORE_PATIENCE_SECONDS, arguments);
    }

    static Result run(
            Path install, Map<String, String> environment, String input, String... arguments)
            throws IOException, InterruptedException {
        return run(install, environment, input, PATIENCE_SECONDS, arguments);
    }

    private static Result run(
            Path install,
            Map<String, String> environment,
            String input,
            long patienceSeconds,
            String... arguments)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("rolecall-out", ".txt");
        Path err = Files.createTempFile("rolecall-err", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command(install, arguments))
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        if (!process.waitFor(patienceSeconds, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running: " + Files.readString(out));
        }
        Result result =
                new Result(process.exitValue(), Files.readString(out), Files.readString(err));
        Files.delete(out);
        Files.delete(err);
        return result;
    }
}
