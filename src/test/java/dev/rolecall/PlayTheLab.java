package dev.rolecall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Starts the launcher in a pseudo-terminal and plays the lab to its end, line by line, as a person
/// would who knows the answers and makes a mistake now and then. Run by `.ci/run`, after the build,
/// on each cloud.
final class PlayTheLab {
    static final Pattern PROMPT = Pattern.compile("assume-role \\d/7 [^>\\n]*> |   \\.\\.\\.> ");
    static final Pattern READY = Pattern.compile("LocalStack is ready after \\d+ s");
    private static final long BUILD_MILLIS = 900_000;
    private static final long ANSWER_MILLIS = 60_000;

    private PlayTheLab() {}

    /// @param args the folder of the lab, the launcher, and what the launcher is given
    public static void main(String[] args) throws Exception {
        Path home = Files.createTempDirectory("rolecall-played");
        List<String> command = List.of(args).subList(1, args.length);
        try (Pty pty = Pty.start(command, Map.of("ROLECALL_HOME", home.toString()), 80)) {
            if (command.contains("localstack")) {
                awaitContainer(pty);
            } else {
                pty.await(PROMPT, BUILD_MILLIS);
            }
            say(pty, "int wrong = \"input\";", "incompatible types");
            say(pty, "/nxet", "did you mean /next?");
            say(pty, "/next", "is not done");
            for (Path step : steps(Path.of(args[0]))) {
                play(pty, step);
            }
            pty.type("/quit");
            int status = pty.end();
            System.out.println(pty.all());
            if (status != 0) {
                throw new AssertionError("the shell ended with " + status);
            }
            System.out.println(
                    "The lab was played to its end in a pseudo-terminal: "
                            + String.join(" ", command));
        }
    }

    /// Waits until the container is there and nothing more is said of it, and returns what was
    /// said.
    static String awaitContainer(Pty pty) throws Exception {
        String seen = pty.await(PROMPT, BUILD_MILLIS);
        if (!READY.matcher(seen).find()) {
            seen += pty.await(READY, BUILD_MILLIS);
        }
        // Answered when the cloud is open; each line before drew a prompt of its own.
        pty.type("sts.getCallerIdentity().account()");
        seen += pty.await(Pattern.compile("==> \"\\d{12}\""), ANSWER_MILLIS);
        return seen + pty.await(PROMPT, ANSWER_MILLIS);
    }

    static List<Path> steps(Path lab) throws IOException {
        try (Stream<Path> folders = Files.list(lab)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    /// Types a step's reference solution, and Enter when the step is done.
    static void play(Pty pty, Path step) throws Exception {
        StringBuilder seen = new StringBuilder();
        for (String line : Files.readAllLines(step.resolve("solution.jsh"))) {
            if (!line.isBlank()) {
                pty.type(line);
                seen.append(pty.await(PROMPT, ANSWER_MILLIS));
            }
        }
        String number = step.getFileName().toString().substring(0, 1);
        if (!seen.toString().contains("Step " + number + " is done.")) {
            throw new AssertionError("step " + number + " was not done:\n" + pty.all());
        }
        pty.type("");
        pty.await(PROMPT, ANSWER_MILLIS);
    }

    private static void say(Pty pty, String line, String answer) throws Exception {
        pty.type(line);
        String seen = pty.await(PROMPT, ANSWER_MILLIS);
        if (!seen.contains(answer)) {
            throw new AssertionError(
                    "said `" + line + "`, hoped for `" + answer + "`, saw:\n" + seen);
        }
    }
}
