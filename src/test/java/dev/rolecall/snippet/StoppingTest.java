package dev.rolecall.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Ctrl-C. A stop that fails would leave a test waiting for ever, or cost the JVM and with it
/// `marker`'s identity.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class StoppingTest {
    private static final String STARTED = "System.out.println(\"go\"); ";

    private LabShell lab;
    private String marker = "";

    @BeforeAll
    void start(@TempDir Path folder) {
        lab = new LabShell(folder);
        marker = lab.value("var marker = new Object();");
    }

    @AfterAll
    void close() {
        lab.close();
    }

    /// Presses Ctrl-C once the snippet has printed.
    private Outcome stopped(String snippet) throws InterruptedException {
        lab.printed.clear();
        Thread presser = lab.stopOncePrinted();
        try {
            return lab.run("{ " + STARTED + snippet + " }");
        } finally {
            presser.interrupt();
            presser.join();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) {}",
                "do {} while (true);",
                "long n = 0; for (;;) n++;",
                "while (true) { try { Thread.sleep(1); } catch (Throwable t) {} }",
                "while (true) { try { while (true) {} } catch (Throwable t) {} }",
                "while (true) { try { throw new Error(); } catch (Throwable t) { continue; } finally {} }",
                "Thread.sleep(600_000);",
                "new CountDownLatch(1).await();",
                "synchronized (marker) { marker.wait(); }",
                "IntStream.iterate(0, i -> i + 1).forEach(i -> {});",
                "IntStream.range(0, 8).parallel().forEach(i -> { while (true) {} });",
                "new Object() { void f() { try { f(); } catch (Throwable t) { f(); } } }.f();",
                "new CompletableFuture<String>().join();",
                "s3.headBucket(b -> b.bucket(\"hang\"));",
                "S3Client.create().getObjectAsBytes(b -> b.bucket(\"hang\").key(\"k\"));",
                "sts.assumeRole(b -> b.roleArn(\"arn:aws:iam::111122223333:role/hang\").roleSessionName(\"hang\"));",
                "S3AsyncClient.create().headBucket(b -> b.bucket(\"hang\")).join();",
                "S3AsyncClient.create().headBucket(b -> b.bucket(\"hang\")).get();",
                "s3.waiter().waitUntilBucketNotExists(b -> b.bucket(\"one\"));",
                "new ServerSocket(0).accept();",
                "while (true) System.out.println(\"flood\");",
                "class Loop { static { while (true) if (marker == null) break; } } new Loop();"
            })
    void itStopsAndTheVariablesStay(String snippet) throws InterruptedException {
        assertThat(stopped(snippet)).isEqualTo(new Outcome.Stopped());
        assertThat(lab.value("marker")).isEqualTo(marker);
    }

    @Test
    void aStopBetweenSnippetsIsForgotten() {
        lab.shell.stop();
        assertThat(lab.value("1 + 1")).isEqualTo("2");
    }

    @Test
    void theRestOfTheLineDoesNotRun() throws InterruptedException {
        stopped("Thread.sleep(600_000); } int unreached = 1; {");
        assertThat(lab.run("unreached")).isInstanceOf(Outcome.CompileError.class);
        assertThat(lab.shell.history()).extracting(Past::result).contains(Past.Result.STOPPED);
    }

    @Test
    void aToStringThatNeverEndsStopsToo() throws InterruptedException {
        assertThat(stopped("} new Object() { public String toString() { while (true) {} } }; {"))
                .isEqualTo(new Outcome.Stopped());
        assertThat(lab.value("marker")).isEqualTo(marker);
    }

    @Test
    void aThreadLeftBehindHoldsNobodyUp() {
        assertThat(
                        lab.run(
                                "new Thread(() -> { while (true) try { Thread.sleep(100); } catch"
                                        + " (InterruptedException e) {} }).start()"))
                .isEqualTo(new Outcome.Done());
        assertThat(lab.value("marker")).isEqualTo(marker);
    }
}
