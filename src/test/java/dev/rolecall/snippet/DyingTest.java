package dev.rolecall.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A JVM's end costs the learner one line.
@Timeout(120)
class DyingTest {
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
    void anExitIsToldWithItsCodeAndWhatWasPrintedBefore() {
        lab.run("int x = 41; int plus(int n) { return n + 1; } record Pair(int a, int b) {}");
        assertThat(lab.run("System.out.print(\"last words\"); System.exit(3)"))
                .isEqualTo(new Outcome.JvmDied(new Outcome.Death.Exit(3), "5", Restored.WHOLE));
        assertThat(lab.printedText()).isEqualTo("last words");
        assertThat(lab.value("plus(new Pair(x, 0).a())")).isEqualTo("42");
        assertThat(lab.shell.history())
                .extracting(Past::result)
                .containsExactly(
                        Past.Result.RAN,
                        Past.Result.RAN,
                        Past.Result.RAN,
                        Past.Result.RAN,
                        Past.Result.DIED,
                        Past.Result.RAN);
    }

    @Test
    void aFullHeapIsToldAndTheVariablesComeBack() {
        lab.run("String kept = \"kept\";");
        lab.run("var list = new ArrayList<byte[]>();");
        assertThat(lab.run("while (true) list.add(new byte[1 << 20]);"))
                .isEqualTo(
                        new Outcome.JvmDied(new Outcome.Death.OutOfMemory(), "3", Restored.WHOLE));
        assertThat(lab.value("kept + list.size()")).isEqualTo("\"kept0\"");
    }

    @Test
    void aHaltIsNoExit() {
        assertThat(lab.run("Runtime.getRuntime().halt(9)"))
                .isInstanceOfSatisfying(
                        Outcome.JvmDied.class,
                        died -> assertThat(died.death()).isEqualTo(new Outcome.Death.Crash(9)));
        assertThat(lab.value("1 + 1")).isEqualTo("2");
    }

    @Test
    void whatCannotBeStoppedIsKilledAndTheVariablesComeBack() throws InterruptedException {
        lab.run("int x = 1;");
        Thread presser = lab.stopOncePrinted();
        assertThat(
                        lab.run(
                                "{ var lock = new java.util.concurrent.locks.ReentrantLock();"
                                        + " var other = new Thread(lock::lock); other.start();"
                                        + " other.join(); System.out.println(\"go\"); lock.lock(); }"))
                .isEqualTo(new Outcome.JvmDied(new Outcome.Death.Killed(), "2", Restored.WHOLE));
        presser.join();
        assertThat(lab.value("x")).isEqualTo("1");
    }

    @Test
    void theSnippetsRunAgainAsWhoTheyWereAndSilently() {
        lab.run("var ofAdmin = S3Client.create(); System.out.println(\"once\");");
        lab.shell.become(CredentialsValue.ofKey("AKIATEST", "s"));
        lab.run("var answer = s3.listBuckets().buckets().get(0).name();");
        lab.run("Integer.parseInt(\"x\")");
        lab.told.clear();
        lab.run("System.exit(0)");
        assertThat(lab.printedText()).isEqualTo("once\n");
        assertThat(lab.told)
                .containsExactly(
                        "begin 5",
                        "end 5",
                        "again 1",
                        "done again 1",
                        "again 2",
                        "done again 2",
                        "again 3",
                        "done again 3",
                        "again 4",
                        "done again 4");
        assertThat(lab.value("answer")).isEqualTo("\"one\"");
        lab.run("ofAdmin.listBuckets(); s3.listBuckets();");
        assertThat(lab.aws.accessKeyIds())
                .containsExactly("AKIATEST", "AKIATEST", "AKIAADMIN", "AKIATEST");
    }

    @Test
    void whatDoesNotComeBackIsNamed() {
        lab.run("boolean again = Files.exists(Path.of(\"ran\"));");
        lab.run("Files.writeString(Path.of(\"ran\"), \"\");");
        lab.run(
                "int once() { if (Files.exists(Path.of(\"twice\"))) throw new"
                        + " IllegalStateException(); return 1; }");
        lab.run("Object fragile = new Object[once()];");
        lab.run("Files.writeString(Path.of(\"twice\"), \"\"); int firm = 2;");
        assertThat(
                        lab.run(
                                "int never = Optional.of(1).map(i -> { System.exit(0); return i; }).get();"))
                .isInstanceOfSatisfying(
                        Outcome.JvmDied.class,
                        died ->
                                assertThat(died.restored().lost())
                                        .containsExactly("never", "fragile"));
        assertThat(lab.value("firm")).isEqualTo("2");
    }

    @Test
    void aThreadLeftBehindThatExitsIsBlamedAndNotStartedAgain() {
        lab.run("int x = 1;");
        lab.run("Files.writeString(Path.of(\"wait\"), \"\");");
        lab.run(
                "new Thread(() -> { while (Files.exists(Path.of(\"wait\"))) Thread.onSpinWait();"
                        + " System.exit(4); }).start()");
        lab.run("int y = 2;");
        assertThat(lab.run("Files.delete(Path.of(\"wait\")); Thread.sleep(60_000);"))
                .isInstanceOfSatisfying(
                        Outcome.JvmDied.class,
                        died -> {
                            assertThat(died.death()).isEqualTo(new Outcome.Death.Exit(4));
                            assertThat(died.snippetId()).isEqualTo("3");
                        });
        assertThat(lab.value("x + y")).isEqualTo("3");
        assertThat(lab.told).contains("again 2", "again 4").doesNotContain("again 3");
        assertThat(lab.shell.history().get(2).result()).isEqualTo(Past.Result.DIED);
    }

    @Test
    void aJvmThatDiedInTheMeantimeIsFoundAtTheNextLine() {
        lab.run("int x = 1;");
        long pid = Long.parseLong(lab.value("ProcessHandle.current().pid()"));
        ProcessHandle child = ProcessHandle.of(pid).orElseThrow();
        child.destroyForcibly();
        child.onExit().join();
        List<Evaluated> line = new ArrayList<>();
        assertThat(lab.shell.evaluate("x", line::add)).isEqualTo("x");
        assertThat(line).hasSize(1);
        assertThat(line.getFirst().outcome())
                .isInstanceOfSatisfying(
                        Outcome.JvmDied.class,
                        died -> assertThat(died.death()).isInstanceOf(Outcome.Death.Crash.class));
        assertThat(lab.value("x")).isEqualTo("1");
    }

    @Test
    void aSpareStepsInAndAnotherIsMade(@TempDir Path folder) {
        try (LabShell spared = new LabShell(folder, UnaryOperator.identity())) {
            spared.run("int x = 1;");
            for (int i = 0; i < 3; i++) {
                assertThat(spared.run("System.exit(1)")).isInstanceOf(Outcome.JvmDied.class);
                assertThat(spared.value("x")).isEqualTo("1");
            }
        }
    }

    @Test
    void aShellThatMakesACacheStartsNoSpareThatWouldWriteItsOwnOverIt(@TempDir Path folder)
            throws Exception {
        Path cache = folder.resolve("learner.aot");
        try (LabShell training =
                new LabShell(
                        folder.resolve("lab"),
                        settings -> settings.withCache(new ShellSettings.AotCache.Make(cache)))) {
            training.run("int x = 1;");
            // long enough for a spare to be begun
            Thread.sleep(1500);
            try (Stream<Path> files = Files.list(folder.resolve("lab/tmp"))) {
                assertThat(files.filter(file -> file.toString().endsWith(".log"))).hasSize(1);
            }
        }
        assertThat(cache).isNotEmptyFile();
    }
}
