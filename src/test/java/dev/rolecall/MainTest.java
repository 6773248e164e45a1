package dev.rolecall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.fault.UserError;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

/// What the program says and how it ends when something is wrong.
class MainTest {
    private final PrintStream realErr = System.err;
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void listenNoLonger() {
        System.setErr(realErr);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static int run(String... arguments) {
        return Main.run(arguments, Map.of());
    }

    @Test
    void aMistakeInTheCommandIsOneLineAndTwo() {
        for (String[] mistake :
                new String[][] {
                    {"frobnicate"},
                    {"--port", "many"},
                    {"--port", "-5"},
                    {"--port", "65536"},
                    {"--lab", "nothing"},
                    {"run"},
                    {"run", "assume-role"},
                    {"run", "assume-role", "--script"},
                    {"run", "nothing", "--script", "x"},
                    {"run", "assume-role", "--script", "/no/such/file"},
                    {"run", "assume-role", "--script", "/", "--width", "wide"},
                    {"lint", "nothing"},
                    {"lint", "--colour"}
                }) {
            err.reset();
            assertThat(run(mistake)).as(String.join(" ", mistake)).isEqualTo(Main.USER);
            assertThat(said())
                    .as(String.join(" ", mistake))
                    .startsWith("rolecall: ")
                    .hasLineCount(1)
                    .doesNotContain("Exception");
        }
    }

    @Test
    void whatThePersonCanMendSaysHow() {
        assertThat(Main.tell(new UserError("it is so", "do this"), System.err)).isEqualTo(2);
        assertThat(said()).isEqualTo("rolecall: it is so; do this" + System.lineSeparator());
    }

    @Test
    void aBugIsSeventyWithItsTraceForThoseWhoAsk() {
        RuntimeException bug = new IllegalStateException("oh");
        assertThat(Main.bug(bug, Map.of(), System.err)).isEqualTo(70);
        assertThat(said()).contains("oh", "ROLECALL_TRACE=1").hasLineCount(2);
        err.reset();
        Main.bug(bug, Map.of("ROLECALL_TRACE", "1"), System.err);
        assertThat(said()).contains("at dev.rolecall.MainTest");
    }

    /// A command with what the test wants to go wrong.
    @Command(name = "fail")
    private static final class Failing implements Callable<Integer> {
        private final Throwable failure;

        Failing(Throwable failure) {
            this.failure = failure;
        }

        @Override
        public Integer call() throws Exception {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (Exception) failure;
        }
    }

    private static int failing(Throwable failure) {
        return Cli.commandLine().addSubcommand("fail", new Failing(failure)).execute("fail");
    }

    @Test
    void inASubcommandTheKindsAreToldApartAsWell() {
        assertThat(failing(new UserError("a", "b"))).isEqualTo(Main.USER);
        assertThat(said()).hasLineCount(1);
        err.reset();
        assertThat(failing(new IllegalStateException("oh"))).isEqualTo(Main.BUG);
        assertThat(said()).hasLineCount(2).doesNotContain("at dev.rolecall");
    }

    @Test
    void theVersionIsShortWhereThereIsNoRoom() {
        assertThat(Version.brief()).isEqualTo("development");
    }
}
