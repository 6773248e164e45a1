package dev.rolecall.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A resume, an undo and a reset: the past as data, in another shell or this one.
@Timeout(120)
class RestoringTest {
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
    void aLaterShellGoesOnWhereAnEarlierOneEnded(@TempDir Path folder) {
        List<Past> history;
        try (LabShell earlier = new LabShell(folder)) {
            earlier.run("int x = 41; x + 1");
            earlier.run("1 +;");
            earlier.run("var ofAdmin = S3Client.create();");
            earlier.shell.become(CredentialsValue.ofKey("AKIATEST", "s"));
            earlier.run("String twice(String s) { return s + s; }");
            earlier.run("System.exit(0)");
            earlier.run("\"last\"");
            history = earlier.shell.history();
        }
        lab.shell.become(CredentialsValue.ofKey("AKIAOTHER", "s"));
        assertThat(lab.shell.restore(history)).isEqualTo(Restored.WHOLE);
        assertThat(lab.shell.history()).isEqualTo(history);
        assertThat(lab.told)
                .as("ids are kept, and nothing runs that had no good end")
                .containsExactly(
                        "again 1",
                        "done again 1",
                        "again 2",
                        "done again 2",
                        "again 3",
                        "done again 3",
                        "again 6",
                        "done again 6");
        assertThat(lab.printed).isEmpty();
        assertThat(lab.value("twice($6) + $2")).isEqualTo("\"lastlast42\"");
        assertThat(lab.shell.history().getLast().id()).isEqualTo("7");
        lab.run("ofAdmin.listBuckets(); s3.listBuckets();");
        assertThat(lab.aws.accessKeyIds()).containsExactly("AKIAADMIN", "AKIAOTHER");
    }

    @Test
    void anUndoRunsAllButTheLast() {
        lab.run("int x = 1;");
        lab.run("x = 2;");
        lab.run("String x = \"three\";");
        List<Past> history = lab.shell.history();
        assertThat(lab.shell.restore(history.subList(0, 2)).lost()).isEmpty();
        assertThat(lab.value("x + 1")).isEqualTo("3");
    }

    @Test
    void aDeclarationThatWaitsAndAMissingSemicolonComeBackAsTheyWere() {
        lab.run("Later later");
        lab.run("int x = 1");
        assertThat(lab.shell.restore(lab.shell.history()).lost()).isEmpty();
        lab.run("class Later {}");
        assertThat(lab.value("later == null && x == 1")).isEqualTo("true");
    }

    @Test
    void whatCannotBeHadBackIsNamed() {
        lab.run("boolean first = !Files.exists(Path.of(\"here\"));");
        lab.run("Object fragile = new Object[1 / (Files.exists(Path.of(\"here\")) ? 0 : 1)];");
        lab.run("int firm = 2;");
        lab.run("Files.writeString(Path.of(\"here\"), \"\");");
        assertThat(lab.shell.restore(lab.shell.history()))
                .isEqualTo(new Restored(List.of("fragile"), List.of(), List.of()));
        assertThat(lab.value("firm")).isEqualTo("2");
    }

    @Test
    void variablesThatAStoppedSnippetNamesMayBeOlder() throws InterruptedException {
        lab.run("var total = new StringBuilder(); int other = 1; int counted = 0;");
        Thread presser = lab.stopOncePrinted();
        assertThat(lab.run("while (true) { total.append(1); counted++; System.out.println(); }"))
                .isEqualTo(new Outcome.Stopped());
        presser.join();
        assertThat(lab.value("total.length() > 0")).isEqualTo("true");
        String counted = lab.value("counted");
        Restored older = new Restored(List.of(), List.of("total"), List.of());
        assertThat(lab.run("System.exit(0)"))
                .isInstanceOfSatisfying(
                        Outcome.JvmDied.class,
                        died -> assertThat(died.restored()).isEqualTo(older));
        assertThat(lab.value("counted")).isEqualTo(counted);
        assertThat(lab.shell.restore(lab.shell.history())).isEqualTo(older);
        assertThat(lab.value("counted")).isEqualTo(counted);
    }

    @Test
    void aResetForgetsEverythingButWhoIsCurrent() {
        lab.shell.become(CredentialsValue.ofKey("AKIATEST", "s"));
        lab.run("int x = 1; System.setProperty(\"left\", \"over\")");
        lab.shell.reset();
        assertThat(lab.shell.history()).isEmpty();
        assertThat(lab.shell.variables()).isEmpty();
        assertThat(lab.run("x")).isInstanceOf(Outcome.CompileError.class);
        assertThat(lab.value("System.getProperty(\"left\")")).isEqualTo("null");
        lab.run("s3.listBuckets();");
        assertThat(lab.aws.accessKeyIds()).containsExactly("AKIATEST");
    }
}
