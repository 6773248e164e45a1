package dev.rolecall.snippet;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Started by [NeverTheRealAwsTest] as a process of its own, in an environment full of real-looking
/// credentials: a shell that runs the snippets of a file and prints what each gave.
///
/// Arguments: the lab's folder, its endpoint, the file.
final class PoisonedParent {
    private PoisonedParent() {}

    public static void main(String[] args) throws Exception {
        ShellSettings settings =
                ShellSettings.of(Path.of(args[0]), URI.create(args[1]), LabShell.ADMIN)
                        .withoutSpare();
        Surroundings surroundings =
                new Surroundings(
                        _ -> {},
                        _ -> new Wardrobe.NoSuchUser(java.util.List.of()),
                        new Nobody(),
                        new Nobody());
        StringBuilder report = new StringBuilder();
        try (SnippetShell shell = SnippetShell.start(settings, surroundings)) {
            for (String line : Files.readAllLines(Path.of(args[2]))) {
                shell.evaluate(line, each -> report.append(each.outcome()).append('\n'));
            }
        }
        Files.writeString(Path.of(args[2] + ".out"), report, StandardCharsets.UTF_8);
    }

    private static final class Nobody implements Running, Replay {
        @Override
        public void begin(String snippetId) {}

        @Override
        public void end(String snippetId) {}
    }
}
