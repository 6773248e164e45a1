package dev.rolecall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the launcher says on a machine that lacks something.
class LauncherIT {
    private record Ended(int status, String out, String err) {}

    private static Ended sh(String script) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of("/bin/sh", "-c", script)).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), out, err);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rolecall", ".ci/run"})
    void withoutAJdk25OneLineSaysWhatToInstall(String program) throws Exception {
        // A machine has its JDKs in fixed places, so the places stay and every JDK is none.
        Ended ended = sh(". src/main/sh/jdk25.sh; is_jdk25() { return 1; }; find_jdk25 " + program);
        assertThat(ended.status()).isEqualTo(Main.USER);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .startsWith(program + ": no JDK 25 found; install one")
                .hasLineCount(1);
    }

    @Test
    void aJdk25IsFoundWhateverTheDefaultJavaIs() throws Exception {
        Ended ended =
                sh(
                        "JAVA_HOME=/nowhere; . src/main/sh/jdk25.sh; find_jdk25 rolecall; echo \"$jdk\"");
        assertThat(ended.status()).isZero();
        assertThat(ended.out().strip()).isNotEmpty();
        assertThat(java.nio.file.Path.of(ended.out().strip(), "release"))
                .content()
                .contains("JAVA_VERSION=\"25");
    }
}
