package dev.rolecall;

import dev.rolecall.localstack.TestContainer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.testcontainers.localstack.LocalStackContainer;

/// How soon a learner is answered on LocalStack, beside the start of the container alone.
final class CloudStartBenchmark {
    private static final Pattern PROMPT = Pattern.compile("assume-role \\d/7 [^>\\n]*> ");
    private static final long PATIENCE_MILLIS = 60_000;
    private static final int ROUNDS = 7;

    private CloudStartBenchmark() {}

    /// In milliseconds since the command.
    private record Start(double prompt, double sts, double s3) {}

    /// @param args the launcher
    public static void main(String[] args) throws Exception {
        List<Double> alone = new ArrayList<>();
        List<Start> starts = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            alone.add(alone());
            starts.add(start(args[0]));
        }
        System.out.println("| median of " + ROUNDS + " | |");
        System.out.println("|---|---|");
        row("Testcontainers' LocalStack alone: ready", alone);
        row("`rolecall --cloud localstack`: prompt", starts, Start::prompt);
        row("`rolecall --cloud localstack`: GetCallerIdentity answered", starts, Start::sts);
        row("`rolecall --cloud localstack`: then ListBuckets", starts, Start::s3);
    }

    private static double alone() {
        try (LocalStackContainer container = TestContainer.own()) {
            long began = System.nanoTime();
            container.start();
            return since(began);
        }
    }

    private static Start start(String launcher) throws Exception {
        Path home = Files.createTempDirectory("rolecall-benchmark");
        List<String> command = List.of(launcher, "--cloud", "localstack");
        long began = System.nanoTime();
        try (Pty pty = Pty.start(command, Map.of("ROLECALL_HOME", home.toString()), 80)) {
            pty.await(PROMPT, PATIENCE_MILLIS);
            double prompt = since(began);
            pty.type("sts.getCallerIdentity()");
            pty.await(Pattern.compile("==> GetCallerIdentityResponse"), PATIENCE_MILLIS);
            double sts = since(began);
            pty.type("s3.listBuckets()");
            pty.await(Pattern.compile("==> ListBucketsResponse"), PATIENCE_MILLIS);
            double s3 = since(began);
            pty.await(PROMPT, PATIENCE_MILLIS);
            pty.type("/quit");
            pty.end();
            return new Start(prompt, sts, s3);
        }
    }

    private static void row(String what, List<Start> starts, Function<Start, Double> time) {
        row(what, starts.stream().map(time).toList());
    }

    private static void row(String what, List<Double> millis) {
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        System.out.printf(
                Locale.ROOT, "| %s | %.1f s |%n", what, sorted.get(sorted.size() / 2) / 1000);
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e6;
    }
}
