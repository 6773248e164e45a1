package dev.rolecall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How quickly a shell is there, beside the JDK's own `jshell` in the same run, since machines
/// differ and so does one machine from hour to hour. `mvn verify -Pbenchmark -DskipTests` prints
/// the table that stands in `docs/performance.md`.
final class StartBenchmark {
    private static final Pattern PROMPT = Pattern.compile("assume-role \\d/7 [^>\\n]*> ");
    private static final long PATIENCE_MILLIS = 60_000;
    private static final int ROUNDS = 11;

    private StartBenchmark() {}

    /// One start, in milliseconds since it began, and in kilobytes.
    private record Start(double prompt, double answer, double check, double pss) {}

    /// @param args the launcher
    public static void main(String[] args) throws Exception {
        Path first = Files.createTempDirectory("rolecall-benchmark");
        start(args[0], first);
        List<Start> starts = new ArrayList<>();
        List<Double> jshells = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            jshells.add(jshell());
            // Each is a second start: it goes on after one snippet and one check.
            starts.add(start(args[0], copyOf(first)));
        }
        double jshell = median(jshells);
        System.out.println("| median of " + ROUNDS + " | | of jshell's prompt |");
        System.out.println("|---|---|---|");
        row("`jshell`: prompt", jshell, jshell);
        row("Rolecall: prompt", median(starts.stream().map(Start::prompt).toList()), jshell);
        row(
                "Rolecall: a snippet that calls AWS is answered",
                median(starts.stream().map(Start::answer).toList()),
                jshell);
        row(
                "Rolecall: a check was run",
                median(starts.stream().map(Start::check).toList()),
                jshell);
        double pss = median(starts.stream().map(Start::pss).toList());
        System.out.printf(
                Locale.ROOT,
                "| Rolecall: memory, PSS of all its processes | %.0f MB | |%n",
                pss / 1024);
    }

    private static Path copyOf(Path home) throws IOException {
        Path copy = Files.createTempDirectory("rolecall-benchmark");
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.skip(1).toList()) {
                Files.copy(file, copy.resolve(home.relativize(file)));
            }
        }
        return copy;
    }

    private static void row(String what, double millis, double jshell) {
        System.out.printf(Locale.ROOT, "| %s | %.0f ms | %.2f |%n", what, millis, millis / jshell);
    }

    private static Start start(String launcher, Path home) throws Exception {
        long began = System.nanoTime();
        try (Pty pty = Pty.start(List.of(launcher), Map.of("ROLECALL_HOME", home.toString()), 80)) {
            pty.await(PROMPT, PATIENCE_MILLIS);
            double prompt = since(began);
            pty.type("sts.getCallerIdentity()");
            pty.await(Pattern.compile("==> GetCallerIdentityResponse"), PATIENCE_MILLIS);
            double answer = since(began);
            pty.type("/check");
            pty.await(Pattern.compile("\\d of 3"), PATIENCE_MILLIS);
            double check = since(began);
            pty.await(PROMPT, PATIENCE_MILLIS);
            Thread.sleep(1500);
            double pss = pss(pty);
            pty.type("/quit");
            pty.end();
            return new Start(prompt, answer, check, pss);
        }
    }

    private static double jshell() throws Exception {
        String program = Path.of(System.getProperty("java.home"), "bin", "jshell").toString();
        long began = System.nanoTime();
        try (Pty pty = Pty.start(List.of(program), Map.of(), 80)) {
            pty.await(Pattern.compile("jshell> "), PATIENCE_MILLIS);
            double prompt = since(began);
            pty.type("/exit");
            pty.end();
            return prompt;
        }
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e6;
    }

    /// Proportional set size: memory that processes share is counted once.
    private static double pss(Pty pty) throws IOException {
        double sum = 0;
        for (long pid : pty.processes()) {
            for (String line : Files.readAllLines(Path.of("/proc", "" + pid, "smaps_rollup"))) {
                if (line.startsWith("Pss:")) {
                    sum += Double.parseDouble(line.replaceAll("[^0-9]", ""));
                }
            }
        }
        return sum;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
