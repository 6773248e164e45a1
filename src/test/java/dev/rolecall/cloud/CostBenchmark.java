package dev.rolecall.cloud;

import dev.rolecall.localstack.TestContainer;
import dev.rolecall.localstack.container.TestEngine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.testcontainers.localstack.LocalStackContainer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/// What the guard costs: requests a second to a LocalStack as `docker run` starts it, against one
/// that `rolecall cloud --cloud localstack` starts and guards, in one run, since machines differ
/// and so does one machine from hour to hour. Beside them, the guarded container asked past the
/// guard. `mvn verify -Pbenchmark-localstack -DskipTests` prints the table that stands in
/// `docs/performance.md`.
final class CostBenchmark {
    private static final int CONNECTIONS = 8;
    private static final int ROUNDS = Integer.getInteger("rounds", 20);
    private static final long MILLIS = 1_500;
    private static final long WARM_UP_MILLIS = 15_000;
    private static final String BUCKET = "benchmark";

    private CostBenchmark() {}

    /// One operation, as it goes to each.
    private record Subject(String name, Load alone, Load guarded, Load past) {}

    /// @param args the launcher
    public static void main(String[] args) throws Exception {
        try (LocalStackContainer plain = TestContainer.own()) {
            plain.start();
            Process guarded =
                    new ProcessBuilder(args[0], "cloud", "--cloud", "localstack")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            try {
                Map<String, String> exports = exports(guarded);
                measure(
                        plain.getEndpoint(),
                        exports,
                        TestEngine.endpoint(TestEngine.ofShell(guarded.pid()).getFirst()));
            } finally {
                guarded.destroy();
                guarded.waitFor();
            }
        }
    }

    private static void measure(URI plain, Map<String, String> exports, URI past) throws Exception {
        URI guard = URI.create(exports.get("AWS_ENDPOINT_URL"));
        AwsBasicCredentials admin =
                AwsBasicCredentials.create(
                        exports.get("AWS_ACCESS_KEY_ID"), exports.get("AWS_SECRET_ACCESS_KEY"));
        AwsBasicCredentials account = AwsBasicCredentials.create("111122223333", "unused");
        send(Prepared.s3(plain, account, s3 -> s3.createBucket(b -> b.bucket(BUCKET))), plain);
        send(Prepared.s3(guard, admin, s3 -> s3.createBucket(b -> b.bucket(BUCKET))), guard);
        List<Subject> subjects = new ArrayList<>();
        for (Call each : calls()) {
            subjects.add(
                    new Subject(
                            each.name(),
                            load(plain, each.from(plain, account)),
                            load(guard, each.from(guard, admin)),
                            load(past, each.from(past, account))));
        }
        for (Subject each : subjects) {
            each.alone().run(WARM_UP_MILLIS);
            each.guarded().run(WARM_UP_MILLIS);
            each.past().run(WARM_UP_MILLIS);
        }
        System.out.printf(
                "| %d connections, median of %d paired runs | LocalStack alone | behind the guard"
                        + " | of it | 95 %% interval | its container, past the guard |%n",
                CONNECTIONS, ROUNDS);
        System.out.println("|---|---|---|---|---|---|");
        for (Subject each : subjects) {
            compare(each);
        }
    }

    /// What is asked.
    private interface Call {
        String name();

        byte[] from(URI server, AwsBasicCredentials credentials);
    }

    private record S3Call(String name, Consumer<S3Client> call) implements Call {
        @Override
        public byte[] from(URI server, AwsBasicCredentials credentials) {
            return Prepared.s3(server, credentials, call);
        }
    }

    private record StsCall(String name, Consumer<StsClient> call) implements Call {
        @Override
        public byte[] from(URI server, AwsBasicCredentials credentials) {
            return Prepared.sts(server, credentials, call);
        }
    }

    private static List<Call> calls() {
        byte[] body = new byte[4096];
        Arrays.fill(body, (byte) 'x');
        return List.of(
                new S3Call(
                        "PutObject, 4 KiB",
                        s3 ->
                                s3.putObject(
                                        b -> b.bucket(BUCKET).key("k"),
                                        RequestBody.fromBytes(body))),
                new S3Call("GetObject, 4 KiB", s3 -> s3.getObject(b -> b.bucket(BUCKET).key("k"))),
                new StsCall("GetCallerIdentity", StsClient::getCallerIdentity));
    }

    private static Load load(URI server, byte[] request) {
        return new Load(server, request, CONNECTIONS);
    }

    private static void send(byte[] request, URI server) throws Exception {
        new Load(server, request, 1).run(1);
    }

    private static void compare(Subject subject) throws Exception {
        double[] alone = new double[ROUNDS];
        double[] guarded = new double[ROUNDS];
        double[] past = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            if (i % 2 == 0) {
                alone[i] = subject.alone().run(MILLIS);
                guarded[i] = subject.guarded().run(MILLIS);
            } else {
                guarded[i] = subject.guarded().run(MILLIS);
                alone[i] = subject.alone().run(MILLIS);
            }
            past[i] = subject.past().run(MILLIS / 2);
            ratios[i] = guarded[i] / alone[i];
        }
        Arrays.sort(ratios);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f/s | %.0f/s | %.2f | %.2f to %.2f | %.0f/s |%n",
                subject.name(),
                median(alone),
                median(guarded),
                median(ratios),
                ratios[rank(ROUNDS)],
                ratios[ROUNDS - 1 - rank(ROUNDS)],
                median(past));
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

    /// What `rolecall cloud` prints to be exported.
    private static Map<String, String> exports(Process cloud) throws IOException {
        Map<String, String> exports = new HashMap<>();
        BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(cloud.getInputStream(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        while (line != null && !line.startsWith("unset")) {
            if (line.startsWith("export ")) {
                for (String pair : line.substring(7).split(" ", -1)) {
                    exports.put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
                }
            }
            line = lines.readLine();
        }
        return exports;
    }
}
