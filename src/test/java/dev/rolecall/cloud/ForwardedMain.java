package dev.rolecall.cloud;

import dev.rolecall.guard.LabClock;
import dev.rolecall.iam.Ids;
import dev.rolecall.localstack.s3.S3Forward;
import dev.rolecall.s3.ForwardedS3;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

/// A cloud on a LocalStack in a JVM of its own, whose heap a test chooses. Prints where it listens
/// and the key of an administrator, and for each line that it is sent how many bytes of heap are in
/// use after a collection. Ends with its input.
final class ForwardedMain {
    private ForwardedMain() {}

    public static void main(String[] args) throws IOException {
        LabClock clock = new LabClock(Clock.systemUTC());
        try (S3Forward forward = new S3Forward(URI.create(args[0]));
                Cloud cloud =
                        Cloud.start(
                                CloudSettings.embedded(
                                        0,
                                        Path.of("unused"),
                                        clock,
                                        Ids.secure(),
                                        RuntimeException::printStackTrace),
                                iam ->
                                        new ForwardedS3(
                                                iam.names(),
                                                () -> iam.state().accounts().keySet(),
                                                forward,
                                                clock));
                BufferedReader asked =
                        new BufferedReader(
                                new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            var key = cloud.iam().found(TestCloud.ACCOUNT, "admin").key();
            System.out.println(cloud.uri() + " " + key.id() + " " + key.secret());
            while (asked.readLine() != null) {
                System.gc();
                Runtime heap = Runtime.getRuntime();
                System.out.println(heap.totalMemory() - heap.freeMemory());
            }
        }
    }
}
