package dev.rolecall.cloud;

import dev.rolecall.localstack.TestContainer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// What the guard costs: requests a second to a LocalStack alone and to the same LocalStack behind
/// `rolecall cloud`, in one run, since machines differ and so does one machine from hour to hour.
/// `mvn verify -Pbenchmark -DskipTests` prints the table that stands in `docs/performance.md`.
final class CostBenchmark {
    private static final int CONNECTIONS = 8;
    private static final int ROUNDS = Integer.getInteger("rounds", 20);
    private static final long MILLIS = 2_500;
    private static final long WARM_UP_MILLIS = 8_000;
    private static final String BUCKET = "benchmark";

    private CostBenchmark() {}

    /// One operation, as it goes to each of the two.
    private record Subject(String name, byte[] alone, byte[] guarded) {}

    /// @param args the launcher
    public static void main(String[] args) throws Exception {
        URI container = TestContainer.uri();
        Path home = Files.createTempDirectory("rolecall-benchmark");
        ProcessBuilder command =
                new ProcessBuilder(args[0], "cloud", "--cloud", container.toString());
        command.environment().put("ROLECALL_HOME", home.toString());
        Process guarded = command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try {
            measure(container, exports(guarded));
        } finally {
            guarded.destroy();
            guarded.waitFor();
        }
    }

    private static void measure(URI container, Map<String, String> exports) throws Exception {
        URI guard = URI.create(exports.get("AWS_ENDPOINT_URL"));
        AwsBasicCredentials admin =
                AwsBasicCredentials.create(
                        exports.get("AWS_ACCESS_KEY_ID"), exports.get("AWS_SECRET_ACCESS_KEY"));
        AwsBasicCredentials anybody = AwsBasicCredentials.create("test", "test");
        byte[] body = new byte[4096];
        Arrays.fill(body, (byte) 'x');
        make(guard, admin);
        List<Subject> subjects = new ArrayList<>();
        for (Prepared wire :
                List.of(
                        Prepared.put("PutObject, 4 KiB", "/" + BUCKET + "/k", body),
                        Prepared.get("GetObject, 4 KiB", "/" + BUCKET + "/k"),
                        Prepared.form(
                                "GetCallerIdentity",
                                "Action=GetCallerIdentity&Version=2011-06-15"))) {
            subjects.add(
                    new Subject(
                            wire.name(),
                            wire.signed(container, anybody),
                            wire.signed(guard, admin)));
        }
        for (Subject each : subjects) {
            new Load(container, each.alone(), CONNECTIONS).run(WARM_UP_MILLIS);
            new Load(guard, each.guarded(), CONNECTIONS).run(WARM_UP_MILLIS);
        }
        System.out.printf(
                "| %d connections, median of %d paired runs | LocalStack alone |"
                        + " behind the guard | of it | 95 %% interval |%n|---|---|---|---|---|%n",
                CONNECTIONS, ROUNDS);
        for (Subject each : subjects) {
            compare(each, container, guard);
        }
    }

    private static void compare(Subject subject, URI container, URI guard) throws Exception {
        double[] alone = new double[ROUNDS];
        double[] guarded = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            Load one = new Load(container, subject.alone(), CONNECTIONS);
            Load other = new Load(guard, subject.guarded(), CONNECTIONS);
            if (i % 2 == 0) {
                alone[i] = one.run(MILLIS);
                guarded[i] = other.run(MILLIS);
            } else {
                guarded[i] = other.run(MILLIS);
                alone[i] = one.run(MILLIS);
            }
            ratios[i] = guarded[i] / alone[i];
        }
        Arrays.sort(ratios);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f/s | %.0f/s | %.2f | %.2f to %.2f |%n",
                subject.name(),
                median(alone),
                median(guarded),
                median(ratios),
                ratios[rank(ROUNDS)],
                ratios[ROUNDS - 1 - rank(ROUNDS)]);
    }

    /// How many of the lowest and of the highest values lie outside the interval that holds the
    /// median with 95 %: order statistics of the binomial distribution.
    private static int rank(int n) {
        double outside = 0;
        double each = Math.pow(0.5, n);
        int rank = 0;
        while (outside + each < 0.025) {
            outside += each;
            rank++;
            each = each * (n - rank + 1) / rank;
        }
        return Math.max(0, rank - 1);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static void make(URI guard, AwsBasicCredentials admin) {
        try (S3Client s3 =
                S3Client.builder()
                        .endpointOverride(guard)
                        .region(Region.US_EAST_1)
                        .forcePathStyle(true)
                        .credentialsProvider(StaticCredentialsProvider.create(admin))
                        .build()) {
            s3.createBucket(b -> b.bucket(BUCKET));
        }
    }

    /// What `rolecall cloud` prints to be exported.
    private static Map<String, String> exports(Process cloud) throws IOException {
        Map<String, String> exports = new HashMap<>();
        BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(cloud.getInputStream(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        while (line != null && !line.startsWith("unset")) {
            if (line.startsWith("export ")) {
                for (String pair : line.substring(7).split(" ")) {
                    exports.put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
                }
            }
            line = lines.readLine();
        }
        return exports;
    }
}
