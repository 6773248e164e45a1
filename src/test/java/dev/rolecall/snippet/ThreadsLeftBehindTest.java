package dev.rolecall.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What threads of the learner's print, and how they end.
@Timeout(120)
class ThreadsLeftBehindTest {
    private LabShell lab;

    @BeforeEach
    void start(@TempDir Path folder) {
        lab = new LabShell(folder);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void anUncaughtExceptionIsALineAndTheLearnersPlaces() {
        lab.run(
                "void deep(int n) {\n  if (n == 0) throw new IllegalStateException(\"no\");\n  deep(n - 1);\n}");
        lab.run("var t = new Thread(() -> deep(1), \"worker\");");
        lab.run("t.start();\nt.join();");
        assertThat(lab.printedText())
                .isEqualTo(
                        """
                        In worker: IllegalStateException: no
                          at deep (#1:2), deep (#1:3), (#2:1)
                        """);
    }

    @Test
    void aLineOfAStatementIsCountedFromItsOwnFirst() {
        lab.run(
                "{\n  var t = new Thread(() -> {\n    int[] none = null;\n    none[0]++;\n  }, \"worker\");\n  t.start();\n  t.join();\n}");
        assertThat(lab.printedText())
                .startsWith("In worker: NullPointerException: Cannot load from int array")
                .endsWith("  at (#1:4)\n");
    }

    @Test
    void whatAwsRefusesIsToldInItsOwnWords() {
        lab.run(
                "var t = Thread.ofVirtual().start(() -> iam.deleteUser(b -> b.userName(\"Nobody\")));");
        lab.run("t.join()");
        assertThat(lab.printedText())
                .isEqualTo(
                        """
                        In a thread: IAM  NoSuchEntity (404): The user with name Nobody cannot be found.
                          at (#1:1)
                        """);
    }

    @Test
    void threadsOfThePastAreNotHeardWhenTheyRunAgain() {
        lab.run("var go = new CountDownLatch(1);");
        lab.run(
                "var old = new Thread(() -> { try { go.await(); } catch (InterruptedException e) {} System.out.println(\"old\"); throw new IllegalStateException(); });");
        lab.run("old.start();");
        lab.run("var pool = Executors.newFixedThreadPool(1); pool.submit(() -> 1).get();");
        lab.run("System.exit(0)");
        lab.run("go.countDown(); old.join(); System.out.println(\"new\");");
        lab.run("pool.submit(() -> System.out.println(\"pooled\")).get();");
        lab.run(
                "var young = new Thread(() -> System.out.println(\"young\")); young.start(); young.join();");
        assertThat(lab.printedText()).isEqualTo("new\npooled\nyoung\n");
    }
}
